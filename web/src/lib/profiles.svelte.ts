// Whose page is open: over what one reads on the desktop; on the phone it is a page of its own, with its own way back.
import { createContext } from 'svelte';
import { goto } from '$app/navigation';

export const profileHref = (personId: string) => `/app/people/${personId}`;

export class Profiles {
  /** The person whose page lies over the screen. */
  shown: string | null = $state(null);

  open(personId: string) {
    if (this.lieOver) this.shown = personId;
    else void goto(profileHref(personId));
  }

  get lieOver(): boolean {
    return matchMedia('(min-width: 1024px)').matches;
  }
}

export const [getProfiles, setProfiles] = createContext<Profiles>();
