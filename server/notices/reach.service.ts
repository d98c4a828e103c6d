// Whom notices reach: receipts of people, counted by household and by person.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import {
  NoticeCreate,
  type AudienceEstimate,
  type NoticeReach,
  type ReceiptGive,
  type ReceiptGiven,
} from '../../shared/notices.ts';
import type { Actor } from '../identity/actor.ts';
import { AppError } from '../platform/app-error.ts';
import { parse } from '../platform/endpoint.ts';
import { Events, room } from '../platform/events.ts';
import { accessAudience, accessNotice, type NoticeAccess } from './notice.access.ts';
import { inOrder, noticeView, receiptState } from './notice.view.ts';
import { audienceOf, countsIn, unitOf } from './reach.ts';
import { estimateAudience, findUnits, keepReceipt } from './reach.queries.ts';
import { Receipt } from './receipt.entity.ts';

@Injectable()
export class ReachService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
  ) {}

  /** Whom a choice of groups would reach; `chosen` is their ids with commas between. */
  async estimate(actor: Actor, chosen: string): Promise<AudienceEstimate> {
    const groupIds = parse(NoticeCreate.shape.groupIds, chosen.split(','));
    const { groups, standing } = await accessAudience(this.em, actor, groupIds);
    return estimateAudience(this.em, standing.communeId, audienceOf(groups));
  }

  /** Keeps that the actor saw or acknowledged a notice. A repeat, or less than is known already, changes and tells nothing. */
  async give(actor: Actor, noticeId: string, state: ReceiptGive['state']): Promise<ReceiptGiven> {
    const access = await accessNotice(this.em, actor, noticeId);
    if (!access.isConcerned) throw new AppError('forbidden');
    const isNew = await keepReceipt(this.em, noticeId, actor.personId, state === 'acknowledged');
    const receipt = await this.em.findOneOrFail(Receipt, { notice: noticeId, person: actor.personId });
    const given = { noticeId, receipt: receiptState(receipt) };
    if (!isNew) return given;
    this.events.publish(room.user(actor.personId), 'receipt.given', given);
    await this.#tellReach(actor, access);
    return given;
  }

  async reach(actor: Actor, noticeId: string): Promise<NoticeReach> {
    const { notice, canMeasure, measured } = await accessNotice(this.em, actor, noticeId);
    if (!canMeasure) throw new AppError('forbidden');
    const units = await findUnits(this.em, noticeId, measured);
    return {
      notice: noticeView(notice),
      groups: inOrder(measured).map((group) => ({
        group: { id: group.id, name: group.name },
        kind: group.kind,
        unit: unitOf(group.kind),
        units: units.get(group.id) ?? [],
      })),
    };
  }

  /** Tells those who measure of the one unit that the actor's receipt touches in each group. */
  async #tellReach(actor: Actor, { notice, standing }: NoticeAccess): Promise<void> {
    const audience = audienceOf(notice.groups.getItems());
    const groups = [...standing.memberships.values()]
      .map(({ group }) => group)
      .filter((group) => countsIn(audience, group));
    const units = await findUnits(this.em, notice.id, groups, actor.personId);
    for (const [groupId, touched] of units) {
      for (const unit of touched) {
        this.events.publish(room.measure(groupId), 'reach.changed', { noticeId: notice.id, groupId, unit });
      }
    }
  }
}
