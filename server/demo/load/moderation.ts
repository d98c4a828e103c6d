// Flags, the cases that they opened, and what moderators decided.
import type { Rows } from '../rows.ts';
import type { SampleFlag, SampleWard } from '../ward/sample.types.ts';
import type { SampleClock } from './clock.ts';
import type { Said } from './messages.ts';
import { newIdAt } from './new-id.ts';
import type { Notifications } from './notifications.ts';
import type { Places } from './places.ts';

export function buildModeration(
  rows: Rows,
  ward: SampleWard,
  clock: SampleClock,
  places: Places,
  said: Map<string, Said>,
  notifications: Notifications,
): void {
  for (const flag of ward.flags) {
    const subject = said.get(flag.line);
    if (!subject) throw new Error(`The sample flags ${flag.line}, but nobody said it.`);
    const { line, row } = subject;
    const group = places.group(places.groupOf(line.channel));
    const openedAt = clock.at(flag);
    const id = newIdAt(openedAt);
    rows.add('moderation_case', {
      id,
      group_id: group.id,
      subject_type: 'message',
      subject_id: row.id,
      author_id: row.author_id,
      author_seat: row.seat,
      text: row.text,
      written_at: row.created_at,
      status: flag.decision ? 'decided' : 'open',
      claimed_by_id: null,
      opened_at: openedAt,
      version: flag.decision ? 2 : 1,
    });
    rows.add('flag', {
      id: newIdAt(openedAt),
      case_id: id,
      reporter_id: places.personId(flag.reporter),
      rule: flag.rule,
      reason: flag.reason,
      created_at: openedAt,
    });
    if (flag.decision)
      decide(rows, flag, flag.decision, { id, group, subject }, clock, places, notifications);
  }
}

interface Opened {
  id: string;
  group: { id: string; name: string };
  subject: Said;
}

function decide(
  rows: Rows,
  { reporter }: SampleFlag,
  decision: NonNullable<SampleFlag['decision']>,
  { id, group, subject: { line, row } }: Opened,
  clock: SampleClock,
  places: Places,
  notifications: Notifications,
): void {
  const { action, rule, reason } = decision;
  const at = clock.at(decision);
  const moderatorId = places.personId(decision.moderator);
  rows.add('decision', {
    id: newIdAt(at),
    case_id: id,
    moderator_id: moderatorId,
    action,
    rule,
    reason,
    mute_days: 0,
    created_at: at,
  });
  rows.add('audit_entry', {
    id: newIdAt(at),
    commune_id: places.communeId,
    actor_id: moderatorId,
    group_id: group.id,
    act: 'case.decided',
    subject_type: 'case',
    subject_id: id,
    data: { action, rule, muteDays: 0, authorId: row.author_id, messageId: row.id },
    created_at: at,
  });
  const about = { rule, reason, href: `/app/channels/${places.channel(line.channel).id}?at=${row.seq}` };
  notifications.tell(reporter, action === 'remove' ? 'flag_removed' : 'flag_dismissed', at, about);
  if (action === 'remove')
    notifications.tell(line.author, 'message_removed', at, { group: group.name, ...about });
}
