// One case on a moderator's table: what was flagged, what may be done with it now, and the decision being written.
import { createContext } from 'svelte';
import { ApiError } from '#lib/api.ts';
import type { Hub } from '#lib/hub.svelte.ts';
import { rules } from '#lib/words.ts';
import type { HubEvent } from '#shared/events.ts';
import type { CaseAction, CaseDetail, DecisionAction, RuleKey } from '#shared/moderation.ts';
import { readyReasons } from './reasons.ts';

export type MuteDays = 0 | 1 | 3 | 7;

/** What another moderator did meanwhile. */
type Surprise = 'changed' | 'decided' | null;

export class CaseState {
  readonly id: string;
  detail: CaseDetail | null = $state.raw(null);
  trouble: unknown = $state.raw(null);
  isBusy = $state(false);
  surprise: Surprise = $state(null);

  /** The dialog that is open, and what is being written in it; a conflict takes nothing of it away. */
  deciding: DecisionAction | null = $state(null);
  rule: RuleKey = $state('other');
  reason = $state('');
  muteDays: MuteDays = $state(0);
  /** Opened by a key: the confirming button then has the focus, so that a decision takes two keys. */
  isByKey = $state(false);

  readonly #hub: Hub;
  #readings = 0;

  constructor(id: string, hub: Hub) {
    this.id = id;
    this.#hub = hub;
  }

  start(): () => void {
    const stops = [this.#hub.on((event) => this.#take(event)), this.#hub.onResync(() => void this.load())];
    void this.load();
    return () => stops.forEach((stop) => stop());
  }

  /** The rule that most people named. */
  flaggedRule = $derived.by(() => {
    const named = Map.groupBy(this.detail?.flags ?? [], ({ rule }) => rule);
    return rules.toSorted((a, b) => (named.get(b)?.length ?? 0) - (named.get(a)?.length ?? 0))[0] ?? 'other';
  });

  can(action: CaseAction): boolean {
    return this.detail?.actions.includes(action) ?? false;
  }

  /** What may be decided against the one it is about; undefined where nothing may. */
  get against(): DecisionAction | undefined {
    return (['remove', 'warn'] as const).find((action) => this.can(action));
  }

  /** The open cases before and after this one in the queue; of a decided case, the first. */
  get neighbours() {
    const { cases } = this.#hub.desk;
    const index = cases.findIndex(({ id }) => id === this.id);
    return { previous: index > 0 ? cases[index - 1] : undefined, next: cases[index + 1] };
  }

  /** Where to go on after a decision. */
  get onward() {
    return this.neighbours.next ?? this.#hub.desk.cases.find(({ id }) => id !== this.id);
  }

  async load(): Promise<void> {
    const reading = ++this.#readings;
    try {
      const detail = await this.#hub.call('case.get', { params: { caseId: this.id } });
      if (reading !== this.#readings) return;
      this.detail = detail;
      this.trouble = null;
    } catch (error) {
      if (reading === this.#readings) this.trouble = error;
    }
  }

  open(action: DecisionAction, rule: RuleKey = this.flaggedRule, isByKey = false) {
    this.deciding = action;
    this.isByKey = isByKey;
    this.muteDays = 0;
    this.rule = rule;
    this.reason = readyReasons(action, rule)[0] ?? '';
  }

  /** Another rule brings its own first reason, unless something was written by hand. */
  choose(rule: RuleKey) {
    const action = this.deciding ?? 'dismiss';
    const isUntouched = readyReasons(action, this.rule).includes(this.reason) || this.reason.trim() === '';
    this.rule = rule;
    if (isUntouched) this.reason = readyReasons(action, rule)[0] ?? '';
  }

  /** Throws what is not about another moderator being faster. */
  async claim(isClaimed: boolean): Promise<void> {
    await this.#act(({ version }) =>
      this.#hub.call('case.claim', { params: { caseId: this.id }, body: { version, isClaimed } }),
    );
  }

  /** Whether it is decided now, by this very decision. */
  async decide(): Promise<boolean> {
    const { deciding: action, rule, reason } = this;
    if (!action) return false;
    const muteDays = action === 'dismiss' ? 0 : this.muteDays;
    return this.#act(({ version }) =>
      this.#hub.call('case.decide', {
        params: { caseId: this.id },
        body: { version, action, rule, reason, muteDays },
      }),
    );
  }

  async #act(act: (detail: CaseDetail) => Promise<CaseDetail>): Promise<boolean> {
    if (!this.detail || this.isBusy) return false;
    this.isBusy = true;
    this.surprise = null;
    try {
      const detail = await act(this.detail);
      this.#readings += 1;
      this.detail = detail;
      this.#hub.apply(['case.changed', detail]);
      return true;
    } catch (error) {
      const code = error instanceof ApiError ? error.code : null;
      if (code !== 'conflict' && code !== 'already_decided') throw error;
      await this.load();
      this.surprise = this.detail?.status === 'decided' ? 'decided' : 'changed';
      if (this.surprise === 'decided') this.deciding = null;
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  #take([name, payload]: HubEvent) {
    if (name !== 'case.changed' && name !== 'case.opened') return;
    // What may be done now is told only by the server.
    if (payload.id === this.id && this.detail && payload.version > this.detail.version) void this.load();
  }
}

export const [getCase, setCase] = createContext<CaseState>();
