import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Message } from './message.entity.ts';

/** What a message said before an edit. Kept as evidence. */
export const MessageRevision = defineEntity({
  name: 'MessageRevision',
  properties: {
    id: p.uuid().primary(),
    message: () => p.manyToOne(Message).index(),
    text: p.text(),
    replacedAt: p.datetime(),
  },
});
export type MessageRevision = InferEntity<typeof MessageRevision>;
