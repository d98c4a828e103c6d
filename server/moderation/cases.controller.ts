import { Controller } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import type { CaseDetail, CaseView } from '../../shared/moderation.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { CasesService } from './cases.service.ts';
import { DecisionsService } from './decisions.service.ts';

@Controller()
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly decisions: DecisionsService,
  ) {}

  @Endpoint('case.list')
  list(@CurrentActor() actor: Actor, @Given() { query }: Input<'case.list'>): Promise<CaseView[]> {
    return this.cases.list(actor, query.status);
  }

  @Endpoint('case.get')
  get(@CurrentActor() actor: Actor, @Given() { params }: Input<'case.get'>): Promise<CaseDetail> {
    return this.cases.get(actor, params.caseId);
  }

  @Endpoint('case.claim')
  claim(@CurrentActor() actor: Actor, @Given() { params, body }: Input<'case.claim'>): Promise<CaseDetail> {
    return this.cases.claim(actor, params.caseId, body);
  }

  @Endpoint('case.decide')
  decide(@CurrentActor() actor: Actor, @Given() { params, body }: Input<'case.decide'>): Promise<CaseDetail> {
    return this.decisions.decide(actor, params.caseId, body);
  }
}
