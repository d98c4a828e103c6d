// What of a commune a searcher may read, and so may find: all statements of the search are bound to it.
import type pg from 'pg';
import type { Filter } from '../../shared/search.ts';
import { fold } from '../../shared/vietnamese.ts';
import { permissionsAt, type RosterEntry } from '../channels/roster.ts';
import { wordsOf } from '../../shared/search.ts';

/** A channel that the searcher may read, with its names. */
export interface Place {
  channel: { id: string; name: string };
  group: { id: string; name: string };
}

export interface Scope {
  personId: string;
  communeId: string;
  /** The channels to talk in that the searcher may read. */
  places: Place[];
  /** Groups whose notices the searcher may read: their own, and those whose reach they may see. */
  noticeGroupIds: string[];
  /** Whether they answer for the commune, and so may read what was asked in private. */
  isTeam: boolean;
}

export async function readScope(pool: pg.Pool, entry: RosterEntry): Promise<Scope> {
  const { person, plan } = entry;
  const channelIds = [...plan.channels.values()]
    .filter(({ kind }) => kind === 'chat')
    .filter((channel) => permissionsAt(entry, channel.groupId, channel).has('channel.read'))
    .map(({ id }) => id);
  const measured = plan.groupIds.filter((id) => permissionsAt(entry, id).has('notice.measure'));
  return {
    personId: person.id,
    communeId: person.communeId,
    places: await readPlaces(pool, channelIds),
    noticeGroupIds: [...new Set([...person.memberships.keys(), plan.communeGroupId, ...measured])],
    isTeam: permissionsAt(entry, plan.communeGroupId).has('thread.answer'),
  };
}

/** The places in whose channel's or group's name all words of each `in:` occur. */
export function placesIn(places: Place[], filters: Filter[]): Place[] {
  return filters
    .filter((filter) => filter.kind === 'in')
    .reduce<Place[]>(
      (left, { words, isNegative }) => left.filter((place) => isNamed(place, words) !== isNegative),
      places,
    );
}

function isNamed({ channel, group }: Place, words: string[]): boolean {
  const names = new Set(wordsOf(`${group.name} ${channel.name}`).map(fold));
  return words.every((word) => names.has(fold(word)));
}

async function readPlaces(pool: pg.Pool, channelIds: string[]): Promise<Place[]> {
  const { rows } = await pool.query<{ id: string; name: string; group_id: string; group_name: string }>({
    name: 'search_places',
    text: `select c.id, c.name, g.id as group_id, g.name as group_name
      from channel c join community_group g on g.id = c.group_id where c.id = any($1::uuid[])`,
    values: [channelIds],
  });
  return rows.map(({ id, name, group_id, group_name }) => ({
    channel: { id, name },
    group: { id: group_id, name: group_name },
  }));
}
