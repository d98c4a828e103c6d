// The simple mode (Chế độ dễ dùng) of this device: one column, big text, three big buttons on the first screen.
import { createContext } from 'svelte';
import { chooseSimple, readSimple } from './look.ts';

export class Simple {
  isOn = $state(readSimple());

  turn(isOn: boolean) {
    chooseSimple(isOn);
    this.isOn = isOn;
  }
}

export const [getSimple, setSimple] = createContext<Simple>();
