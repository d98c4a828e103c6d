// Offering the app for the home screen: by the browser's own prompt, or on an iPhone, which has none, by saying how.
import type { Hub } from './hub.svelte.ts';
import { afterNo, afterVisit, isGoodMoment, nothingYet, type InstallMemory } from './install-moment.ts';

/** Not yet among TypeScript's events: https://wicg.github.io/manifest-incubations/#beforeinstallpromptevent-interface */
interface InstallPrompt extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** Kept on the device past a sign-out: who said no means this device. */
const STORE = 'install';

export class Install {
  #memory: InstallMemory = $state.raw(readMemory());
  #prompt: InstallPrompt | null = $state.raw(null);
  #isByHand = $state(false);

  way: 'prompt' | 'hand' | null = $derived.by(() => {
    if (!isGoodMoment(this.#memory, Date.now())) return null;
    return this.#prompt ? 'prompt' : this.#isByHand ? 'hand' : null;
  });

  /** Counts the visit and watches for the moment; gives back how to stop. */
  start(hub: Hub): () => void {
    this.#remember(afterVisit(this.#memory, Date.now()));
    if (isStandalone()) return () => undefined;
    this.#isByHand = isIos();
    const offered = (event: Event) => {
      event.preventDefault();
      this.#prompt = event as InstallPrompt;
    };
    const installed = () => (this.#prompt = null);
    addEventListener('beforeinstallprompt', offered);
    addEventListener('appinstalled', installed);
    const stopEvents = hub.on(([name, payload]) => {
      if (name !== 'message.created' || payload.author.id !== hub.me.id || this.#memory.hasSent) return;
      this.#remember({ ...this.#memory, hasSent: true });
    });
    return () => {
      removeEventListener('beforeinstallprompt', offered);
      removeEventListener('appinstalled', installed);
      stopEvents();
    };
  }

  async install(): Promise<void> {
    const prompt = this.#prompt;
    if (!prompt) return;
    const { outcome } = await prompt.prompt();
    // A prompt works once.
    this.#prompt = null;
    if (outcome === 'dismissed') this.refuse();
  }

  refuse() {
    this.#remember(afterNo(this.#memory, Date.now()));
  }

  #remember(memory: InstallMemory) {
    this.#memory = memory;
    try {
      localStorage.setItem(STORE, JSON.stringify(memory));
    } catch {
      return;
    }
  }
}

function readMemory(): InstallMemory {
  try {
    return { ...nothingYet, ...(JSON.parse(localStorage.getItem(STORE) ?? '{}') as Partial<InstallMemory>) };
  } catch {
    return nothingYet;
  }
}

/** An iPad calls itself a Mac, but has a screen to touch. */
export const isIos = () =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);

export const isStandalone = () =>
  matchMedia('(display-mode: standalone)').matches ||
  (navigator as Navigator & { standalone?: boolean }).standalone === true;
