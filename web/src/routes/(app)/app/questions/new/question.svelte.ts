// A question while it is written. Kept as a draft, with the id under which a repeat is the same question.
import { v7 as newId } from 'uuid';
import { dropDraft, keepDraft, readDraft } from '#lib/draft.ts';
import type { Hub } from '#lib/hub.svelte.ts';
import type { ThreadCreate, ThreadView } from '#shared/procedures.ts';

const draftName = 'question';
export const questionLimit = 2000;

export class Question {
  procedureId = $state('');
  text = $state('');
  isPrivate = $state(false);
  isChecked = $state(false);
  isBusy = $state(false);
  #clientId: string;
  #isSent = false;
  readonly #hub: Hub;

  constructor(hub: Hub, procedureId: string | null) {
    this.#hub = hub;
    const draft = readDraft<ThreadCreate>(draftName);
    this.procedureId = procedureId ?? draft?.procedureId ?? '';
    this.text = draft?.question ?? '';
    this.isPrivate = draft?.isPrivate ?? false;
    this.#clientId = draft?.clientId ?? newId();
  }

  isShort = $derived(this.text.trim().length < 5);

  keep() {
    const { procedureId, text, isPrivate } = this;
    if (this.#isSent) return;
    if (!text.trim()) dropDraft(draftName);
    else keepDraft(draftName, { procedureId, question: text, isPrivate, clientId: this.#clientId });
  }

  async send(): Promise<ThreadView> {
    this.isBusy = true;
    try {
      const { procedureId, isPrivate } = this;
      const thread = await this.#hub.call('thread.create', {
        body: { clientId: this.#clientId, procedureId, question: this.text.trim(), isPrivate },
      });
      this.#isSent = true;
      dropDraft(draftName);
      return thread;
    } finally {
      this.isBusy = false;
    }
  }
}
