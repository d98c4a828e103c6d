// What tests ask of neighbours.
import type { PollCreate } from '../../shared/polls.ts';

/** Each in their own name, seen by all, to be changed until it is over. */
export const plainPoll: PollCreate = {
  choices: ['Thứ Bảy', 'Chủ nhật'],
  isMultiple: false,
  isAnonymous: false,
  isHidden: false,
  isFinal: false,
  by: 'person',
  closesAt: null,
};
