// The ways into residential group 13, and somebody who waits at the door for its head.
import type { Rows } from '../rows.ts';
import type { SamplePerson } from '../ward/sample.types.ts';
import type { SampleClock } from './clock.ts';
import { newIdAt } from './new-id.ts';
import type { Notifications } from './notifications.ts';
import type { Places } from './places.ts';

const GROUP = 'tdp-13';
const HEAD = 'head13';
const HOUSEHOLD = { key: 'h13-moi', address: 'Số 12, ngõ 8 đường Bờ Sông' };

const neighbour: SamplePerson = {
  key: 'moi13',
  name: 'Nông Thị Kiều Oanh',
  phone: '0912000041',
  household: HOUSEHOLD.key,
  memberships: [
    { group: GROUP, role: 'resident' },
    { group: 'phuong', role: 'resident' },
  ],
};

/** Stored as they are looked up (see accessCode): people may type DEMO-TDP13 as it is printed. */
const invitations = [
  { code: 'demotdp13', isPreApproved: false, usedCount: 1 },
  { code: 'demovaongay', isPreApproved: true, usedCount: 0 },
];
const VALID_DAYS = 365;

export const newcomerTime = { daysAgo: 0, time: '06:40' };

export function buildNewcomers(
  rows: Rows,
  clock: SampleClock,
  places: Places,
  passphraseHash: string,
  notifications: Notifications,
): void {
  const { id: groupId, name: groupName } = places.group(GROUP);
  const invitedAt = clock.at({ daysAgo: 35, time: '05:50' });
  const expiresAt = new Date(clock.now.getTime() + VALID_DAYS * 24 * 3600 * 1000);
  for (const { code, isPreApproved, usedCount } of invitations) {
    const id = newIdAt(invitedAt);
    rows.add('invitation', {
      id,
      group_id: groupId,
      code,
      created_by_id: places.personId(HEAD),
      is_pre_approved: isPreApproved,
      used_count: usedCount,
      expires_at: expiresAt,
      created_at: invitedAt,
    });
    rows.add('audit_entry', {
      id: newIdAt(invitedAt),
      commune_id: places.communeId,
      actor_id: places.personId(HEAD),
      group_id: groupId,
      act: 'invitation.created',
      subject_type: 'invitation',
      subject_id: id,
      data: { isPreApproved, days: VALID_DAYS },
      created_at: invitedAt,
    });
  }
  const at = clock.at(newcomerTime);
  places.addHousehold(HOUSEHOLD.key, GROUP, HOUSEHOLD.address, true, at);
  places.addPerson(neighbour, passphraseHash, at, 'pending');
  const data = { name: neighbour.name, group: groupName, href: `/app/groups/${groupId}` };
  notifications.tell(HEAD, 'membership_requested', at, data);
}
