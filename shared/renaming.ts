// A person's new name and picture above what they said and did before: pure, and without what only a server needs.
import type { MessageView } from './messages.ts';
import type { PersonChanged } from './people.ts';

/** The message as its author, and who pinned it, are called now. */
export function renamed(message: MessageView, { personId, name, photo }: PersonChanged): MessageView {
  const { author, pin } = message;
  if (author.id !== personId && pin?.by.id !== personId) return message;
  return {
    ...message,
    author: author.id === personId ? { ...author, name, photo } : author,
    pin: pin?.by.id === personId ? { ...pin, by: { ...pin.by, name } } : pin,
  };
}
