// Official notices: written once, to exactly whom they concern.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { EventName } from '../../shared/events.ts';
import type { MyNotice, NoticeCreate, NoticeView } from '../../shared/notices.ts';
import { record } from '../audit/audit.ts';
import type { Actor } from '../identity/actor.ts';
import { Person } from '../identity/person.entity.ts';
import { Commune } from '../places/commune.entity.ts';
import type { Group } from '../places/group.entity.ts';
import { findStanding, groupsWith } from '../places/place.access.ts';
import { AppError } from '../platform/app-error.ts';
import { Events, room } from '../platform/events.ts';
import { newId } from '../platform/id.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import { accessAudience, accessNotice, mayPublishTo } from './notice.access.ts';
import { Notice } from './notice.entity.ts';
import { myNotice, noticeView } from './notice.view.ts';
import { audienceOf, authorSeat, canMeasure } from './reach.ts';
import { Receipt } from './receipt.entity.ts';

const LIST_LIMIT = 200;
const newestFirst = { publishedAt: 'desc', id: 'desc' } as const;

@Injectable()
export class NoticesService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly limits: RateLimits,
  ) {}

  /** Notices to my groups and those whose reach I may see; withdrawn ones only for who may measure them. None before admission. */
  async list(actor: Actor): Promise<MyNotice[]> {
    const standing = await findStanding(this.em, actor);
    if (!standing) return [];
    const measurable = await groupsWith(this.em, standing, 'notice.measure');
    const measured = measurable.map(({ id }) => id);
    // A notice to everyone counts by the residential groups, so who may measure one of those may measure it.
    if (measurable.some(({ kind }) => kind === 'residential')) measured.push(standing.communeGroup.id);
    const mine = [...standing.memberships.keys(), standing.communeGroup.id];
    const to = (ids: string[]) => ({ groups: { $some: { id: { $in: ids } } } });
    const notices = await this.em.find(
      Notice,
      {
        commune: standing.communeId,
        $or: [{ withdrawnAt: null, ...to(mine) }, to(measured)],
      },
      { populate: ['author', 'groups'], orderBy: newestFirst, limit: LIST_LIMIT },
    );
    const receipts = await this.em.find(Receipt, { person: actor.personId, notice: { $in: notices } });
    const receiptOf = new Map(receipts.map((receipt) => [receipt.notice.id, receipt]));
    return notices.map((notice) =>
      myNotice(
        notice,
        receiptOf.get(notice.id) ?? null,
        canMeasure(audienceOf(notice.groups.getItems()), measurable),
      ),
    );
  }

  async get(actor: Actor, noticeId: string): Promise<MyNotice> {
    const access = await accessNotice(this.em, actor, noticeId);
    return this.#mine(actor, access);
  }

  async publish(actor: Actor, given: NoticeCreate): Promise<MyNotice> {
    const { groups, standing } = await accessAudience(this.em, actor, given.groupIds);
    if (given.urgency === 'urgent') await this.limits.take('urgentNotice', actor.personId);
    const seatIn = (group: Group) => standing.memberships.get(group.id)?.seat ?? null;
    const notice = this.em.create(Notice, {
      id: newId(),
      commune: this.em.getReference(Commune, standing.communeId),
      author: await this.em.findOneOrFail(Person, actor.personId),
      seat: authorSeat(groups.map(seatIn), seatIn(standing.communeGroup)),
      title: given.title,
      body: given.body,
      urgency: given.urgency,
      isPublic: given.isPublic,
      groups,
      publishedAt: new Date(),
      version: 1,
    });
    this.em.persist(notice);
    this.#record(actor, 'notice.published', notice);
    const measurable = await groupsWith(this.em, standing, 'notice.measure');
    await this.em.flush();
    this.#publish('notice.published', notice);
    return myNotice(notice, null, canMeasure(audienceOf(groups), measurable));
  }

  /** Takes a notice back: its author, or anyone who might have published it. Twice is once. */
  async withdraw(actor: Actor, noticeId: string): Promise<MyNotice> {
    const { access, isChanged } = await this.em.transactional(async (em) => {
      await em.execute('select 1 from notice where id = ? for update', [noticeId]);
      const access = await accessNotice(em, actor, noticeId);
      const { notice, standing } = access;
      const isAuthor = notice.author.id === actor.personId;
      if (!isAuthor && !mayPublishTo(standing, notice.groups.getItems())) throw new AppError('forbidden');
      if (notice.withdrawnAt) return { access, isChanged: false };
      notice.withdrawnAt = new Date();
      notice.version += 1;
      this.#record(actor, 'notice.withdrawn', notice, em);
      return { access, isChanged: true };
    });
    if (isChanged) this.#publish('notice.withdrawn', access.notice);
    return this.#mine(actor, access);
  }

  /** What a commune says to the world. */
  async listPublic(slug: string): Promise<NoticeView[]> {
    const commune = await this.em.findOne(Commune, { slug });
    if (!commune) throw new AppError('not_found');
    const notices = await this.em.find(
      Notice,
      { commune, isPublic: true, withdrawnAt: null },
      { populate: ['author', 'groups'], orderBy: newestFirst, limit: LIST_LIMIT },
    );
    return notices.map(noticeView);
  }

  async getPublic(slug: string, noticeId: string): Promise<NoticeView> {
    const notice = await this.em.findOne(
      Notice,
      { id: noticeId, commune: { slug }, isPublic: true, withdrawnAt: null },
      { populate: ['author', 'groups'] },
    );
    if (!notice) throw new AppError('not_found');
    return noticeView(notice);
  }

  async #mine(actor: Actor, access: { notice: Notice; canMeasure: boolean }): Promise<MyNotice> {
    const receipt = await this.em.findOne(Receipt, { notice: access.notice.id, person: actor.personId });
    return myNotice(access.notice, receipt, access.canMeasure);
  }

  #record(actor: Actor, act: string, notice: Notice, em = this.em): void {
    const groupIds = notice.groups.getIdentifiers();
    record(em, {
      communeId: notice.commune.id,
      actorId: actor.personId,
      groupId: groupIds.length === 1 ? groupIds[0]! : null,
      act,
      subjectType: 'notice',
      subjectId: notice.id,
      data: { groupIds, urgency: notice.urgency },
    });
  }

  /** Tells those addressed, and those who watch the reach of a group without being in it, such as the official who wrote it. */
  #publish(name: Extract<EventName, `notice.${string}`>, notice: Notice): void {
    const view = noticeView(notice);
    for (const { id, kind } of notice.groups.getItems()) {
      this.events.publish(room.group(id), name, view);
      if (kind !== 'commune') this.events.publish(room.measure(id), name, view);
    }
  }
}
