import { Controller } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import type {
  AudienceEstimate,
  MyNotice,
  NoticeReach,
  NoticeView,
  ReceiptGiven,
} from '../../shared/notices.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { NoticesService } from './notices.service.ts';
import { ReachService } from './reach.service.ts';

@Controller()
export class NoticesController {
  constructor(
    private readonly notices: NoticesService,
    private readonly reaches: ReachService,
  ) {}

  @Endpoint('commune.notices')
  listPublic(@Given() { params }: Input<'commune.notices'>): Promise<NoticeView[]> {
    return this.notices.listPublic(params.slug);
  }

  @Endpoint('commune.notice')
  getPublic(@Given() { params }: Input<'commune.notice'>): Promise<NoticeView> {
    return this.notices.getPublic(params.slug, params.noticeId);
  }

  @Endpoint('notice.list')
  list(@CurrentActor() actor: Actor): Promise<MyNotice[]> {
    return this.notices.list(actor);
  }

  @Endpoint('notice.audience')
  estimate(
    @CurrentActor() actor: Actor,
    @Given() { query }: Input<'notice.audience'>,
  ): Promise<AudienceEstimate> {
    return this.reaches.estimate(actor, query.groupIds);
  }

  @Endpoint('notice.get')
  get(@CurrentActor() actor: Actor, @Given() { params }: Input<'notice.get'>): Promise<MyNotice> {
    return this.notices.get(actor, params.noticeId);
  }

  @Endpoint('notice.publish')
  publish(@CurrentActor() actor: Actor, @Given() { body }: Input<'notice.publish'>): Promise<MyNotice> {
    return this.notices.publish(actor, body);
  }

  @Endpoint('notice.withdraw')
  withdraw(@CurrentActor() actor: Actor, @Given() { params }: Input<'notice.withdraw'>): Promise<MyNotice> {
    return this.notices.withdraw(actor, params.noticeId);
  }

  @Endpoint('notice.receipt')
  give(
    @CurrentActor() actor: Actor,
    @Given() { params, body }: Input<'notice.receipt'>,
  ): Promise<ReceiptGiven> {
    return this.reaches.give(actor, params.noticeId, body.state);
  }

  @Endpoint('notice.reach')
  reach(@CurrentActor() actor: Actor, @Given() { params }: Input<'notice.reach'>): Promise<NoticeReach> {
    return this.reaches.reach(actor, params.noticeId);
  }
}
