import type { SampleLine } from './sample.types.ts';

const SHAPE = /^(\d+) (\d\d:\d\d) ([\w-]+)((?: [#>!][\w-]+)*) \| (.+)$/;

/**
 * Reads a conversation written the way people read one: a line per message, as
 * `daysAgo time author #key >replyTo !edited !deleted | text`; `⏎` is a line break in the text.
 */
export function transcript(channel: string, source: string): SampleLine[] {
  return source
    .trim()
    .split('\n')
    .map((row) => {
      const match = SHAPE.exec(row.trim());
      if (!match) throw new Error(`Unreadable sample line in ${channel}: ${row}`);
      const [, daysAgo = '', time = '', author = '', marks = '', text = ''] = match;
      const line: SampleLine = {
        channel,
        author,
        daysAgo: Number(daysAgo),
        time,
        text: text.replaceAll('⏎', '\n'),
      };
      for (const mark of marks.split(' ').filter(Boolean)) {
        if (mark.startsWith('#')) line.key = mark.slice(1);
        else if (mark.startsWith('>')) line.replyTo = mark.slice(1);
        else if (mark === '!edited') line.isEdited = true;
        else if (mark === '!deleted') line.isDeleted = true;
        else throw new Error(`Unknown mark ${mark} in ${channel}: ${row}`);
      }
      return line;
    });
}
