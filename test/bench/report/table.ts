// The outcome for people: one line a figure, the ratio, and the target beside it.
import type { Faults, Goal, Outcome, Row } from './rows.ts';

export function table(outcomes: Outcome[]): string {
  const rows = outcomes.flatMap(({ rows }) => rows);
  const cells = [['', 'Đình', 'beside it', 'ratio', 'target', ''], ...rows.map(cellsOf)];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((line) => [...line[column]!].length)));
  const lines = cells.map((line) =>
    line
      .map((cell, column) => (column === 0 ? pad(cell, widths[column]!) : pad(cell, -widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
  const faults = outcomes.flatMap(({ faults }) => Object.entries(faults));
  const names = [...new Set(faults.map(([name]) => name))];
  const sums = names.map((name) => {
    const ofName = faults.filter(([server]) => server === name).map(([, counted]) => counted);
    const sum = (kind: keyof Faults) => ofName.reduce((total, counted) => total + counted[kind], 0);
    return `${name}: lost ${sum('lost')}, doubled ${sum('doubled')}, out of order ${sum('outOfOrder')}, refused ${sum('refused')}`;
  });
  const notes = outcomes.flatMap((outcome) => outcome.notes);
  return [...lines, '', ...sums, ...(notes.length > 0 ? ['', ...notes.map((note) => `· ${note}`)] : [])].join(
    '\n',
  );
}

function cellsOf({ label, unit, dinh, peers, ratio, goal, isMet }: Row): string[] {
  return [
    label,
    `${figure(dinh)} ${unit}`,
    Object.entries(peers)
      .map(([name, value]) => `${name} ${figure(value)}`)
      .join(', '),
    ratio === null ? '' : `${ratio.toFixed(2)} ×`,
    goal ? goalText(goal, unit) : '',
    isMet === null ? '' : isMet ? 'met' : 'missed',
  ];
}

function goalText({ of, atLeast, atMost }: Goal, unit: string): string {
  const measure = of === 'ratio' ? '×' : unit;
  return atLeast === undefined ? `≤ ${atMost} ${measure}` : `≥ ${atLeast} ${measure}`;
}

const figure = (value: number) =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value >= 10 ? 1 : 2);

/** To the width; right-aligned where it is negative. */
function pad(text: string, width: number): string {
  const blanks = ' '.repeat(Math.max(0, Math.abs(width) - [...text].length));
  return width < 0 ? blanks + text : text + blanks;
}
