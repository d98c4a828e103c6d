// Whom a notice reaches, unit by unit, in four statements however many groups there are.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AudienceEstimate, ReachUnit, ReceiptState } from '../../shared/notices.ts';
import type { Group } from '../places/group.entity.ts';
import { householdUnit, unitOf, type Audience } from './reach.ts';

interface Door {
  groupId: string;
  id: string;
  label: string;
  hasSmartphone: boolean;
}
interface Member {
  groupId: string;
  personId: string;
  name: string;
  householdId: string | null;
}

/**
 * The units of these groups by group id, in the order of doors and names. With a `personId` only the units in which that person
 * counts: their household, or they themselves. Doors, members and receipts are put together here rather than joined: right after
 * a large import the planner, which has not counted yet, joins them the slow way.
 */
export async function findUnits(
  em: EntityManager,
  noticeId: string,
  groups: Group[],
  personId?: string,
): Promise<Map<string, ReachUnit[]>> {
  const ofKind = (unit: string) => groups.filter(({ kind }) => unitOf(kind) === unit).map(({ id }) => id);
  const doors = await findDoors(em, ofKind('household'), personId);
  const doorIds = doors.map(({ id }) => id);
  const residents = await findMembers(em, ofKind('household'), personId ? { household_id: doorIds } : {});
  const others = await findMembers(em, ofKind('person'), personId ? { person_id: [personId] } : {});
  const people = personId ? [...residents, ...others].map((member) => member.personId) : undefined;
  const stateOf = await findStates(em, noticeId, people);

  const units = new Map<string, ReachUnit[]>(groups.map(({ id }) => [id, []]));
  const homes = Map.groupBy(residents, ({ groupId, householdId }) => `${groupId} ${householdId}`);
  for (const { groupId, ...door } of doors) {
    const home = homes.get(`${groupId} ${door.id}`) ?? [];
    units
      .get(groupId)!
      .push(householdUnit({ ...door, states: home.map((member) => stateOf(member.personId)) }));
  }
  for (const { groupId, personId: id, name: label } of others) {
    units.get(groupId)!.push({ id, label, state: stateOf(id), isOffline: false });
  }
  const { compare } = new Intl.Collator('vi', { numeric: true });
  for (const list of units.values()) list.sort((a, b) => compare(a.label, b.label) || (a.id < b.id ? -1 : 1));
  return units;
}

async function findDoors(em: EntityManager, groupIds: string[], personId?: string): Promise<Door[]> {
  if (groupIds.length === 0) return [];
  const touched = `and id in (select household_id from membership where person_id = ? and status = 'active')`;
  return em.execute<Door[]>(
    `select group_id as "groupId", id, address as label, has_smartphone as "hasSmartphone"
       from household where group_id in (?) ${personId ? touched : ''}`,
    [groupIds, ...(personId ? [personId] : [])],
  );
}

/** Active members; with `only`, those with one of these values in that column. */
async function findMembers(
  em: EntityManager,
  groupIds: string[],
  only: { household_id?: string[]; person_id?: string[] },
): Promise<Member[]> {
  const [column, values] = Object.entries(only)[0] ?? [];
  if (groupIds.length === 0 || values?.length === 0) return [];
  return em.execute<Member[]>(
    `select m.group_id as "groupId", m.person_id as "personId", p.name, m.household_id as "householdId"
       from membership m join person p on p.id = m.person_id
      where m.group_id in (?) and m.status = 'active' ${column ? `and m.${column} in (?)` : ''}`,
    [groupIds, ...(values ? [values] : [])],
  );
}

/** What each person's receipt of a notice says; `people` narrows whom it may be asked of. */
async function findStates(
  em: EntityManager,
  noticeId: string,
  people: string[] | undefined,
): Promise<(personId: string) => ReceiptState> {
  if (people?.length === 0) return () => 'none';
  const receipts = await em.execute<{ personId: string; isAcknowledged: boolean }[]>(
    `select person_id as "personId", acknowledged_at is not null as "isAcknowledged"
       from receipt where notice_id = ? ${people ? 'and person_id in (?)' : ''}`,
    [noticeId, ...(people ? [people] : [])],
  );
  const states = new Map(
    receipts.map((one) => [one.personId, one.isAcknowledged ? 'acknowledged' : 'seen'] as const),
  );
  return (personId) => states.get(personId) ?? 'none';
}

/** How many doors and people an audience has. */
export async function estimateAudience(
  em: EntityManager,
  communeId: string,
  { groupIds, isCommuneWide }: Audience,
): Promise<AudienceEstimate> {
  const [estimate] = await em.execute<AudienceEstimate[]>(
    `with addressed as (
       select id, kind from community_group where commune_id = ? and (id in (?) or ?)
     ), doors as (
       select h.has_smartphone and h.id in (
                select household_id from membership where household_id is not null and status = 'active'
              ) as is_online
         from household h join addressed g on g.id = h.group_id and g.kind = 'residential'
     )
     select (select count(*)::int from doors) as households,
            (select count(*)::int from doors where not is_online) as "offlineHouseholds",
            (select count(distinct m.person_id)::int
               from membership m join addressed g on g.id = m.group_id where m.status = 'active') as people`,
    [communeId, [...groupIds], isCommuneWide],
  );
  return estimate!;
}

/**
 * Keeps a receipt; true where it says more than before. One statement, because the same person taps on two devices at once, and
 * what was acknowledged never falls back to seen.
 */
export async function keepReceipt(
  em: EntityManager,
  noticeId: string,
  personId: string,
  isAcknowledged: boolean,
): Promise<boolean> {
  const now = new Date();
  const changed = await em.execute<unknown[]>(
    `insert into receipt (notice_id, person_id, seen_at, acknowledged_at) values (?, ?, ?, ?)
     on conflict (notice_id, person_id) do update set acknowledged_at = excluded.acknowledged_at
       where receipt.acknowledged_at is null and excluded.acknowledged_at is not null
     returning notice_id`,
    [noticeId, personId, now, isAcknowledged ? now : null],
  );
  return changed.length > 0;
}
