// The people and seats of a group, looked for by name: bounded, because a group may be a whole commune.
import type pg from 'pg';
import type { PersonRef } from '../../shared/common.ts';
import type { Role } from '../../shared/permissions.ts';
import { personRef } from '../identity/person.view.ts';

/** Members of a group in these roles: those who may read a channel of it. */
export interface Readers {
  groupId: string;
  roles: Role[];
}

/** So many are looked at, before the likeliest ones are chosen among them. */
const LOOKED_AT = 200;

interface NamedRow {
  id: string;
  name: string;
  photo: string | null;
  seat: string | null;
}

/** Members of whose names some words begin with each of these, which are folded; the searcher is left out. */
export async function readNamed(
  pool: pg.Pool,
  { groupId, roles }: Readers,
  words: string[],
  personId: string,
): Promise<PersonRef[]> {
  const { rows } = await pool.query<NamedRow>({
    name: 'mention_named',
    text: `with named as materialized (
        select id, name, photo from person where search_words(name) @@ to_tsquery('simple', $4)
      )
      select p.id, p.name, p.photo, m.seat from named p join membership m on m.person_id = p.id
      where m.group_id = $1 and m.status = 'active' and m.role = any($2) and p.id <> $3
      limit ${LOOKED_AT}`,
    values: [groupId, roles, personId, words.map((word) => `${word}:*`).join(' & ')],
  });
  return rows.map((row) => personRef(row, row.seat));
}

/** Members of whom somebody may think first: who spoke last in the channel, then who holds a seat. */
export async function readLikely(
  pool: pg.Pool,
  { groupId, roles }: Readers,
  channelId: string,
  personId: string,
): Promise<PersonRef[]> {
  const { rows } = await pool.query<NamedRow>({
    name: 'mention_likely',
    text: `with spoke as materialized (
        select author_id, max(seq) as seq from (
          select author_id, seq from message where channel_id = $4 order by seq desc limit 100) latest
        group by author_id
      ), thought_of as (
        select author_id as id from spoke
        union
        (select person_id from membership where group_id = $1 and seat is not null limit ${LOOKED_AT})
        union
        (select person_id from membership where group_id = $1 and status = 'active' limit 20)
      )
      select p.id, p.name, p.photo, m.seat from thought_of t
      join membership m on m.person_id = t.id and m.group_id = $1 join person p on p.id = t.id
      left join spoke s on s.author_id = t.id
      where m.status = 'active' and m.role = any($2) and p.id <> $3
      order by s.seq desc nulls last, m.seat is null, p.name`,
    values: [groupId, roles, personId, channelId],
  });
  return rows.map((row) => personRef(row, row.seat));
}

/** The seats of a group, and how many hold each. */
export async function readSeats(
  pool: pg.Pool,
  { groupId, roles }: Readers,
): Promise<{ seat: string; people: number }[]> {
  const { rows } = await pool.query<{ seat: string; people: number }>({
    name: 'mention_seats',
    text: `select seat, count(*)::int as people from membership
      where group_id = $1 and seat is not null and status = 'active' and role = any($2)
      group by seat order by seat limit ${LOOKED_AT}`,
    values: [groupId, roles],
  });
  return rows;
}

/** Who holds these seats, by seat. */
export async function readHolders(
  pool: pg.Pool,
  { groupId, roles }: Readers,
  seats: string[],
): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ seat: string; ids: string[] }>({
    name: 'mention_holders',
    text: `select seat, (array_agg(person_id order by created_at))[1:${LOOKED_AT}] as ids from membership
      where group_id = $1 and seat = any($3) and status = 'active' and role = any($2)
      group by seat`,
    values: [groupId, roles, seats],
  });
  return new Map(rows.map(({ seat, ids }) => [seat, ids]));
}

/** How many others may read. */
export async function countReaders(
  pool: pg.Pool,
  { groupId, roles }: Readers,
  personId: string,
): Promise<number> {
  const { rows } = await pool.query<{ people: number }>({
    name: 'mention_readers',
    text: `select count(*)::int as people from membership
      where group_id = $1 and status = 'active' and role = any($2) and person_id <> $3`,
    values: [groupId, roles, personId],
  });
  return rows[0]!.people;
}
