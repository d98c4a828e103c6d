// Who can be mentioned in a channel, and whom a message mentions.
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { Mention, MentionChoices, MentionGiven, MentionReach } from '../../shared/mentions.ts';
import { mentionedBy, mentionsIn } from '../../shared/mentioned.ts';
import { permissionsOf, roles } from '../../shared/permissions.ts';
import { matchesFolded } from '../../shared/vietnamese.ts';
import { permissionsAt, Roster, type RosterAccess } from '../channels/roster.ts';
import type { Actor } from '../identity/actor.ts';
import { AppError } from '../platform/app-error.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import { POOL } from '../platform/tokens.ts';
import {
  countReaders,
  readHolders,
  readLikely,
  readNamed,
  readSeats,
  type Readers,
} from './mention.queries.ts';
import { likeliestFirst, wordsOf } from './mention.ranking.ts';

/** More than fit above a keyboard. */
const MOST_PEOPLE = 8;
const MOST_SEATS = 4;

@Injectable()
export class MentionsService {
  constructor(
    private readonly roster: Roster,
    private readonly limits: RateLimits,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}

  /** Whom one may mean by what was typed so far. */
  async find(actor: Actor, channelId: string, query: string): Promise<MentionChoices> {
    const access = await this.roster.access(actor, channelId, 'message.send');
    await this.limits.take('mentionFind', actor.personId);
    const readers = readersOf(access);
    const words = wordsOf(query);
    const [people, seats] = await Promise.all([
      words.length > 0
        ? readNamed(this.pool, readers, words, actor.personId).then((found) => likeliestFirst(found, words))
        : readLikely(this.pool, readers, channelId, actor.personId),
      readSeats(this.pool, readers),
    ]);
    return {
      people: people.slice(0, MOST_PEOPLE),
      seats: seats.filter(({ seat }) => matchesFolded(seat, query)).slice(0, MOST_SEATS),
    };
  }

  /** How many others such a message would concern; refuses what sending it would refuse. */
  async reach(actor: Actor, channelId: string, given: MentionGiven[]): Promise<MentionReach> {
    const access = await this.roster.access(actor, channelId, 'message.send');
    const { isAll, personIds } = mentionedBy({ mentions: await this.#resolve(access, given) });
    if (isAll) return { people: await countReaders(this.pool, readersOf(access), actor.personId) };
    return { people: personIds.filter((id) => id !== actor.personId).length };
  }

  /**
   * The mentions of a message about to be sent, with whom each means. Refuses one that means nobody here, or whose name is not
   * in the text: nobody is called unseen.
   */
  async call(access: RosterAccess, given: MentionGiven[], text: string): Promise<Mention[]> {
    const mentions = await this.#resolve(access, given);
    if (mentionsIn(text, mentions).length < mentions.length) throw new AppError('mention_gone');
    if (mentions.some(({ kind }) => kind !== 'person')) await this.#takeTurn(access.person.id);
    return mentions;
  }

  async #resolve(access: RosterAccess, given: MentionGiven[]): Promise<Mention[]> {
    const seats = given.flatMap((one) => (one.kind === 'seat' ? [one.seat] : []));
    const holders = seats.length > 0 ? await readHolders(this.pool, readersOf(access), seats) : new Map();
    const mentions = await Promise.all(
      distinct(given).map(async (one): Promise<Mention> => {
        if (one.kind === 'person') return this.#person(access, one.id);
        if (one.kind === 'seat') {
          const ids = holders.get(one.seat) as string[] | undefined;
          if (!ids) throw new AppError('mention_gone');
          return { kind: 'seat', seat: one.seat, ids };
        }
        if (!access.permissions.has('message.mention_all')) throw new AppError('mention_forbidden');
        return { kind: 'all' };
      }),
    );
    return mentions;
  }

  /** Only who reads here can be meant; of others it is not told whether they exist. */
  async #person({ channel, plan }: RosterAccess, id: string): Promise<Mention> {
    const entry = await this.roster.find(id);
    const isReader =
      entry?.plan.communeId === plan.communeId &&
      permissionsAt(entry, channel.groupId, channel).has('channel.read');
    if (!entry || !isReader) throw new AppError('mention_gone');
    return { kind: 'person', id, name: entry.person.name };
  }

  /** A limit of its own code: the message waits for its author, not for the hour to pass. */
  async #takeTurn(personId: string): Promise<void> {
    try {
      await this.limits.take('mention', personId);
    } catch (refusal) {
      if (!(refusal instanceof AppError) || refusal.code !== 'rate_limited') throw refusal;
      throw new AppError('mention_limited', refusal.data);
    }
  }
}

/** The members who may read a channel, told by their roles. */
function readersOf({ channel, plan }: RosterAccess): Readers {
  const isCommune = channel.groupId === plan.communeGroupId;
  const now = new Date();
  const reads = roles.filter((role) =>
    permissionsOf(
      { groupRole: role, communeRole: isCommune ? role : null, isCommune, override: channel.override },
      now,
    ).has('channel.read'),
  );
  return { groupId: channel.groupId, roles: reads };
}

function distinct(given: MentionGiven[]): MentionGiven[] {
  const key = (one: MentionGiven) =>
    `${one.kind} ${one.kind === 'person' ? one.id : one.kind === 'seat' ? one.seat : ''}`;
  return [...new Map(given.map((one) => [key(one), one])).values()];
}
