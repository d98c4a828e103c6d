// Notices, their audience, their receipts and the audit log's word on each, as rows.
import { DAY } from './calendar.ts';
import type { Making } from './making.ts';
import { makeNotices, receiptsOf } from './notices.ts';

export async function copyNotices({ copier, communeId, plan, days, random, ids }: Making): Promise<void> {
  const notices = makeNotices(plan, days, random, ids);
  await copier.copy(
    'notice',
    notices.map(({ id, author, title, body, urgency, isPublic, publishedAt }) => ({
      id,
      commune_id: communeId,
      author_id: author.person.id,
      seat: author.seat,
      title,
      body,
      urgency,
      is_public: isPublic,
      published_at: new Date(publishedAt),
    })),
  );
  await copier.copy(
    'notice_group',
    notices.flatMap(({ id, groups }) => groups.map((group) => ({ notice_id: id, group_id: group.id }))),
  );
  const end = days.at(-1)!.start + DAY;
  const receipts = function* () {
    for (const notice of notices) {
      for (const { noticeId, personId, seenAt, acknowledgedAt } of receiptsOf(notice, plan, end, random)) {
        yield {
          notice_id: noticeId,
          person_id: personId,
          seen_at: new Date(seenAt),
          acknowledged_at: acknowledgedAt && new Date(acknowledgedAt),
        };
      }
    }
  };
  await copier.copy('receipt', receipts());
  await copier.copy(
    'audit_entry',
    notices.map(({ id, author, groups, publishedAt }) => ({
      id: ids.at(publishedAt),
      commune_id: communeId,
      actor_id: author.person.id,
      group_id: groups.length === 1 ? groups[0]!.id : null,
      act: 'notice.published',
      subject_type: 'notice',
      subject_id: id,
      data: { groupIds: groups.map((group) => group.id) },
      created_at: new Date(publishedAt),
    })),
  );
}
