import { expect, test } from 'vitest';
import type { GroupChannels } from '#shared/channels.ts';
import type { MyMembership } from '#shared/places.ts';
import { headChannel } from './simple-home.ts';

type Kind = MyMembership['group']['kind'];

const groupOf = (kind: Kind) => ({ id: kind, kind, number: null, name: `Nhóm ${kind}`, description: '' });
const member = (kind: Kind, more: Partial<MyMembership> = {}): MyMembership => ({
  id: `m-${kind}`,
  group: groupOf(kind),
  role: 'resident',
  seat: null,
  status: 'active',
  household: null,
  mutedUntil: null,
  permissions: [],
  ...more,
});
const withChannels = (kind: Kind, kinds: string[]) =>
  ({
    group: groupOf(kind),
    permissions: [],
    channels: kinds.map((one) => ({ id: `${kind} ${one}`, kind: one })),
  }) as unknown as GroupChannels;

const both = ['notices', 'chat'];

test.each<[string, MyMembership[], GroupChannels[], string | null]>([
  ['a resident', [member('residential')], [withChannels('residential', both)], 'residential chat'],
  [
    'a resident who is in other groups too',
    [member('commune'), member('association'), member('residential')],
    [withChannels('commune', both), withChannels('association', both), withChannels('residential', both)],
    'residential chat',
  ],
  ['the head', [member('residential', { role: 'head' })], [withChannels('residential', both)], null],
  ['one who still waits', [member('residential', { status: 'pending' })], [], null],
  ['an official', [member('commune', { role: 'official' })], [withChannels('commune', both)], null],
  ['a group without talk', [member('residential')], [withChannels('residential', ['notices'])], null],
])('where %s writes to the head', (_, memberships, groups, channelId) => {
  expect(headChannel({ memberships }, groups)?.channelId ?? null).toBe(channelId);
});
