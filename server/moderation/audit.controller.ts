import { Controller } from '@nestjs/common';
import type { Answer, Input } from '../../shared/api.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { AuditService } from './audit.service.ts';

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Endpoint('audit.list')
  list(@CurrentActor() actor: Actor, @Given() { query }: Input<'audit.list'>): Promise<Answer<'audit.list'>> {
    return this.audit.list(actor, query);
  }
}
