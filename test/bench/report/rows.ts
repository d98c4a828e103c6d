// Figures side by side: medians of the rounds, the median of the rounds' ratios, and the target that issue 3 set.

export interface Goal {
  /** Of what: the ratio to the peer, or our own figure. */
  of: 'ratio' | 'figure';
  atLeast?: number;
  atMost?: number;
}

export interface Row {
  label: string;
  unit: string;
  dinh: number;
  /** Medians of the servers beside ours, by name. */
  peers: Record<string, number>;
  /** Ours to the first peer's: both were measured in the same round, so what disturbed the one disturbed the other. */
  ratio: number | null;
  goal: Goal | null;
  isMet: boolean | null;
}

/** What must not happen at all. */
export interface Faults {
  lost: number;
  doubled: number;
  outOfOrder: number;
  refused: number;
}

export interface Outcome {
  rows: Row[];
  notes: string[];
  /** By server. */
  faults: Record<string, Faults>;
}

/** `series` holds each server's figures by round; the first peer is the one that ours is compared with. */
export function compare(
  label: string,
  unit: string,
  series: { dinh: number[] } & Record<string, number[]>,
  goal: Goal | null = null,
): Row {
  const { dinh, ...others } = series;
  const [first] = Object.values(others);
  const ratio = first ? median(dinh.map((figure, round) => figure / first[round]!)) : null;
  const judged = goal?.of === 'ratio' ? ratio : median(dinh);
  return {
    label,
    unit,
    dinh: median(dinh),
    peers: Object.fromEntries(Object.entries(others).map(([name, figures]) => [name, median(figures)])),
    ratio,
    goal,
    isMet:
      goal && judged !== null
        ? judged >= (goal.atLeast ?? -Infinity) && judged <= (goal.atMost ?? Infinity)
        : null,
  };
}

export function median(figures: number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export const noFaults = (): Faults => ({ lost: 0, doubled: 0, outOfOrder: 0, refused: 0 });

export function addFaults(sum: Faults, more: Faults): void {
  for (const kind of ['lost', 'doubled', 'outOfOrder', 'refused'] as const) sum[kind] += more[kind];
}
