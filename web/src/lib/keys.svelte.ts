// The keys of the app, on or off on this device: single letters get in the way of who speaks to the device instead of typing.
import { createContext } from 'svelte';

const STORE = 'keys';
const PATIENCE_MS = 1_500;

export class Keys {
  isOn = $state(isKeptOn());
  /** The sheet that lists them is open; it is loaded with the first time. */
  isListing = $state(false);
  /** When g was pressed, which a second key follows. */
  #wentAt = -Infinity;

  turn(isOn: boolean) {
    this.isOn = isOn;
    try {
      localStorage.setItem(STORE, isOn ? 'on' : 'off');
    } catch {
      // Then it holds until the window is closed.
    }
  }

  /** The key of someone who is not typing and not in a dialog; null where it is not for us. */
  heard(event: KeyboardEvent): string | null {
    const { key, target } = event;
    if (!this.isOn || event.defaultPrevented || event.isComposing) return null;
    if (event.ctrlKey || event.metaKey || event.altKey) return null;
    if (target instanceof Element && target.closest('input, textarea, select')) return null;
    if (document.querySelector('dialog[open]')) return null;
    return key.length === 1 ? key.toLowerCase() : key;
  }

  /** Whether this key follows g closely. Hears every key. */
  isSecond(key: string, now: number): boolean {
    const isSecond = now - this.#wentAt < PATIENCE_MS;
    this.#wentAt = key === 'g' && !isSecond ? now : -Infinity;
    return isSecond;
  }
}

function isKeptOn(): boolean {
  try {
    return localStorage.getItem(STORE) !== 'off';
  } catch {
    return true;
  }
}

export const [getKeys, setKeys] = createContext<Keys>();
