// Short messages at the edge of the screen, read out by screen readers.
import { createContext } from 'svelte';

export interface Note {
  id: number;
  text: string;
  tone: 'plain' | 'good' | 'bad';
}

export class Notify {
  notes: Note[] = $state.raw([]);
  #last = 0;
  /** Where notes stand now: of those that are open, the one opened last. */
  region: string | undefined = $state();
  #regions: string[] = [];

  /** Gives back how to close it. */
  openRegion(id: string): () => void {
    this.#regions.push((this.region = id));
    return () => {
      this.#regions = this.#regions.filter((other) => other !== id);
      this.region = this.#regions.at(-1);
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
