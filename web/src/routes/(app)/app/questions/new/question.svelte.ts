// A question while it is written. Kept as a draft, with the id under which a repeat of the same words is the same question.
import { v7 as newId } from 'uuid';
import { dropDraft, keepDraft, readDraft } from '#lib/draft.ts';
import type { Hub } from '#lib/hub.svelte.ts';
import type { ThreadCreate, ThreadView } from '#shared/procedures.ts';

const draftName = 'question';
export const questionLimit = 2000;

interface Draft extends Omit<ThreadCreate, 'clientId'> {
  /** What was sent last, and whose answer may have been lost. */
  attempt: { clientId: string; words: string } | null;
}

export class Question {
  procedureId = $state('');
  text = $state('');
  isPrivate = $state(false);
  isChecked = $state(false);
  isBusy = $state(false);
  #attempt: Draft['attempt'];
  #isSent = false;
  readonly #hub: Hub;

  constructor(hub: Hub, procedureId: string | null) {
    this.#hub = hub;
    const draft = readDraft<Draft>(draftName);
    this.procedureId = procedureId ?? draft?.procedureId ?? '';
    this.text = draft?.question ?? '';
    this.isPrivate = draft?.isPrivate ?? false;
    this.#attempt = draft?.attempt ?? null;
  }

  isShort = $derived(this.text.trim().length < 5);

  keep() {
    const { procedureId, text, isPrivate } = this;
    if (this.#isSent) return;
    if (!text.trim()) dropDraft(draftName);
    else
      keepDraft(draftName, {
        procedureId,
        question: text,
        isPrivate,
        attempt: this.#attempt,
      } satisfies Draft);
  }

  async send(): Promise<ThreadView> {
    this.isBusy = true;
    try {
      const { procedureId, isPrivate } = this;
      const asked = { procedureId, question: this.text.trim(), isPrivate };
      const words = JSON.stringify(asked);
      if (this.#attempt?.words !== words) this.#attempt = { clientId: newId(), words };
      this.keep();
      const body = { clientId: this.#attempt.clientId, ...asked };
      const thread = await this.#hub.call('thread.create', { body });
      this.#isSent = true;
      dropDraft(draftName);
      return thread;
    } finally {
      this.isBusy = false;
    }
  }
}
