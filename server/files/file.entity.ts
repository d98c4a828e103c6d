import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { FileKind } from '../../shared/files.ts';
import { Channel } from '../channels/channel.entity.ts';
import { Person } from '../identity/person.entity.ts';

/**
 * What was uploaded for a message. It belongs to the message of this author under this client id, so nothing has to be written when
 * that is sent; without one, it is swept away after a day.
 */
export const File = defineEntity({
  name: 'File',
  properties: {
    id: p.uuid().primary(),
    /** Under which the bytes are kept: its own id, or that of the file that was passed on. */
    objectId: p.uuid(),
    // No foreign key: a topic comes to be with its first answer, after that one's files.
    channel: () => p.manyToOne(Channel).createForeignKeyConstraint(false),
    author: () => p.manyToOne(Person),
    clientId: p.uuid(),
    kind: p.string().$type<FileKind>(),
    name: p.string(),
    /** Bytes: as announced, and once complete as kept. */
    size: p.integer(),
    type: p.string().nullable(),
    width: p.integer().nullable(),
    height: p.integer().nullable(),
    thumbhash: p.string().nullable(),
    seconds: p.integer().nullable(),
    peaks: p.json<number[]>().nullable(),
    createdAt: p.datetime(),
    completedAt: p.datetime().nullable(),
  },
  indexes: [
    { properties: ['author', 'clientId'] },
    { properties: ['author', 'createdAt'] },
    { properties: ['createdAt'] },
    { properties: ['objectId'] },
  ],
});
export type File = InferEntity<typeof File>;
