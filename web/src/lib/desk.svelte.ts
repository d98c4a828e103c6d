// What waits for a member of staff: cases to decide, questions to answer, people to admit. Empty for everyone else.
import type { Answer } from '../../../shared/api.ts';
import type { HubEvent } from '../../../shared/events.ts';
import type { CaseView } from '../../../shared/moderation.ts';
import type { MemberRequest } from '../../../shared/places.ts';
import type { ThreadView } from '../../../shared/procedures.ts';
import type { RouteName } from '../../../shared/routes.ts';
import type { Permission } from '../../../shared/permissions.ts';
import type { CallArguments } from './api.ts';

/** What the desk needs of the hub. */
interface Desker {
  can(permission: Permission): boolean;
  call<N extends RouteName>(name: N, ...args: CallArguments<N>): Promise<Answer<N>>;
}

export class Desk {
  /** Open cases, oldest first. */
  cases: CaseView[] = $state.raw([]);
  /** Questions not answered yet, oldest first as the server gives them; live ones join at the end. */
  questions: ThreadView[] = $state.raw([]);
  /** People who ask to be admitted, oldest first. */
  requests: MemberRequest[] = $state.raw([]);
  /** Whether all of it has been read; until then nobody knows that nothing waits. */
  isRead = $state(false);
  trouble: unknown = $state.raw(null);
  readonly #hub: Desker;

  constructor(hub: Desker) {
    this.#hub = hub;
  }

  get decides() {
    return this.#hub.can('case.decide');
  }
  get answers() {
    return this.#hub.can('thread.answer');
  }
  get admits() {
    return this.#hub.can('member.admit');
  }
  /** Whether this person has a desk at all. */
  get isStaffed() {
    return this.decides || this.answers || this.admits;
  }

  openCases = $derived(this.cases.length);
  openQuestions = $derived(this.questions.filter(({ status }) => status === 'open').length);
  openRequests = $derived(this.requests.length);
  count = $derived(this.openCases + this.openQuestions + this.openRequests);

  async refresh(): Promise<void> {
    try {
      [this.cases, this.questions, this.requests] = await Promise.all([
        this.decides ? this.#hub.call('case.list', { query: { status: 'open' } }) : [],
        this.answers ? this.#hub.call('thread.list', { query: { view: 'queue' } }) : [],
        this.admits ? this.#hub.call('member.requests') : [],
      ]);
      this.isRead = true;
      this.trouble = null;
    } catch (error) {
      this.trouble = error;
    }
  }

  apply([name, payload]: HubEvent) {
    switch (name) {
      case 'case.opened':
      case 'case.changed':
        if (this.decides) this.cases = queued(this.cases, payload, payload.status === 'open');
        break;
      case 'thread.created':
      case 'thread.changed':
        if (this.answers) {
          const isWaiting = (payload.status === 'open' || payload.status === 'taken') && !payload.removedAt;
          this.questions = queued(this.questions, payload, isWaiting);
        }
        break;
      case 'member.requested':
      case 'member.decided':
        if (this.admits) this.requests = queued(this.requests, payload, payload.status === 'pending');
        break;
    }
  }
}

/** The queue with the item in its place, at the end if it is new, or gone. An older version changes nothing. */
function queued<T extends { id: string; version?: number }>(queue: T[], item: T, isWaiting: boolean): T[] {
  const index = queue.findIndex(({ id }) => id === item.id);
  const known = queue[index];
  if (known?.version !== undefined && item.version !== undefined && known.version > item.version)
    return queue;
  if (!isWaiting) return known ? queue.toSpliced(index, 1) : queue;
  return known ? queue.with(index, item) : [...queue, item];
}
