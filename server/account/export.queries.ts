// What of the database is one person's own. Names of others appear only where their words or acts were to this person.
import type pg from 'pg';
import { existsSync } from 'node:fs';
import type { FileForm } from '../../shared/files.ts';
import type { FileStore } from '../files/file.store.ts';
import { portraitKey } from '../portraits/portrait.key.ts';

/** `sql` takes $1 the person, $2 the id after which to go on, and gives rows in the order of their `id`. */
interface Section {
  name: string;
  sql: string;
}

const PAGE = 1_000;
const START = '00000000-0000-0000-0000-000000000000';

const section = (name: string, columns: string, source: string, id: string, mine: string): Section => ({
  name,
  sql: `select ${id} as id, ${columns} from ${source} where ${mine} = $1 and ${id} > $2 order by ${id} limit ${PAGE}`,
});

export const sections: Section[] = [
  section(
    'profile',
    `p.name, p.phone, p.shows_presence as "showsPresence", p.shows_typing as "showsTyping", p.attention, p.created_at as "createdAt"`,
    'person p',
    'p.id',
    'p.id',
  ),
  section(
    'groups',
    `c.name as commune, g.name as "group", m.role, m.seat, m.status, h.address as household, m.muted_until as "mutedUntil",
     m.created_at as "createdAt"`,
    `membership m join community_group g on g.id = m.group_id join commune c on c.id = g.commune_id
     left join household h on h.id = m.household_id`,
    'm.id',
    'm.person_id',
  ),
  section(
    'devices',
    `s.device, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt"`,
    'session s',
    's.id',
    's.person_id',
  ),
  section(
    'messages',
    `g.name as "group", coalesce(parent.name, c.name) as channel, parent.id is not null as "inTopic", m.seat, m.text, m.carried, m.created_at as "createdAt", m.edited_at as "editedAt",
     m.deleted_at as "takenBackAt", m.removed_at as "removedAt"`,
    `message m join channel c on c.id = m.channel_id left join channel parent on parent.id = c.parent_id
     join community_group g on g.id = c.group_id`,
    'm.id',
    'm.author_id',
  ),
  section(
    'former-words',
    `r.message_id as "messageId", r.text, r.replaced_at as "replacedAt"`,
    'message_revision r join message m on m.id = r.message_id',
    'r.id',
    'm.author_id',
  ),
  section(
    'reactions',
    `r.emoji, r.at as "createdAt"`,
    `(select message_id, person_id, array_agg(emoji order by created_at) as emoji, min(created_at) as at
      from reaction group by message_id, person_id) r`,
    'r.message_id',
    'r.person_id',
  ),
  section('votes', `v.choices, v.voted_at as "votedAt"`, 'poll_vote v', 'v.message_id', 'v.person_id'),
  section(
    'comings',
    `m.text as gathering, a.coming, a.people, a.answered_at as "answeredAt"`,
    'gathering_answer a join message m on m.id = a.message_id',
    'a.message_id',
    'a.person_id',
  ),
  section(
    'questions',
    `p.name as procedure, t.question, t.is_private as "isPrivate", t.status, t.created_at as "createdAt"`,
    'thread t join procedure p on p.id = t.procedure_id',
    't.id',
    't.asker_id',
  ),
  section(
    'answers',
    `t.question, o.text, o.is_official as "isOfficial", o.created_at as "createdAt", o.removed_at as "removedAt"`,
    'post o join thread t on t.id = o.thread_id',
    'o.id',
    'o.author_id',
  ),
  section(
    'notices-published',
    `n.title, n.body, n.urgency, n.seat, n.published_at as "publishedAt", n.withdrawn_at as "withdrawnAt"`,
    'notice n',
    'n.id',
    'n.author_id',
  ),
  section(
    'notices-received',
    `n.title, r.seen_at as "seenAt", r.acknowledged_at as "acknowledgedAt"`,
    'receipt r join notice n on n.id = r.notice_id',
    'n.id',
    'r.person_id',
  ),
  section(
    'told',
    `n.kind, n.data, n.created_at as "createdAt", n.read_at as "readAt"`,
    'notification n',
    'n.id',
    'n.person_id',
  ),
  section(
    'blocked',
    `p.name, b.created_at as "createdAt"`,
    'block b join person p on p.id = b.blocked_id',
    'p.id',
    'b.blocker_id',
  ),
  section(
    'reports',
    `f.rule, f.reason, c.text as about, f.created_at as "createdAt"`,
    'flag f join moderation_case c on c.id = f.case_id',
    'f.id',
    'f.reporter_id',
  ),
  // Who decided is theirs; that and why it was decided is this person's. Of reports that came to nothing nobody hears but who made them.
  section(
    'decisions-about-me',
    `c.text as about, d.action, d.rule, d.reason, d.mute_days as "muteDays", d.created_at as "createdAt"`,
    `decision d join moderation_case c on c.id = d.case_id and d.action <> 'dismiss'`,
    'd.id',
    'c.author_id',
  ),
];

export type ExportRow = Record<string, unknown> & { id: string };

/** Rows one after another, read by the page. */
export async function* readRows(pool: pg.Pool, { sql }: Section, personId: string): AsyncIterable<ExportRow> {
  let after = START;
  for (;;) {
    const { rows } = await pool.query<ExportRow>(sql, [personId, after]);
    yield* rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.id;
  }
}

/** This person's picture, photos, files and voice messages that are kept, under names that no two share. */
export async function readFiles(
  pool: pg.Pool,
  store: FileStore,
  personId: string,
): Promise<{ path: string; name: string }[]> {
  const { rows } = await pool.query<{ id: string; objectId: string; kind: string; name: string }>(
    `select id, object_id as "objectId", kind, name from file where author_id = $1 and completed_at is not null order by id`,
    [personId],
  );
  const sent = rows.map(({ id, objectId, kind, name }) => {
    const form: FileForm = kind === 'photo' ? 'large' : 'whole';
    const plain = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_');
    const ending = kind === 'photo' ? `${plain.replace(/\.\w+$/, '')}.webp` : plain;
    return { path: store.path(objectId, form), name: `${id.slice(-8)} ${ending}` };
  });
  const portrait = { path: store.path(portraitKey(personId), 'large'), name: 'portrait.webp' };
  return [portrait, ...sent].filter(({ path }) => existsSync(path));
}
