import { Controller } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import type { ProcedureSummary, ProcedureView, ThreadView } from '../../shared/procedures.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { ProceduresService } from './procedures.service.ts';
import { ThreadsService } from './threads.service.ts';

@Controller()
export class ProceduresController {
  constructor(
    private readonly procedures: ProceduresService,
    private readonly threads: ThreadsService,
  ) {}

  @Endpoint('procedure.list')
  list(@Given() { params, query }: Input<'procedure.list'>): Promise<ProcedureSummary[]> {
    return this.procedures.list(params.slug, query.q);
  }

  @Endpoint('procedure.get')
  get(@Given() { params }: Input<'procedure.get'>): Promise<ProcedureView> {
    return this.procedures.get(params.slug, params.code);
  }

  @Endpoint('thread.list')
  listThreads(@CurrentActor() actor: Actor, @Given() { query }: Input<'thread.list'>): Promise<ThreadView[]> {
    return this.threads.list(actor, query);
  }

  @Endpoint('thread.get')
  getThread(@CurrentActor() actor: Actor, @Given() { params }: Input<'thread.get'>): Promise<ThreadView> {
    return this.threads.get(actor, params.threadId);
  }

  @Endpoint('thread.create')
  ask(@CurrentActor() actor: Actor, @Given() { body }: Input<'thread.create'>): Promise<ThreadView> {
    return this.threads.create(actor, body);
  }

  @Endpoint('thread.take')
  take(@CurrentActor() actor: Actor, @Given() { params }: Input<'thread.take'>): Promise<ThreadView> {
    return this.threads.take(actor, params.threadId);
  }

  @Endpoint('thread.release')
  release(@CurrentActor() actor: Actor, @Given() { params }: Input<'thread.release'>): Promise<ThreadView> {
    return this.threads.release(actor, params.threadId);
  }

  @Endpoint('thread.reply')
  reply(@CurrentActor() actor: Actor, @Given() { params, body }: Input<'thread.reply'>): Promise<ThreadView> {
    return this.threads.reply(actor, params.threadId, body);
  }

  @Endpoint('thread.solve')
  solve(@CurrentActor() actor: Actor, @Given() { params }: Input<'thread.solve'>): Promise<ThreadView> {
    return this.threads.solve(actor, params.threadId);
  }
}
