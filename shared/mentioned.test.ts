import { expect, test } from 'vitest';
import { carriedWithText, cutAtMentions, mentionsIn, type Named } from './mentioned.ts';

const person = (name: string, id = name) => ({ kind: 'person' as const, name, id });
const shown = (text: string, mentions: Named[]) =>
  cutAtMentions(text, mentions)
    .map((part) => (part.mention ? `[${part.text}]` : part.text))
    .join('');

test.each<[string, Named[], string]>([
  ['Bác @Lan ơi', [person('Lan')], 'Bác [@Lan] ơi'],
  ['@Lan, @Lan!', [person('Lan')], '[@Lan], [@Lan]!'],
  ['@Lan Anh và @Lan', [person('Lan'), person('Lan Anh')], '[@Lan Anh] và [@Lan]'],
  ['thu@Lan, @Lanh, @lan', [person('Lan')], 'thu@Lan, @Lanh, @lan'],
  ['(@Tổ trưởng tổ 13)', [{ kind: 'seat', seat: 'Tổ trưởng tổ 13' }], '([@Tổ trưởng tổ 13])'],
  ['@Tổ trưởng tổ 13', [{ kind: 'seat', seat: 'Tổ trưởng tổ 1' }], '@Tổ trưởng tổ 13'],
  ['@mọi người, @everyone', [{ kind: 'all' }], '[@mọi người], [@everyone]'],
  ['@A.B(c)* x', [person('A.B(c)*')], '[@A.B(c)*] x'],
  ['Không ai', [], 'Không ai'],
])('%s', (text, mentions, expected) => {
  expect(shown(text, mentions)).toBe(expected);
});

test('of two who bear one name, each is meant once', () => {
  const [first, second] = [person('Nam', '1'), person('Nam', '2')];
  const meant = cutAtMentions('@Nam và @Nam', [first, second]).flatMap(({ mention }) => mention ?? []);
  expect(meant).toEqual([first, second]);
  expect(mentionsIn('@Nam', [first, second])).toEqual([first]);
});

test('what else a message carries stays when its mentions go', () => {
  const other = { other: 1 };
  const mentions = [person('Lan')];
  expect(carriedWithText({ mentions }, 'Lan')).toBeNull();
  expect(carriedWithText({ ...other, mentions }, 'Lan')).toEqual(other);
  expect(carriedWithText({ ...other, mentions }, '@Lan')).toEqual({ ...other, mentions });
  expect(carriedWithText(null, '@Lan')).toBeNull();
});
