import { expect, test } from 'vitest';
import type { MyAttention } from './attention.ts';
import { attentionAtFirst, countsAloud, hearsAll, mayWake, tomorrowMorning, type Waking } from './waking.ts';

/** In Vietnam's time on one evening and the night after it. */
const at = (clock: string, day = '2026-11-25') => new Date(`${day}T${clock}:00+07:00`);
const noon = at('12:00');
const awake: MyAttention = { quiet: null, notice: true, talk: true };

const usual: Waking = { class: 'talk', channel: hearsAll, isMentioned: false, person: awake, now: noon };
const muted = (until: Date) => ({ level: 'all' as const, mutedUntil: until.toISOString() });
const only = { level: 'mentions' as const, mutedUntil: null };
const none = { level: 'none' as const, mutedUntil: null };
const allOff: MyAttention = { quiet: { from: '00:00', to: '23:59' }, notice: false, talk: false };

test.each<[string, Partial<Waking>, ReturnType<typeof mayWake>]>([
  ['talk by day', {}, 'now'],
  ['talk at night', { person: attentionAtFirst, now: at('23:30') }, 'later'],
  ['talk after midnight', { person: attentionAtFirst, now: at('05:59', '2026-11-26') }, 'later'],
  ['talk when the night is over', { person: attentionAtFirst, now: at('06:00', '2026-11-26') }, 'now'],
  ['talk just before the night', { person: attentionAtFirst, now: at('21:59') }, 'now'],
  ['a rest at noon', { person: { ...awake, quiet: { from: '11:30', to: '13:30' } } }, 'later'],
  ['a notice at night', { class: 'notice', person: attentionAtFirst, now: at('23:30') }, 'later'],
  ['what is urgent at night', { class: 'urgent', person: attentionAtFirst, now: at('02:00') }, 'now'],
  ['what is urgent to who wants nothing', { class: 'urgent', channel: none, person: allOff }, 'now'],
  ['talk switched off', { person: { ...awake, talk: false } }, 'never'],
  ['a notice, with talk switched off', { class: 'notice', person: { ...awake, talk: false } }, 'now'],
  ['a notice switched off', { class: 'notice', person: { ...awake, notice: false } }, 'never'],
  ['a muted channel', { channel: muted(at('13:00')), isMentioned: true }, 'never'],
  ['a mute that is over', { channel: muted(at('12:00')) }, 'now'],
  ['only mentions, and I am not', { channel: only }, 'never'],
  ['only mentions, and I am', { channel: only, isMentioned: true }, 'now'],
  ['nothing of this channel', { channel: none, isMentioned: true }, 'never'],
  ['a notice has no channel to mute', { class: 'notice', channel: muted(at('13:00')) }, 'now'],
])('%s', (_, difference, expected) => {
  expect(mayWake({ ...usual, ...difference })).toBe(expected);
});

test('a muted channel counts nothing aloud, one for mentions only those', () => {
  const channel = { unread: 7, mentions: [3, 5] };
  const aloud = (attention: Waking['channel']) => countsAloud({ ...channel, attention }, noon);
  expect([hearsAll, only, none, muted(at('13:00')), muted(at('11:00'))].map(aloud)).toEqual([7, 2, 0, 0, 7]);
});

test.each([
  ['20:00', '2026-11-26'],
  ['02:00', '2026-11-25'],
  ['05:30', '2026-11-26'],
  ['06:00', '2026-11-26'],
])('until tomorrow morning, at %s, is until six on %s', (clock, day) => {
  expect(tomorrowMorning(at(clock))).toEqual(at('06:00', day));
});
