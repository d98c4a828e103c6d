import type { Message } from '../messages/message.entity.ts';

/** What a notification of a gathering says; its words are made in the reader's language. */
export function toldOf({ text, carried, channel, seq }: Message, group: string): Record<string, string> {
  return {
    title: [...text].slice(0, 200).join(''),
    group,
    place: carried?.gathering?.place ?? '',
    startsAt: carried?.gathering?.startsAt ?? '',
    href: `/app/channels/${channel.id}?at=${seq}`,
  };
}
