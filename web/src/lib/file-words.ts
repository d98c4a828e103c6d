// What files are called where there is no room for them, or before they can be seen.
import type { Carried } from '../../../shared/carried.ts';
import type { FileView } from '../../../shared/files.ts';
import { isHidden } from '../../../shared/hidden.ts';
import type { MessageBrief } from '../../../shared/topics.ts';
import { m } from './paraglide/messages.js';
import { count } from './time.ts';
import { personName } from './words.ts';

/** 120 kB, 3,4 MB */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${count(Math.max(1, Math.round(bytes / 1000)))} kB`;
  return `${count(Math.round(bytes / 100_000) / 10)} MB`;
}

/** 1:05 */
export const clockOf = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** The words of a message, or what it carries instead of words. */
export function wordsOrFiles({ text, carried }: { text: string; carried: Carried | null }): string {
  return text || filesWords(carried?.files ?? []);
}

/** A message in short: who said what, or showed what, unless the reader is not to see it. */
export function briefWords(
  { author, text, shows, isGone }: MessageBrief,
  blocked: ReadonlySet<string>,
): string {
  if (isHidden(author, blocked)) return m.people_hidden();
  const words = text || (shows ? kindWords[shows]() : '');
  return m.topics_last_by({ name: personName(author), text: isGone ? m.places_message_gone() : words });
}

export const kindWords = { photo: m.files_photo, voice: m.files_voice, file: m.files_file };

function filesWords(files: FileView[]): string {
  const [first] = files;
  if (!first) return '';
  if (first.kind === 'voice') return m.files_voice();
  const photos = files.filter(({ kind }) => kind === 'photo').length;
  return photos > 0 ? m.files_photos({ count: photos }) : first.name;
}
