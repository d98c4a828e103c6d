// Lists of versioned things kept true by events.

/** Puts `item` into the list by id, unless the list has it as new already; a new one goes to the front. */
export function upsertById<T extends { id: string; version?: number }>(list: T[], item: T): T[] {
  const index = list.findIndex((known) => known.id === item.id);
  if (index < 0) return [item, ...list];
  const known = list[index]!;
  return known.version !== undefined && item.version !== undefined && known.version >= item.version
    ? list
    : list.with(index, item);
}
