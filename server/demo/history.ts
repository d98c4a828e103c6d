// How a channel counts, pure: the same law by which the hub itself counts (see "Order and resume" in ARCHITECTURE.md).

export interface Counted {
  seq: number;
  version: number;
}

/** A message that was said, or a later change of it. */
export interface Happening<M extends Counted> {
  at: number;
  message: M;
  isNew: boolean;
}

/**
 * Gives the messages their places and versions in the order of what happened, going on from `counter`. What happened in the same
 * moment stays in the order given, so a message's creation is to come before its changes.
 */
export function countHappenings<M extends Counted>(
  happenings: Happening<M>[],
  counter: Counted = { seq: 0, version: 0 },
): Counted {
  let { seq, version } = counter;
  for (const { message, isNew } of happenings.toSorted((a, b) => a.at - b.at)) {
    version += 1;
    message.version = version;
    if (isNew) {
      seq += 1;
      message.seq = seq;
    }
  }
  return { seq, version };
}
