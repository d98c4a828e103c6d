// What is kept from who blocked its author. Without zod, because every window asks this of every message.

/** Everyday words are hidden; what is spoken in an office never is. */
export const isHidden = (
  author: { id: string; seat: string | null },
  blocked: ReadonlySet<string>,
): boolean => author.seat === null && blocked.has(author.id);
