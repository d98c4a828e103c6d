// What must hold of a whole ward, however it came into the database.
import pg from 'pg';

export async function query<R extends pg.QueryResultRow>(url: string, sql: string): Promise<R[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** What must hold of every channel, reply, receipt, thread and case, as statements that find breaches. */
const laws: Record<string, string> = {
  'places run from 1 without holes, and the channel knows the last': `
    select c.id from channel c left join message m on m.channel_id = c.id group by c.id
    having count(m.id) <> c.seq or coalesce(max(m.seq), 0) <> c.seq or coalesce(min(m.seq), 1) <> 1`,
  'the version of the channel is that of its last change, and versions are distinct': `
    select c.id from channel c join message m on m.channel_id = c.id group by c.id
    having max(m.version) <> c.version or count(distinct m.version) <> count(*) or min(m.version) < 1`,
  'each change took one version': `
    select c.id from channel c left join message m on m.channel_id = c.id group by c.id
    having c.version <> c.seq + count(m.edited_at) + count(m.deleted_at) + count(m.removed_at)`,
  'places follow time, and so do ids': `
    select id from (select id, created_at, lag(id) over w as before_id, lag(created_at) over w as before_at
                      from message window w as (partition by channel_id order by seq)) m
    where before_at > created_at or (before_at < created_at and before_id > id)`,
  'who speaks is in the group': `
    select m.id from message m join channel c on c.id = m.channel_id
    where not exists (select from membership s where s.person_id = m.author_id and s.group_id = c.group_id and s.status = 'active')`,
  'a reply quotes an earlier message of its channel': `
    select m.id from message m left join message q on q.id = m.reply_to_id and q.channel_id = m.channel_id and q.seq < m.seq
    where m.reply_to_id is not null and q.seq is distinct from m.reply_to_seq or (m.reply_to_id is null) <> (m.reply_to_seq is null)`,
  'what was edited has a former text, and only that': `
    select m.id from message m left join message_revision r on r.message_id = m.id and r.text <> m.text and r.replaced_at = m.edited_at
    where (m.edited_at is null) <> (r.id is null)`,
  'markers stand inside their channel, and belong to members': `
    select r.person_id from read_marker r join channel c on c.id = r.channel_id
    where r.seq > c.seq or r.seq < 0 or not exists (
      select from membership m where m.person_id = r.person_id and m.group_id = c.group_id and m.status = 'active')`,
  'receipts come from those addressed, after publication': `
    select r.person_id from receipt r join notice n on n.id = r.notice_id
    where r.seen_at < n.published_at or r.acknowledged_at < r.seen_at or not exists (
      select from notice_group ng join membership m on m.group_id = ng.group_id and m.status = 'active'
      where ng.notice_id = n.id and m.person_id = r.person_id)`,
  'every notice has an audience and stands in the audit log': `
    select n.id from notice n where not exists (select from notice_group g where g.notice_id = n.id)
      or not exists (select from audit_entry a where a.subject_id = n.id::text and a.actor_id = n.author_id)`,
  'a thread is what its posts say': `
    select t.id from thread t left join post p on p.thread_id = t.id group by t.id
    having t.version <> 1 + count(p.id) + (t.taken_by_id is not null)::int + (t.solved_at is not null)::int
      or t.answered_at is distinct from min(p.created_at) filter (where p.is_official)
      or (t.status = 'solved') <> (t.solved_at is not null) or min(p.created_at) < t.created_at
      or (t.status = 'open' and t.taken_by_id is not null) or (t.status = 'taken' and t.taken_by_id is null)`,
  'who lives in a residential group lives in a household of it, and is of the commune': `
    select m.id from membership m join community_group g on g.id = m.group_id left join household h on h.id = m.household_id
    where (h.id is not null and h.group_id <> g.id) or (g.kind = 'residential' and h.id is null) or not exists (
      select from membership o join community_group c on c.id = o.group_id
      where o.person_id = m.person_id and c.kind = 'commune' and c.commune_id = g.commune_id and o.status = m.status)`,
  'each residential group has one head': `
    select g.id from community_group g left join membership m on m.group_id = g.id and m.role = 'head'
    where g.kind = 'residential' group by g.id having count(m.id) <> 1`,
  'nothing is in the future': `
    select at from (select greatest(created_at, edited_at, deleted_at, removed_at) from message union all
      select greatest(published_at, withdrawn_at) from notice union all select greatest(seen_at, acknowledged_at) from receipt union all
      select greatest(created_at, answered_at, solved_at) from thread union all select created_at from post union all
      select created_at from audit_entry union all select created_at from membership union all
      select greatest(created_at, read_at) from notification union all select created_at from decision) moments(at)
    where at > now()`,
};

/** The laws that are broken, each with a few of its breaches. */
export async function breaches(url: string): Promise<string[]> {
  const broken: string[] = [];
  for (const [law, sql] of Object.entries(laws)) {
    const rows = await query(url, `${sql} limit 3`);
    if (rows.length > 0) broken.push(`${law}: ${JSON.stringify(rows)}`);
  }
  return broken;
}
