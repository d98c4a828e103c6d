// Messages as JSON made by PostgreSQL: whole, and in short. Here, because channels show of them what was said last, and what a topic hangs on.
import { personJson } from '../identity/person.view.ts';

/** A row of `message m join person a on a.id = m.author_id` as the JSON of a MessageView. */
export const messageJson = `json_build_object(
  'id', m.id, 'channelId', m.channel_id, 'seq', m.seq, 'version', m.version, 'clientId', m.client_id,
  'author', ${personJson('a', 'm.seat')},
  'text', case when m.deleted_at is null and m.removed_at is null then m.text else '' end,
  'replyTo', case when m.reply_to_id is null then null else json_build_object('id', m.reply_to_id, 'seq', m.reply_to_seq) end,
  'carried', case when m.deleted_at is null and m.removed_at is null then m.carried
    when m.carried -> 'topic' is not null then jsonb_build_object('topic', m.carried -> 'topic') end,
  'createdAt', iso(m.created_at), 'editedAt', iso(m.edited_at),
  'deletedAt', iso(m.deleted_at), 'removedAt', iso(m.removed_at),
  'reactions', case when m.deleted_at is null and m.removed_at is null then m.reactions else '[]' end,
  'pin', case when m.pinned_at is not null and m.deleted_at is null and m.removed_at is null then json_build_object(
    'by', (select json_build_object('id', b.id, 'name', b.name, 'seat', null) from person b where b.id = m.pinned_by_id),
    'at', iso(m.pinned_at)) end)`;

/** The columns of a MessageBrief, of `message m join person a on a.id = m.author_id`, for json_build_object. */
export const briefFields = `'id', m.id, 'author', ${personJson('a', 'm.seat')},
  'text', case when m.deleted_at is null and m.removed_at is null then m.text else '' end,
  'shows', case when m.deleted_at is null and m.removed_at is null then m.carried #>> '{files,0,kind}' end,
  'isGone', m.deleted_at is not null or m.removed_at is not null, 'createdAt', iso(m.created_at)`;
