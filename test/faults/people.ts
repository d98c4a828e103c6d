// Who talks in a run, put into the database at once: a commune, its groups with a channel each, residents with running sessions.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';

const GROUP_SIZE = 20;

export interface Resident {
  id: string;
  name: string;
  /** The Cookie header of their device. */
  cookie: string;
}

/** Residents of one commune: each is in its own group and in one with about twenty others. */
export async function makePeople(database: pg.Pool, count: number): Promise<Resident[]> {
  const now = new Date();
  const commune = randomUUID();
  await insert(database, 'commune', [
    {
      id: commune,
      slug: `faults-${commune}`,
      name: 'Xã',
      province: 'Bắc Kạn',
      description: '',
      is_demo: false,
      created_at: now,
    },
  ]);
  const groups = Array.from({ length: Math.ceil(count / GROUP_SIZE) + 1 }, (_, number) => ({
    id: randomUUID(),
    commune_id: commune,
    kind: number === 0 ? 'commune' : 'residential',
    number: number || null,
    name: `Tổ ${number}`,
    description: '',
    created_at: now,
  }));
  await insert(database, 'community_group', groups);
  await insert(
    database,
    'channel',
    groups.map(({ id }) => ({
      id: randomUUID(),
      group_id: id,
      kind: 'chat',
      name: 'Trò chuyện',
      position: 0,
      override: {},
      seq: 0,
      version: 0,
      created_at: now,
    })),
  );
  const people = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    name: `Người ${index}`,
    token: randomBytes(32).toString('base64url'),
    groups: [groups[0]!.id, groups[1 + (index % (groups.length - 1))]!.id],
  }));
  const phones = Math.floor(Math.random() * 80_000_000);
  await insert(
    database,
    'person',
    people.map(({ id, name }, index) => ({
      id,
      name,
      phone: `+849${String(phones + index).padStart(8, '0')}`,
      passphrase_hash: '', // nobody signs in: they are signed in
      created_at: now,
    })),
  );
  await insert(
    database,
    'membership',
    people.flatMap(({ id, groups }) =>
      groups.map((group_id) => ({
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
    database,
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
  return people.map(({ id, name, token }) => ({ id, name, cookie: `dinh_session=${token}` }));
}

/** Many rows in one statement; all have the columns of the first one, the others their defaults. */
async function insert(database: pg.Pool, table: string, rows: object[]): Promise<void> {
  const columns = Object.keys(rows[0]!)
    .map((name) => `"${name}"`)
    .join(', ');
  await database.query(
    `insert into "${table}" (${columns}) select ${columns} from jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
