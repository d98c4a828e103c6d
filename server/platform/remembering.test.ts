// What is remembered is at hand at once; what nobody remembers is read once for all who ask.
import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { remembering } from './remembering.ts';

const BOUNDS = { most: 10, trustedMs: 60_000 };
let reads: (readonly string[])[] = [];
const unknown = new Set<string>();
const memory = () =>
  remembering(async (keys) => {
    reads.push(keys);
    return keys.map((key) => (unknown.has(key) ? null : { key }));
  }, BOUNDS);

beforeEach(() => {
  reads = [];
  unknown.clear();
});

test('what is remembered is given without a turn of the event loop', async () => {
  const { load } = memory();
  await load('lan');
  let isLater = false;
  const later = turn().then(() => (isLater = true));
  expect(await load('lan')).toEqual({ key: 'lan' });
  expect(isLater).toBe(false);
  await later;
  expect(reads).toEqual([['lan']]);
});

test('what many want within three turns is read in one statement, and once', async () => {
  const { load } = memory();
  const first = [load('lan'), load('minh'), load('lan')];
  await turn();
  expect(await Promise.all([...first, load('hoa')])).toEqual([
    { key: 'lan' },
    { key: 'minh' },
    { key: 'lan' },
    { key: 'hoa' },
  ]);
  expect(reads).toEqual([['lan', 'minh', 'hoa']]);
});

test('what is forgotten while it waits to be read is read anew', async () => {
  const { load, clear } = memory();
  const before = load('lan');
  clear('lan');
  expect(await Promise.all([before, load('lan')])).toEqual([{ key: 'lan' }, { key: 'lan' }]);
  await load('lan');
  expect(reads.flat()).toEqual(['lan', 'lan']);
});

test('that there is nothing is not remembered', async () => {
  const { load } = memory();
  unknown.add('lan');
  expect(await load('lan')).toBeNull();
  unknown.clear();
  expect(await load('lan')).toEqual({ key: 'lan' });
});
