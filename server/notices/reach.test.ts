import { expect, test } from 'vitest';
import { audienceOf, authorSeat, bestState, canMeasure, concerns, countsIn, householdUnit } from './reach.ts';

test('the rules of reach', () => {
  expect(bestState([])).toBe('none');
  expect(bestState(['none', 'seen'])).toBe('seen');
  expect(bestState(['acknowledged', 'none', 'seen'])).toBe('acknowledged');
  const door = { id: 'h', label: 'Số 1', hasSmartphone: true };
  expect(householdUnit({ ...door, states: [] })).toMatchObject({ state: 'none', isOffline: true });
  expect(householdUnit({ ...door, states: ['none'] })).toMatchObject({ isOffline: false });
  expect(householdUnit({ ...door, hasSmartphone: false, states: ['seen'] })).toMatchObject({
    state: 'seen',
    isOffline: true,
  });
  const seats: [inChosen: (string | null)[], inCommune: string | null, seat: string | null][] = [
    [['Tổ trưởng'], 'Cán bộ', 'Tổ trưởng'],
    [[null], 'Cán bộ', 'Cán bộ'],
    [['Tổ trưởng', null], 'Cán bộ', 'Cán bộ'],
    [[null, 'Trạm trưởng'], null, 'Trạm trưởng'],
    [[null], null, null],
  ];
  for (const [inChosen, inCommune, seat] of seats) expect(authorSeat(inChosen, inCommune)).toBe(seat);
});

test('in which groups a notice counts, whom it concerns, who may measure it', () => {
  const [all, tdp12, tdp13, women] = [
    { id: 'all', kind: 'commune' },
    { id: '12', kind: 'residential' },
    { id: '13', kind: 'residential' },
    { id: 'w', kind: 'association' },
  ] as const;
  const groups = [all, tdp12, tdp13, women];
  const countedIn = (chosen: (typeof groups)[number][]) =>
    groups.filter((group) => countsIn(audienceOf(chosen), group)).map(({ id }) => id);
  expect(countedIn([tdp13])).toEqual(['13']);
  expect(countedIn([all])).toEqual(['12', '13']);
  expect(countedIn([all, tdp13, women])).toEqual(['12', '13', 'w']);
  expect(concerns(audienceOf([tdp13]), ['12', 'w'])).toBe(false);
  expect(concerns(audienceOf([tdp13, women]), ['12', 'w'])).toBe(true);
  expect(concerns(audienceOf([all]), ['12'])).toBe(true);
  expect(canMeasure(audienceOf([all]), [tdp13])).toBe(true);
  expect(canMeasure(audienceOf([all]), [women])).toBe(false);
  expect(canMeasure(audienceOf([tdp12]), [tdp13, all])).toBe(false);
});
