// What the roster remembers, read for many at once.
import type pg from 'pg';
import type { ChannelKind, ChannelSettings } from '../../shared/channels.ts';
import type { Override, Role } from '../../shared/permissions.ts';

/** A person, with their admitted memberships by group. */
export interface RosterRow {
  id: string;
  name: string;
  photo: string | null;
  communeId: string;
  showsPresence: boolean;
  showsTyping: boolean;
  memberships: Map<string, { role: Role; seat: string | null; mutedUntil: Date | null }>;
}

export interface PlannedChannel {
  id: string;
  /** Of a topic: the channel in which its message stands, whose group, rights and pace these are. */
  parentId: string | null;
  groupId: string;
  kind: ChannelKind;
  override: Override;
  settings: ChannelSettings;
}

/** The groups of a commune and their channels; topics are too many to be remembered all. */
export interface CommunePlan {
  communeId: string;
  /** The commune's own group. */
  communeGroupId: string;
  groupIds: string[];
  channels: Map<string, PlannedChannel>;
  /** In the time of performance.now(). */
  readAt: number;
}

/** In the order of the ids; null for those who belong nowhere. */
export async function readRosterRows(
  pool: pg.Pool,
  personIds: readonly string[],
): Promise<(RosterRow | null)[]> {
  const { rows } = await pool.query<{
    person_id: string;
    name: string;
    photo: string | null;
    shows_presence: boolean;
    shows_typing: boolean;
    commune_id: string;
    group_id: string;
    role: Role;
    seat: string | null;
    muted_until: Date | null;
  }>({
    name: 'roster',
    text: `select m.person_id, p.name, p.photo, p.shows_presence, p.shows_typing, g.commune_id, m.group_id, m.role, m.seat, m.muted_until
      from membership m join person p on p.id = m.person_id join community_group g on g.id = m.group_id
      where m.person_id = any($1::uuid[]) and m.status = 'active'`,
    values: [personIds],
  });
  const byId = new Map<string, RosterRow>();
  for (const row of rows) {
    const { person_id: id, group_id, role, seat } = row;
    const known = byId.get(id) ?? {
      id,
      name: row.name,
      photo: row.photo,
      communeId: row.commune_id,
      showsPresence: row.shows_presence,
      showsTyping: row.shows_typing,
      memberships: new Map(),
    };
    byId.set(id, known);
    known.memberships.set(group_id, { role, seat, mutedUntil: row.muted_until });
  }
  return personIds.map((id) => byId.get(id) ?? null);
}

/** In the order of the ids. */
export async function readPlans(pool: pg.Pool, communeIds: readonly string[]): Promise<CommunePlan[]> {
  const readAt = performance.now();
  const { rows } = await pool.query<{
    commune_id: string;
    group_id: string;
    is_commune: boolean;
    channels: Omit<PlannedChannel, 'groupId' | 'parentId'>[];
  }>({
    name: 'plans',
    text: `select g.commune_id, g.id as group_id, g.kind = 'commune' as is_commune,
        coalesce((select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'override', c.override, 'settings', c.settings))
          from channel c where c.group_id = g.id and c.parent_id is null), '[]') as channels
      from community_group g where g.commune_id = any($1::uuid[])`,
    values: [communeIds],
  });
  const byId = new Map<string, CommunePlan>(
    communeIds.map((communeId) => [
      communeId,
      { communeId, communeGroupId: '', groupIds: [], channels: new Map(), readAt },
    ]),
  );
  for (const { commune_id, group_id, is_commune, channels } of rows) {
    const plan = byId.get(commune_id)!;
    if (is_commune) plan.communeGroupId = group_id;
    plan.groupIds.push(group_id);
    for (const channel of channels)
      plan.channels.set(channel.id, { ...channel, groupId: group_id, parentId: null });
  }
  return communeIds.map((id) => byId.get(id)!);
}
