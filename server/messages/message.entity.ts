import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Carried } from '../../shared/carried.ts';
import type { ReactionCount } from '../../shared/messages.ts';
import { Channel } from '../channels/channel.entity.ts';
import { Person } from '../identity/person.entity.ts';

/** Something said. `seq` is its place, `version` the channel's counter at its last change. */
export const Message = defineEntity({
  name: 'Message',
  properties: {
    id: p.uuid().primary(),
    // No foreign keys: each message would pay for the check. Whoever is let to the writer is there, and the migration
    // message_references keeps channels and people that have messages.
    channel: () => p.manyToOne(Channel).createForeignKeyConstraint(false),
    seq: p.bigint('number'),
    version: p.bigint('number'),
    author: () => p.manyToOne(Person).createForeignKeyConstraint(false),
    clientId: p.uuid(),
    /** The author's office when this was written: an official word stays one. */
    seat: p.string().nullable(),
    text: p.text(),
    replyToId: p.uuid().nullable(),
    replyToSeq: p.bigint('number').nullable(),
    carried: p.json<Carried>().nullable(),
    createdAt: p.datetime(),
    editedAt: p.datetime().nullable(),
    deletedAt: p.datetime().nullable(),
    removedAt: p.datetime().nullable(),
    /** Counted from the reactions whenever one changes. */
    reactions: p
      .json<ReactionCount[]>()
      .onCreate(() => [])
      .defaultRaw(`'[]'`),
    pinnedAt: p.datetime().nullable(),
    pinnedBy: () => p.manyToOne(Person).nullable().createForeignKeyConstraint(false),
  },
  uniques: [{ properties: ['channel', 'seq'] }, { properties: ['author', 'clientId'] }],
  indexes: [
    { properties: ['channel', 'version'] },
    {
      name: 'message_polls',
      properties: ['channel', 'seq'],
      where: `"carried" -> 'poll' is not null`,
    },
    {
      name: 'message_gatherings',
      properties: ['channel', 'seq'],
      where: `"carried" -> 'gathering' is not null`,
    },
    {
      name: 'message_mentions',
      properties: ['channel', 'seq'],
      where: `"carried" -> 'mentions' is not null`,
    },
    {
      name: 'message_files',
      properties: ['channel', 'createdAt'],
      where: `"carried" -> 'files' is not null`,
    },
    { name: 'message_pinned', properties: ['channel', 'pinnedAt'], where: '"pinned_at" is not null' },
  ],
});
export type Message = InferEntity<typeof Message>;
