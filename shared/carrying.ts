// What follows from what a message carries: pure, and without zod, because the web asks it of every message.
import type { Carried } from './carried.ts';

/** Whether its words are not to be edited: they were asked of others, or are another's; a gathering is changed as a whole. */
export const hasFixedWords = (carried: Carried | null): boolean =>
  Boolean(carried?.poll ?? carried?.gathering ?? carried?.forwarded);

/** Whether it can be passed on: what is asked of the people of one channel cannot. */
export const isForwardable = (carried: Carried | null): boolean => !carried?.poll && !carried?.gathering;
