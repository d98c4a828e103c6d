// The queue of cases: reading it, and taking a case so that two moderators do not work on one.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import { caseActions, type CaseDetail, type CaseStatus, type CaseView } from '../../shared/moderation.ts';
import type { Actor } from '../identity/actor.ts';
import { Person } from '../identity/person.entity.ts';
import { accessStanding, groupsWith } from '../places/place.access.ts';
import { AppError } from '../platform/app-error.ts';
import { Events } from '../platform/events.ts';
import { tellOfCase } from './case.events.ts';
import { accessCase, lockCase, requireAction, requireVersion } from './case.access.ts';
import { findCaseIds, readCarried, readCases, readContext } from './case.queries.ts';

@Injectable()
export class CasesService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
  ) {}

  async list(actor: Actor, status: CaseStatus): Promise<CaseView[]> {
    const groups = await groupsWith(this.em, await accessStanding(this.em, actor), 'case.decide');
    if (groups.length === 0) throw new AppError('not_found');
    return readCases(
      this.em,
      await findCaseIds(
        this.em,
        groups.map(({ id }) => id),
        status,
        actor.personId,
      ),
    );
  }

  async get(actor: Actor, caseId: string): Promise<CaseDetail> {
    await accessCase(this.em, actor, caseId);
    return this.detail(actor, await this.read(caseId));
  }

  async claim(
    actor: Actor,
    caseId: string,
    { version, isClaimed }: Input<'case.claim'>['body'],
  ): Promise<CaseDetail> {
    const isChanged = await this.em.transactional(async (em) => {
      const { case: found } = await lockCase(em, actor, caseId);
      requireVersion(found, version);
      const holder = found.claimedBy?.id ?? null;
      if (holder === (isClaimed ? actor.personId : null)) return false;
      requireAction(actor, found, version, isClaimed ? 'claim' : 'release');
      found.claimedBy = isClaimed ? em.getReference(Person, actor.personId) : null;
      found.version += 1;
      return true;
    });
    const view = await this.read(caseId);
    if (isChanged) await this.changed(view);
    return this.detail(actor, view);
  }

  async read(caseId: string): Promise<CaseView> {
    const [view] = await readCases(this.em, [caseId]);
    return view!;
  }

  changed(view: CaseView): Promise<void> {
    return tellOfCase(this.em, this.events, 'case.changed', view);
  }

  async detail(actor: Actor, view: CaseView): Promise<CaseDetail> {
    const context = await readContext(this.em, view);
    const carried = await readCarried(this.em, view);
    return { ...view, carried, context, actions: caseActions(actor.personId, view) };
  }
}
