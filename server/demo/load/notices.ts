// Notices with their audience and receipts, and the audit log's word on each.
import type { Rows } from '../rows.ts';
import type { SampleWard } from '../ward/sample.types.ts';
import type { SampleClock } from './clock.ts';
import { newIdAt } from './new-id.ts';
import type { Places } from './places.ts';

/** Receipts trickle in: the nth person looks so many minutes after the one before. */
const EVERY_MINUTES = 7;

export function buildNotices(rows: Rows, ward: SampleWard, clock: SampleClock, places: Places): void {
  for (const notice of ward.notices) {
    const at = clock.at(notice);
    const id = newIdAt(at);
    const groupIds = notice.groups.map((key) => places.group(key).id);
    rows.add('notice', {
      id,
      commune_id: places.communeId,
      author_id: places.personId(notice.author),
      seat: notice.seat,
      title: notice.title,
      body: notice.body,
      urgency: notice.urgency,
      is_public: notice.isPublic,
      published_at: at,
      withdrawn_at: null,
      version: 1,
    });
    for (const groupId of groupIds) rows.add('notice_group', { notice_id: id, group_id: groupId });
    const acknowledged = new Set(notice.acknowledgedBy);
    const readers = new Set([...notice.seenBy, ...notice.acknowledgedBy]);
    for (const [index, reader] of [...readers].entries()) {
      const seenAt = clock.after(at, 2 + index * EVERY_MINUTES);
      rows.add('receipt', {
        notice_id: id,
        person_id: places.personId(reader),
        seen_at: seenAt,
        acknowledged_at: acknowledged.has(reader) ? clock.after(seenAt, 1) : null,
      });
    }
    rows.add('audit_entry', {
      id: newIdAt(at),
      commune_id: places.communeId,
      actor_id: places.personId(notice.author),
      group_id: groupIds.length === 1 ? groupIds[0] : null,
      act: 'notice.published',
      subject_type: 'notice',
      subject_id: id,
      data: { groupIds },
      created_at: at,
    });
  }
}
