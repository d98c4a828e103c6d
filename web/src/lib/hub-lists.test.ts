import { expect, test } from 'vitest';
import type { Me } from '../../../shared/identity.ts';
import type { MyNotice } from '../../../shared/notices.ts';
import { applyToNotices } from './hub-lists.ts';

const receipts = (heard: ('seen' | 'acknowledged')[]) =>
  heard.reduce<MyNotice[]>(
    (notices, receipt) =>
      applyToNotices(notices, ['receipt.given', { noticeId: 'a', receipt }], {} as Me, []),
    [{ id: 'a', receipt: 'none' } as MyNotice],
  )[0]!.receipt;

test('what was acknowledged stays so, also where "seen" is told late', () => {
  expect(receipts(['seen'])).toBe('seen');
  expect(receipts(['seen', 'acknowledged'])).toBe('acknowledged');
  expect(receipts(['acknowledged', 'seen'])).toBe('acknowledged');
});
