// From what an author gives with the words of a message to what everyone sees of it: one function for each key.
import { Injectable } from '@nestjs/common';
import type { Carried, Carries } from '../../shared/carried.ts';
import type { RosterAccess } from '../channels/roster.ts';
import { CarriedFiles } from '../files/carried-files.ts';
import { MentionsService } from '../mentions/mentions.service.ts';
import { carriedPoll } from './carrying.poll.ts';

/** The part of a message that its author gave. */
interface Given {
  clientId: string;
  text: string;
  carries: Carries | null;
}

@Injectable()
export class Carrying {
  constructor(
    private readonly mentions: MentionsService,
    private readonly files: CarriedFiles,
  ) {}

  /** Refuses what may not be carried here; null where nothing is. */
  async carry(access: RosterAccess, { clientId, text, carries }: Given): Promise<Carried | null> {
    const carried: Carried = {};
    if (carries?.mentions) carried.mentions = await this.mentions.call(access, carries.mentions, text);
    if (carries?.poll) carried.poll = carriedPoll(carries.poll);
    if (carries?.files) carried.files = await this.files.of(access, clientId, carries.files);
    return Object.keys(carried).length > 0 ? carried : null;
  }
}
