// Whether pictures wait until they are tapped: the reader's choice on this device, else what the device itself asks for.
import { createContext } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';

const KEY = 'dinh.saver';

export class DataSaver {
  isOn = $state(readChoice());
  /** Pictures that were tapped. */
  readonly opened = new SvelteSet<string>();

  turn(isOn: boolean) {
    this.isOn = isOn;
    try {
      localStorage.setItem(KEY, isOn ? 'on' : 'off');
    } catch {
      // Then it holds until the page is closed.
    }
  }
}

function readChoice(): boolean {
  const wish = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
  try {
    const choice = localStorage.getItem(KEY);
    return choice === null ? wish : choice === 'on';
  } catch {
    return wish;
  }
}

export const [getDataSaver, setDataSaver] = createContext<DataSaver>();
