import type { MessageView } from './messages.ts';

/** Taken back by its author, or removed by a moderator. */
export const isGone = ({ deletedAt, removedAt }: Pick<MessageView, 'deletedAt' | 'removedAt'>): boolean =>
  deletedAt !== null || removedAt !== null;
