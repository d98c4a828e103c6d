import vi from 'emojibase-data/vi/compact.json';
import { expect, test } from 'vitest';
import { Emoji } from '#shared/messages.ts';
import { findEmoji, loadEmoji } from './emoji.ts';

test('everything that can be chosen is taken by the server, and once', async () => {
  const { all, groups } = await loadEmoji();
  expect(all.length).toBeGreaterThan(1_800);
  expect(all.length).toBeLessThan(vi.length);
  expect(all.filter(({ emoji }) => !Emoji.safeParse(emoji).success)).toEqual([]);
  expect(new Set(all.map(({ emoji }) => emoji)).size).toBe(all.length);
  expect(all.filter(({ group }) => groups.every(({ order }) => order !== group))).toEqual([]);
});

test('an emoji is found by the beginnings of its words, with and without tone marks', async () => {
  const { all } = await loadEmoji();
  const found = (query: string) => findEmoji(all, query).map(({ emoji }) => emoji);
  expect(found('con mèo')).toContain('🐱');
  expect(found('meo')).toContain('🐱');
  expect(found('dong y')).toContain('👍');
  expect(found('zzzz')).toEqual([]);
});
