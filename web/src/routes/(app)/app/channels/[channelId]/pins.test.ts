import { expect, test } from 'vitest';
import type { MyNotice } from '#shared/notices.ts';
import { pinnedNotices } from './pins.ts';

const now = Date.parse('2026-11-24T00:00:00.000Z');
const notice = (id: string, publishedAt: string, more: Partial<MyNotice> = {}): MyNotice => ({
  id,
  version: 1,
  title: id,
  body: '',
  urgency: 'notice',
  isPublic: false,
  author: { id: 'official', name: 'Cán bộ', seat: null },
  groups: [{ id: 'group13', name: 'Tổ 13' }],
  publishedAt: `2026-${publishedAt}T00:00:00.000Z`,
  withdrawnAt: null,
  receipt: 'none',
  canMeasure: false,
  ...more,
});
const everyone = { groups: [{ id: 'commune', name: 'Phường' }] };

test.each<[string, MyNotice[], string[]]>([
  ['none', [], []],
  ['the newest first', [notice('old', '11-20'), notice('new', '11-22')], ['new', 'old']],
  ['of the whole commune too', [notice('all', '11-20', everyone)], ['all']],
  ['not of another group', [notice('12', '11-20', { groups: [{ id: 'group12', name: 'Tổ 12' }] })], []],
  ['not a withdrawn one', [notice('x', '11-20', { withdrawnAt: '2026-11-21T00:00:00.000Z' })], []],
  [
    'an urgent one before a newer one, until it is acknowledged',
    [
      notice('urgent', '11-20', { urgency: 'urgent', receipt: 'seen' }),
      notice('done', '11-19', { urgency: 'urgent', receipt: 'acknowledged' }),
      notice('new', '11-22'),
    ],
    ['urgent', 'new', 'done'],
  ],
  [
    'an old one until it is acknowledged',
    [notice('done', '11-09', { receipt: 'acknowledged' }), notice('open', '10-01')],
    ['open'],
  ],
])('pinned: %s', (_, notices, ids) => {
  expect(pinnedNotices(notices, ['group13', 'commune'], now).map(({ id }) => id)).toEqual(ids);
});
