// Newcomers: people who hold an invitation and have no account yet.
import type { Actor } from './actor.ts';
import type { Hub, TestCommune } from './app.ts';

let people = 0;

/** What a newcomer writes on the way in; each has a phone number of their own. */
export const newcomer = (more: { name?: string; household?: { id: string } | { address: string } } = {}) => ({
  name: 'Bàn Thị Xuân',
  phone: `09123${String((people += 1)).padStart(5, '0')}`,
  passphrase: 'ba con mèo nhỏ',
  household: { address: 'Số nhà 12, ngõ 3' },
  ...more,
});

export const invite = (
  actor: Actor,
  commune: TestCommune,
  more: { key?: string; isPreApproved?: boolean } = {},
) =>
  actor.call('invitation.create', {
    params: { groupId: commune.groups[more.key ?? 'tdp13']!.id },
    body: { isPreApproved: more.isPreApproved ?? false },
  });

/** A newcomer who has used the code, with the session that came of it. */
export async function joined(hub: Hub, code: string, body = newcomer()): Promise<Actor> {
  const visitor = hub.visitor();
  await visitor.call('invitation.join', { params: { code }, body });
  return visitor;
}

/** A commune whose group 13 has a head. */
export async function communeWithHead(hub: Hub) {
  const commune = await hub.commune();
  const head = await commune.person({ tdp13: ['head', 'Tổ trưởng tổ 13'] });
  return { commune, head, groupId: commune.groups.tdp13!.id };
}
