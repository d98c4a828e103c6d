// A message passed on into another channel: its words are taken here, so that nobody can put words into another's mouth.
import type pg from 'pg';
import { isForwardable } from '../../shared/carrying.ts';
import type { Carried, Forwarded } from '../../shared/carried.ts';
import type { FileView } from '../../shared/files.ts';
import type { Roster } from '../channels/roster.ts';
import { AppError } from '../platform/app-error.ts';

interface Origin {
  channel_id: string;
  seq: string;
  author_id: string;
  name: string;
  seat: string | null;
  text: string;
  carried: Carried | null;
  created_at: Date;
}

/**
 * The words and files of a message that one may read and that stands, with who said them. What was passed on to here itself
 * still names who said it first. A poll is asked of the people where it is: it is not passed on.
 */
export async function readForward(
  pool: pg.Pool,
  roster: Roster,
  personId: string,
  messageId: string,
): Promise<{ text: string; forwarded: Forwarded; files: FileView[] | undefined }> {
  const { rows } = await pool.query<Origin>({
    name: 'forward_origin',
    text: `select m.channel_id, m.seq, m.author_id, a.name, m.seat, m.text, m.carried, m.created_at
      from message m join person a on a.id = m.author_id
      where m.id = $1 and m.deleted_at is null and m.removed_at is null`,
    values: [messageId],
  });
  const origin = rows[0];
  if (!origin) throw new AppError('not_found');
  await roster.access({ personId }, origin.channel_id);
  if (!isForwardable(origin.carried)) throw new AppError('forbidden');
  const forwarded = origin.carried?.forwarded ?? {
    author: { id: origin.author_id, name: origin.name, seat: origin.seat },
    at: origin.created_at.toISOString(),
    channelId: origin.channel_id,
    seq: Number(origin.seq),
  };
  return { text: origin.text, forwarded, files: origin.carried?.files };
}
