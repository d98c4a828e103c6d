import { expect, test } from 'vitest';
import { unreadFor } from './push.letters.ts';

const said = (seq: number, authorId: string, seat: string | null = null) => ({
  seq,
  authorId,
  author: authorId,
  seat,
  text: '',
  carried: null,
});
const lan = {
  personId: 'lan',
  blocked: ['hung'],
  readSeq: 2,
  toldSeq: 3,
  toldAt: null,
  channel: null,
  person: { quiet: null, classes: [] } as never,
};

test('what waits is of others, not read yet, and not the everyday words of whom one blocked', () => {
  const latest = [
    said(8, 'hung', 'Tổ trưởng tổ 13'),
    said(7, 'hung'),
    said(6, 'lan'),
    said(5, 'minh'),
    said(3, 'minh'),
    said(1, 'minh'),
  ];
  expect(unreadFor(lan, latest).map(({ seq }) => seq)).toEqual([8, 5, 3]);
  const naming = {
    ...said(9, 'minh'),
    carried: { mentions: [{ kind: 'person' as const, id: 'lan', name: 'Lan' }] },
  };
  const channel = { level: 'mentions' as const, mutedUntil: null };
  expect(unreadFor({ ...lan, channel }, [naming, ...latest])).toEqual([naming]);
});
