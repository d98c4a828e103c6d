// A quarrel in a group, and the acts by which it is flagged and judged.
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { CaseDecide, CaseView, RuleKey } from '../../shared/moderation.ts';
import type { ProcedureBody } from '../../shared/procedures.ts';
import { Commune } from '../../server/places/commune.entity.ts';
import { newId } from '../../server/platform/id.ts';
import { Procedure } from '../../server/procedures/procedure.entity.ts';
import type { Actor } from './actor.ts';
import type { Hub, TestCommune } from './app.ts';

export const say = (actor: Actor, commune: TestCommune, text: string) =>
  actor.call('message.create', {
    params: { channelId: commune.chats.tdp13!.id },
    body: { clientId: randomUUID(), text },
  });
/** A flag as its call takes it. */
export const report = (subjectId: string, rule: RuleKey = 'insult', reason = 'Nặng lời quá') => ({
  body: { subjectType: 'message' as const, subjectId, rule, reason },
});
/** A decision on a case as it was seen, a removal unless told otherwise. */
export const decision = (found: CaseView, more: Partial<z.input<typeof CaseDecide>> = {}) => ({
  params: { caseId: found.id },
  body: {
    version: found.version,
    action: 'remove' as const,
    rule: 'insult' as const,
    reason: 'Xúc phạm người khác',
    ...more,
  },
});
/** The queue as this moderator sees it. */
export const openCases = (moderator: Actor) => moderator.call('case.list', { query: {} });

/** Group 13 with an author, two reporters, and two commune-wide moderators who are no members of the group. */
export async function quarrel(hub: Hub) {
  const commune = await hub.commune();
  const author = await commune.person({ tdp13: 'resident' });
  const lan = await commune.person({ tdp13: 'resident' });
  const minh = await commune.person({ tdp13: ['head', 'Tổ trưởng tổ 13'] });
  const moderator = await commune.person({ commune: ['moderator', 'Tổ điều hành'] });
  const colleague = await commune.person({ commune: 'moderator' });
  const message = await say(author, commune, 'Câu nặng lời');
  return { commune, author, lan, minh, moderator, colleague, message };
}

/** The same, with the message flagged by Lan. */
export async function flagged(hub: Hub) {
  const scene = await quarrel(hub);
  await scene.lan.call('flag.create', report(scene.message.id));
  const [found] = await openCases(scene.moderator);
  return { ...scene, found: found! };
}

/** Puts a procedure to ask about into the catalogue, and gives its id. */
export async function addProcedure({ hub, id: communeId }: TestCommune): Promise<string> {
  const em = hub.em.fork();
  const id = newId();
  em.persist(
    em.create(Procedure, {
      id,
      commune: em.getReference(Commune, communeId),
      code: '1.001193',
      name: 'Đăng ký khai sinh',
      body: {} as ProcedureBody, // only its own page would read it
      folded: '',
      createdAt: new Date(),
    }),
  );
  await em.flush();
  return id;
}
