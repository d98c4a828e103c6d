// Short messages at the edge of the screen, read out by screen readers.
import { createContext, untrack } from 'svelte';

export interface Note {
  id: number;
  text: string;
  tone: 'plain' | 'good' | 'bad';
}

export class Notify {
  notes: Note[] = $state.raw([]);
  #last = 0;
  #regions: string[] = $state.raw([]);

  /** Where notes stand now: the region opened last. */
  get region(): string | undefined {
    return this.#regions.at(-1);
  }

  /** Gives back how to close it. */
  openRegion(id: string): () => void {
    // Not to be opened anew by the regions that it stands before.
    this.#regions = [...untrack(() => this.#regions), id];
    return () => {
      this.#regions = this.#regions.filter((other) => other !== id);
    };
  }

  say(text: string, tone: Note['tone'] = 'plain') {
    const id = ++this.#last;
    this.notes = [...this.notes.filter((note) => note.text !== text), { id, text, tone }].slice(-3);
    setTimeout(() => this.dismiss(id), tone === 'bad' ? 10_000 : 5_000);
  }

  /** Says in words what went wrong. */
  async error(error: unknown) {
    const { errorWords } = await import('./trouble.ts');
    this.say(errorWords(error), 'bad');
  }

  dismiss(id: number) {
    this.notes = this.notes.filter((note) => note.id !== id);
  }
}

export const [getNotify, setNotify] = createContext<Notify>();
