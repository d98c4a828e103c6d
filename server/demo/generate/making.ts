import type pg from 'pg';
import type { Day } from './calendar.ts';
import type { Copier } from './copy.ts';
import type { Plan } from './plan.ts';
import type { Ids, Random } from './random.ts';

/** A ward that is being made: what every part of the making needs. */
export interface Making {
  client: pg.Client;
  copier: Copier;
  communeId: string;
  foundedAt: Date;
  plan: Plan;
  days: Day[];
  random: Random;
  ids: Ids;
  log: (line: string) => void;
}
