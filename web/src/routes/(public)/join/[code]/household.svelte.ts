// Choosing one's household from the list of the group, or adding an address to it.
import type { HouseholdRef } from '#shared/places.ts';
import { matchesFolded } from '#shared/vietnamese.ts';

const shownAtOnce = 6;
const isNew = 'new';

export class HouseholdChoice {
  filter = $state('');
  /** The id of a household of the list, `new`, or nothing yet. */
  chosen = $state('');
  address = $state('');
  households: HouseholdRef[] = $state.raw([]);

  constructor(households: HouseholdRef[]) {
    this.adopt(households);
  }

  adopt(households: HouseholdRef[]) {
    this.households = households;
    if (households.length === 0) this.chosen = isNew;
    else if (this.chosen !== isNew && households.every(({ id }) => id !== this.chosen)) this.chosen = '';
  }

  get isNew() {
    return this.chosen === isNew;
  }

  #matching = $derived(this.households.filter(({ address }) => matchesFolded(address, this.filter)));
  /** What is chosen stays in sight, whatever is typed. */
  shown = $derived.by(() => {
    const first = this.#matching.slice(0, shownAtOnce);
    const chosen = this.households.find(({ id }) => id === this.chosen);
    return chosen && !first.includes(chosen) ? [chosen, ...first] : first;
  });
  hidden = $derived(Math.max(0, this.#matching.length - shownAtOnce));
  isWithoutMatch = $derived(this.#matching.length === 0);

  /** Who has typed an address into the filter need not type it again. */
  prefill() {
    if (!this.address && this.isWithoutMatch) this.address = this.filter.trim();
  }

  /** What the server takes, or null while nothing fit is chosen. */
  get value(): { id: string } | { address: string } | null {
    const address = this.address.trim();
    if (this.isNew) return address.length >= 2 ? { address } : null;
    return this.chosen ? { id: this.chosen } : null;
  }
}
