// Where someone stands who tapped a suspicious link: it opens only after components/LinkDialog.svelte has said why it is one.
import { createContext } from 'svelte';
import type { LinkSegment } from './segments.ts';

export class LinkDoor {
  asked: LinkSegment | null = $state.raw(null);
  /** The dialog is rarely needed: it is loaded with the first question, and stays. */
  isNeeded = $state(false);

  ask(link: LinkSegment) {
    this.asked = link;
    this.isNeeded = true;
  }
}

export const [getLinkDoor, setLinkDoor] = createContext<LinkDoor>();
