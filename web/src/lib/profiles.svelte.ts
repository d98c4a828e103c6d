// Whose page is open: over what one reads on the desktop; on the phone it is a page of its own, with its own way back.
import { createContext, getContext, setContext } from 'svelte';
import { goto } from '$app/navigation';

export const profileHref = (personId: string) => `/app/people/${personId}`;

/** Somebody to be mentioned in a conversation, as soon as its field is there. */
interface Called {
  channelId: string;
  id: string;
  name: string;
}

export class Profiles {
  /** The person whose page lies over the screen. */
  shown: string | null = $state(null);

  /** The conversation that a page was opened from. */
  from: string | null = $state(null);
  called: Called | null = $state.raw(null);

  /** `from`: the conversation in which one met them. */
  open(personId: string, from: string | null) {
    this.from = from;
    if (this.lieOver) this.shown = personId;
    else void goto(profileHref(personId));
  }

  get lieOver(): boolean {
    return matchMedia('(min-width: 1024px)').matches;
  }
}

const TALK = 'talk';
/** Tells what is inside a conversation which one it is. */
export const setTalk = (channelId: string) => setContext(TALK, channelId);
export const getTalk = () => getContext<string | undefined>(TALK);

export const [getProfiles, setProfiles] = createContext<Profiles>();
