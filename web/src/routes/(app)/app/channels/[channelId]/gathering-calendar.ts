// A gathering for the calendar of the phone. Its times are points in time, so that it stands right whatever the phone's zone.
import { createEvent, type DateArray, type EventAttributes } from 'ics';
import { fileName } from '#lib/download.ts';
import type { GatheringCreate } from '#shared/gatherings.ts';
import type { MessageView } from '#shared/messages.ts';
import { fold } from '#shared/vietnamese.ts';

/** Added to a calendar twice it is one: it goes by the message. */
export function calendarFile(message: MessageView, gathering: GatheringCreate, url: string): File {
  const { startsAt, endsAt, place, note } = gathering;
  const attributes: EventAttributes = {
    uid: `${message.id}@dinh`,
    productId: 'dinh',
    sequence: message.version,
    title: message.text,
    start: partsOf(startsAt),
    startInputType: 'utc',
    startOutputType: 'utc',
    ...(endsAt === null
      ? { duration: { hours: 1 } }
      : { end: partsOf(endsAt), endInputType: 'utc' as const, endOutputType: 'utc' as const }),
    ...(place && { location: place }),
    ...(note && { description: note }),
    url,
    alarms: [{ action: 'display', description: message.text, trigger: { hours: 1, before: true } }],
  };
  const { error, value } = createEvent(attributes);
  if (!value) throw error ?? new Error('no calendar');
  return new File([value], fileName(fold(message.text), 'ics'), { type: 'text/calendar;charset=utf-8' });
}

function partsOf(at: string): DateArray {
  const date = new Date(at);
  return [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
  ];
}
