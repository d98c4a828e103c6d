import { expect, test } from 'vitest';
import type { MessageView } from '#shared/messages.ts';
import type { Permission } from '#shared/permissions.ts';
import { messageActions } from './message-actions.ts';

const member: Permission[] = ['channel.read', 'message.send', 'flag.create'];
const muted: Permission[] = ['channel.read', 'flag.create'];
const at = '2026-11-24T01:00:00.000Z';
const message = (authorId: string, more: Partial<MessageView> = {}): MessageView => ({
  id: 'm',
  channelId: 'alley',
  seq: 1,
  version: 1,
  clientId: 'c',
  author: { id: authorId, name: authorId, seat: null },
  text: 'Chào bà con',
  replyTo: null,
  createdAt: at,
  editedAt: null,
  deletedAt: null,
  removedAt: null,
  reactions: [],
  pin: null,
  carried: null,
  ...more,
});
const forwarded = { author: { id: 'minh', name: 'minh', seat: null }, at, channelId: 'street', seq: 3 };

test.each<[string, MessageView, Permission[], string[]]>([
  ["another's", message('minh'), member, ['reply', 'topic', 'forward', 'copy', 'profile', 'flag']],
  ['mine', message('lan'), member, ['reply', 'topic', 'edit', 'forward', 'copy', 'recall']],
  ["another's while I am muted", message('minh'), muted, ['forward', 'copy', 'profile', 'flag']],
  ['mine while I am muted', message('lan'), muted, ['forward', 'copy']],
  [
    'mine, passed on from another',
    message('lan', { carried: { forwarded } }),
    member,
    ['reply', 'topic', 'forward', 'copy', 'recall'],
  ],
  ['mine, taken back', message('lan', { deletedAt: at }), member, []],
  ["another's, removed", message('minh', { removedAt: at }), member, []],
])('what I may do with %s', (_, given, permissions, wanted) => {
  expect(messageActions(given, 'lan', permissions)).toEqual(wanted);
});
