import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { unlimited, type ChannelKind, type ChannelSettings } from '../../shared/channels.ts';
import type { Override } from '../../shared/permissions.ts';
import { Group } from '../places/group.entity.ts';

/**
 * A room of a group. `seq` counts its messages, `version` its changes; both move only in the message statements. With a parent it is
 * a topic: its id is that of its message, and its rights, name and pace are the parent's, not what stands here.
 */
export const Channel = defineEntity({
  name: 'Channel',
  properties: {
    id: p.uuid().primary(),
    group: () => p.manyToOne(Group).index(),
    parentId: p.uuid().nullable(),
    kind: p.string().$type<ChannelKind>(),
    name: p.string(),
    position: p.integer(),
    override: p.json<Override>(),
    settings: p
      .json<ChannelSettings>()
      .onCreate(() => unlimited)
      .defaultRaw(`'${JSON.stringify(unlimited)}'`),
    seq: p.bigint('number').default(0),
    version: p.bigint('number').default(0),
    createdAt: p.datetime(),
  },
  indexes: [{ name: 'channel_topics', properties: ['parentId', 'id'], where: '"parent_id" is not null' }],
});
export type Channel = InferEntity<typeof Channel>;
