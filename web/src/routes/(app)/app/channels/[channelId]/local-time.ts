// Dates and times as one types them, which are Vietnam's, wherever the device is.

/** What a field of type datetime-local says, or null where it says nothing yet. */
export function fromField(value: string): string | null {
  const at = new Date(`${value}:00+07:00`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** The same as the field shows it; nothing where nothing is set. */
export const toField = (at: string | null): string =>
  at === null ? '' : new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 16);
