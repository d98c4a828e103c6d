import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Person } from '../identity/person.entity.ts';
import { Thread } from './thread.entity.ts';

/** What was said to a question. */
export const Post = defineEntity({
  name: 'Post',
  properties: {
    id: p.uuid().primary(),
    thread: () => p.manyToOne(Thread).index(),
    author: () => p.manyToOne(Person),
    clientId: p.uuid(),
    seat: p.string().nullable(),
    text: p.text(),
    isOfficial: p.boolean(),
    createdAt: p.datetime(),
    removedAt: p.datetime().nullable(),
  },
  uniques: [{ properties: ['author', 'clientId'] }],
});
export type Post = InferEntity<typeof Post>;
