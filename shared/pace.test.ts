import { describe, expect, test } from 'vitest';
import { isWithin, quietUntil } from './pace.ts';

describe('a channel that rests', () => {
  const night = { quiet: { from: '22:00', to: '06:00' } };
  const noon = { quiet: { from: '11:30', to: '13:30' } };
  test.each([
    ['before', night, '2026-11-25T21:59:59+07:00', null],
    ['as it begins', night, '2026-11-25T22:00:00+07:00', '2026-11-26T06:00:00+07:00'],
    ['before midnight', night, '2026-11-25T23:30:10+07:00', '2026-11-26T06:00:00+07:00'],
    ['after midnight', night, '2026-11-26T00:10:00+07:00', '2026-11-26T06:00:00+07:00'],
    ['in its last second', night, '2026-11-26T05:59:59+07:00', '2026-11-26T06:00:00+07:00'],
    ['as it ends', night, '2026-11-26T06:00:00+07:00', null],
    ['at noon', noon, '2026-11-26T12:00:00+07:00', '2026-11-26T13:30:00+07:00'],
    ['in the evening', noon, '2026-11-26T19:00:00+07:00', null],
    ['never', { quiet: null }, '2026-11-26T00:10:00+07:00', null],
    [
      'not at all where it ends as it begins',
      { quiet: { from: '08:00', to: '08:00' } },
      '2026-11-26T08:00:00+07:00',
      null,
    ],
  ])('%s', (_, settings, now, until) => {
    expect(quietUntil(settings, new Date(now))).toEqual(until && new Date(until));
  });
});

test('what was said may be changed within its minutes, and without a limit for ever', () => {
  const said = '2026-11-25T10:00:00Z';
  expect(isWithin(15, said, Date.parse('2026-11-25T10:15:00Z'))).toBe(true);
  expect(isWithin(15, said, Date.parse('2026-11-25T10:15:01Z'))).toBe(false);
  expect(isWithin(null, said, Date.parse('2027-11-25T10:15:01Z'))).toBe(true);
});
