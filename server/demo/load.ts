// The sample ward, put into the database as if five weeks had been lived in it.
import pg from 'pg';
import { hashPassphrase } from '../identity/passphrase.ts';
import { DEMO_PASSPHRASE, demoKeys, type DemoKey } from './demo.keys.ts';
import { SampleClock } from './load/clock.ts';
import { buildMessages } from './load/messages.ts';
import { buildModeration } from './load/moderation.ts';
import { buildNewcomers, newcomerTime } from './load/newcomers.ts';
import { buildNotices } from './load/notices.ts';
import { Notifications } from './load/notifications.ts';
import { Places } from './load/places.ts';
import { buildQuestions } from './load/questions.ts';
import { Rows } from './rows.ts';
import type { SampleWard } from './ward/sample.types.ts';
import { songCau } from './ward/ward.ts';

export const SONG_CAU_SLUG = songCau.slug;

/** Loads the ward Sông Cầu in one transaction: all of it is there, or nothing. The database is migrated, and has no such ward yet. */
export async function loadSongCau(databaseUrl: string, log: (line: string) => void): Promise<void> {
  const rows = build(songCau, new Date(), await hashPassphrase(DEMO_PASSPHRASE));
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query('begin');
    await rows.insert(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
  const count = (table: string) => rows.of(table).length;
  log(
    `${songCau.name}: ${count('person')} people in ${count('household')} households, ${count('message')} messages, ` +
      `${count('notice')} notices, ${count('procedure')} procedures, ${count('thread')} questions. All of it is sample data.`,
  );
}

function build(ward: SampleWard, now: Date, passphraseHash: string): Rows {
  const rows = new Rows();
  const clock = new SampleClock(now, timesOf(ward));
  const notifications = new Notifications();
  const places = new Places(rows, ward, clock, passphraseHash);
  const said = buildMessages(rows, ward, clock, places);
  buildNotices(rows, ward, clock, places);
  buildQuestions(rows, ward, clock, places, notifications);
  buildModeration(rows, ward, clock, places, said, notifications);
  buildNewcomers(rows, clock, places, passphraseHash, notifications);
  notifications.build(rows, clock, places.personId);
  return rows;
}

const timesOf = ({ lines, notices, threads, flags }: SampleWard) => [
  newcomerTime,
  ...lines,
  ...notices,
  ...threads,
  ...threads.flatMap(({ posts }) => posts),
  ...flags,
  ...flags.flatMap(({ decision }) => decision ?? []),
];

const labels: Record<DemoKey, string> = {
  resident13: 'Resident of group 13',
  resident12: 'Resident of group 12',
  head13: 'Head of group 13',
  official: 'Official',
  tech: 'Technology team',
  moderator: 'Moderator',
  admin: 'Administrator',
};

/** With what the sample people sign in, for whoever starts the hub; none where there is no demo. */
export async function demoSignIns(
  databaseUrl: string,
): Promise<{ label: string; phone: string; passphrase: string }[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ key: string; phone: string }>(
      `select p.demo_key as key, p.phone from person p
        where p.demo_key is not null and exists (
          select from membership m join community_group g on g.id = m.group_id join commune c on c.id = g.commune_id
           where m.person_id = p.id and m.status = 'active' and c.is_demo)`,
    );
    return demoKeys.flatMap((key) => {
      const person = rows.find((row) => row.key === key);
      if (!person) return [];
      return { label: labels[key], phone: person.phone.replace(/^\+84/, '0'), passphrase: DEMO_PASSPHRASE };
    });
  } finally {
    await client.end();
  }
}
