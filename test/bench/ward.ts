// The people of the benchmark, put into the database at once: a commune whose residents are in its own group and in one of 20,
// each group with four channels to talk in, so that everybody has eight; and a running session for each of them.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';

export const GROUPS = 20;
/** 50 listen; the others of a group write while those are away. */
export const PEOPLE_PER_GROUP = 60;
const CHANNELS_PER_GROUP = 4;

export interface Resident {
  id: string;
  /** The Cookie header of their phone. */
  cookie: string;
  /** All eight channels; the first is the one of the own group. */
  channels: string[];
}

export interface Ward {
  /** The commune's own channel, where all are. */
  square: string;
  /** The first channel of each group. */
  halls: string[];
  /** People by group. */
  residents: Resident[][];
}

export async function makeWard(client: pg.Client): Promise<Ward> {
  const now = new Date();
  const communeId = randomUUID();
  await insert(client, 'commune', [
    {
      id: communeId,
      slug: 'bench',
      name: 'Bench',
      province: 'Bắc Kạn',
      description: '',
      is_demo: false,
      created_at: now,
    },
  ]);
  const groups = Array.from({ length: GROUPS + 1 }, (_, number) => ({
    id: randomUUID(),
    commune_id: communeId,
    kind: number === 0 ? 'commune' : 'residential',
    number: number || null,
    name: `Tổ dân phố ${number}`,
    description: '',
    created_at: now,
  }));
  await insert(client, 'community_group', groups);
  const channels = groups.map(({ id }) =>
    Array.from({ length: CHANNELS_PER_GROUP }, (_, position) => ({
      id: randomUUID(),
      group_id: id,
      kind: 'chat',
      name: `Kênh ${position + 1}`,
      position,
      override: {},
      seq: 0,
      version: 0,
      created_at: now,
    })),
  );
  await insert(client, 'channel', channels.flat());
  const channelIds = channels.map((ofGroup) => ofGroup.map(({ id }) => id));
  const residents = groups.slice(1).map((_, index) =>
    Array.from({ length: PEOPLE_PER_GROUP }, () => ({
      id: randomUUID(),
      token: randomBytes(32).toString('base64url'),
      groupIds: [groups[0]!.id, groups[index + 1]!.id],
      channels: [...channelIds[index + 1]!, ...channelIds[0]!],
    })),
  );
  await insertPeople(client, residents.flat(), now);
  await client.query('analyze');
  return {
    square: channelIds[0]![0]!,
    halls: channelIds.slice(1).map(([hall]) => hall!),
    residents: residents.map((group) =>
      group.map(({ id, token, channels }) => ({ id, channels, cookie: `dinh_session=${token}` })),
    ),
  };
}

async function insertPeople(
  client: pg.Client,
  people: { id: string; token: string; groupIds: string[] }[],
  now: Date,
): Promise<void> {
  await insert(
    client,
    'person',
    people.map(({ id }, index) => ({
      id,
      name: `Nguyễn Thị Hoà ${index}`,
      phone: `+849${String(index).padStart(8, '0')}`,
      passphrase_hash: '', // nobody signs in: they are signed in
      created_at: now,
    })),
  );
  await insert(
    client,
    'membership',
    people.flatMap(({ id, groupIds }) =>
      groupIds.map((group_id) => ({
        id: randomUUID(),
        person_id: id,
        group_id,
        role: 'resident',
        status: 'active',
        created_at: now,
      })),
    ),
  );
  await insert(
    client,
    'session',
    people.map(({ id, token }) => ({
      id: randomUUID(),
      person_id: id,
      token_hash: createHash('sha256').update(token).digest('base64url'),
      device: '–',
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + 24 * 3600 * 1000),
    })),
  );
}

/** Many rows in one statement; all have the columns of the first one, the others their defaults. */
async function insert(client: pg.Client, table: string, rows: object[]): Promise<void> {
  const columns = Object.keys(rows[0]!)
    .map((name) => `"${name}"`)
    .join(', ');
  await client.query(
    `insert into "${table}" (${columns}) select ${columns} from jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** Fills the halls with what was said in them before: so many messages in all. */
export async function fillHalls(client: pg.Client, ward: Ward, total: number): Promise<number> {
  const each = Math.ceil(total / ward.halls.length);
  for (const [index, hall] of ward.halls.entries()) {
    await client.query(
      `insert into message (id, channel_id, seq, version, author_id, client_id, text, created_at)
       select format('00000000-0000-7000-8%s-%s', lpad($4::text, 3, '0'), lpad(n::text, 12, '0'))::uuid, $1, c.seq + n, c.version + n,
         ($2::uuid[])[n % $5 + 1], format('00000000-0000-7000-9%s-%s', lpad($4::text, 3, '0'), lpad(n::text, 12, '0'))::uuid,
         'Bà con cho hỏi tuần này xe rác đến ngõ mình hôm nào, mấy giờ thì qua ạ? ' || n, now() - ($3 - n) * interval '1 second'
       from channel c, generate_series(1, $3::int) n where c.id = $1 order by n`,
      [hall, ward.residents[index]!.map(({ id }) => id), each, index, PEOPLE_PER_GROUP],
    );
    await client.query('update channel set seq = seq + $2, version = version + $2 where id = $1', [
      hall,
      each,
    ]);
  }
  await client.query('vacuum analyze message');
  return each;
}
