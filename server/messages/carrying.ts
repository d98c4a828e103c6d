// From what an author gives with the words of a message to what everyone sees of it: one function for each key.
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { Carried, Carries } from '../../shared/carried.ts';
import { Roster, type RosterAccess } from '../channels/roster.ts';
import { CarriedFiles } from '../files/carried-files.ts';
import { MentionsService } from '../mentions/mentions.service.ts';
import { POOL } from '../platform/tokens.ts';
import { readForward } from './carrying.forward.ts';
import { carriedGathering } from './carrying.gathering.ts';
import { carriedPoll } from './carrying.poll.ts';

/** The part of a message that its author gave. */
interface Given {
  clientId: string;
  text: string;
  carries: Carries | null;
}

/** What a message says and carries; null where it carries nothing. */
export interface Carriage {
  text: string;
  carried: Carried | null;
}

@Injectable()
export class Carrying {
  constructor(
    private readonly mentions: MentionsService,
    private readonly files: CarriedFiles,
    private readonly roster: Roster,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}

  /** Refuses what may not be carried here; the words are others' where they are passed on. */
  async carry(access: RosterAccess, { clientId, text, carries }: Given): Promise<Carriage> {
    if (carries?.forward) {
      const { text, forwarded, files } = await readForward(
        this.pool,
        this.roster,
        access.person.id,
        carries.forward,
      );
      const own = files && { files: await this.files.copy(access, clientId, files) };
      return { text, carried: { forwarded, ...own } };
    }
    const carried: Carried = {};
    if (carries?.mentions) carried.mentions = await this.mentions.call(access, carries.mentions, text);
    if (carries?.poll) carried.poll = carriedPoll(carries.poll, text);
    if (carries?.gathering) carried.gathering = carriedGathering(carries.gathering, text);
    if (carries?.files) carried.files = await this.files.of(access, clientId, carries.files);
    return { text, carried: Object.keys(carried).length > 0 ? carried : null };
  }
}
