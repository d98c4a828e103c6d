// Reading aloud, where the device has a Vietnamese voice. One thing is read at a time in a window.
import { createContext } from 'svelte';
import { spokenParts, vietnameseVoice } from './spoken.ts';

/** A little slower than voices speak by themselves. */
const RATE = 0.9;

export class Speech {
  /** Null where there is none: then nothing offers to read. */
  voice: SpeechSynthesisVoice | null = $state.raw(null);
  isReading = $state(false);
  /** Counts what was begun: the end of something earlier means nothing. */
  #begun = 0;
  #endPart: () => void = () => undefined;

  /** Looks for a voice; browsers find theirs late. Gives back how to stop. */
  start(): () => void {
    if (!('speechSynthesis' in globalThis)) return () => undefined;
    const look = () => (this.voice = vietnameseVoice(speechSynthesis.getVoices()));
    look();
    speechSynthesis.addEventListener('voiceschanged', look);
    return () => {
      speechSynthesis.removeEventListener('voiceschanged', look);
      this.stop();
    };
  }

  /** Reads in place of what is being read; settles with whether it came to its end. */
  async read(text: string): Promise<boolean> {
    this.stop();
    const mine = this.#begun;
    this.isReading = true;
    for (const part of spokenParts(text)) {
      await this.#say(part);
      if (mine !== this.#begun) return false;
    }
    this.isReading = false;
    return true;
  }

  stop() {
    this.#begun += 1;
    this.isReading = false;
    if (this.voice) speechSynthesis.cancel();
    this.#endPart();
  }

  #say(part: string): Promise<void> {
    return new Promise((resolve) => {
      const words = new SpeechSynthesisUtterance(part);
      words.voice = this.voice;
      words.lang = 'vi-VN';
      words.rate = RATE;
      // Not every browser tells of an end that `cancel` brought.
      this.#endPart = words.onend = words.onerror = () => resolve();
      speechSynthesis.speak(words);
    });
  }
}

export const [getSpeech, setSpeech] = createContext<Speech>();
