// The form with which a newcomer registers: what is typed, what is wrong with it, and sending it.
import { createContext } from 'svelte';
import { ApiError, call } from '#lib/api.ts';
import { m } from '#lib/paraglide/messages.js';
import { errorWords } from '#lib/trouble.ts';
import type { InvitationPreview } from '#shared/places.ts';
import { fold } from '#shared/vietnamese.ts';
import { HouseholdChoice } from './household.svelte.ts';

export type JoinField = 'name' | 'phone' | 'passphrase' | 'household';
type Problems = Partial<Record<JoinField, string>>;

/** `in`: registered and signed in. `known`: was registered before, and is signed in now. */
export type JoinOutcome = 'in' | 'known' | 'failed';

const mobile = /^(?:0|\+?84)[35789]\d{8}$/;

export class JoinForm {
  name = $state('');
  phone = $state('');
  passphrase = $state('');
  readonly household: HouseholdChoice;
  problems: Problems = $state.raw({});
  /** What went wrong with the whole. */
  trouble = $state('');
  isBusy = $state(false);
  /** Registered already, but not to be signed in from here. */
  isKnown = $state(false);
  readonly #code: string;
  readonly #hasHouseholds: boolean;
  readonly #communeName: string;

  constructor(code: string, { group, commune, households }: InvitationPreview) {
    this.#code = code;
    this.#hasHouseholds = group.kind === 'residential';
    this.#communeName = commune.name;
    this.household = new HouseholdChoice(households);
  }

  get problemCount() {
    return Object.keys(this.problems).length;
  }

  async submit(): Promise<JoinOutcome> {
    this.trouble = '';
    this.isKnown = false;
    this.problems = this.#check();
    if (this.problemCount > 0) return 'failed';
    this.isBusy = true;
    try {
      await call('invitation.join', { params: { code: this.#code }, body: this.#body() });
      return 'in';
    } catch (error) {
      if (error instanceof ApiError && error.code === 'already_member') return await this.#enter();
      this.#explain(error);
      return 'failed';
    } finally {
      this.isBusy = false;
    }
  }

  #check(): Problems {
    const problems: Problems = {};
    const { household } = this;
    if (this.name.trim().length < 2) problems.name = m.places_join_name_short();
    if (!mobile.test(this.phone.replace(/[\s.()-]/g, ''))) problems.phone = m.places_join_phone_wrong();
    if (this.passphrase.length < 8)
      problems.passphrase = m.places_join_passphrase_short({ count: this.passphrase.length });
    if (this.#hasHouseholds && !household.value)
      problems.household = household.isNew
        ? m.places_join_household_short()
        : m.places_join_household_missing();
    return problems;
  }

  #body() {
    // Only residential groups have households; elsewhere the server leaves the address out.
    const household = (this.#hasHouseholds && this.household.value) || { address: this.#communeName };
    return { name: this.name, phone: this.phone.trim(), passphrase: this.passphrase, household };
  }

  /** The first try arrived though its answer did not, or this person registered long ago: sign in with what was typed. */
  async #enter(): Promise<JoinOutcome> {
    const given = { phone: this.phone.trim(), passphrase: this.passphrase };
    try {
      const result = await call('session.create', { body: given });
      if (result.kind === 'signed_in') return 'known';
      const namesake = result.people.find(({ name }) => fold(name) === fold(this.name));
      if (namesake) {
        await call('session.create', { body: { ...given, personId: namesake.id } });
        return 'known';
      }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
    this.isKnown = true;
    return 'failed';
  }

  #explain(error: unknown) {
    const issues = error instanceof ApiError ? (error.data.issues ?? []) : [];
    const at = (field: JoinField) =>
      issues.some(({ path }) => path === field || path.startsWith(`${field}.`));
    if (error instanceof ApiError && error.code === 'phone_invalid')
      this.problems = { phone: m.places_join_phone_wrong() };
    else if (error instanceof ApiError && error.code === 'name_refused')
      this.problems = { name: m.common_error_name_refused() };
    else
      this.problems = {
        ...(at('name') && { name: m.places_join_name_short() }),
        ...(at('phone') && { phone: m.places_join_phone_wrong() }),
        ...(at('passphrase') && {
          passphrase: m.places_join_passphrase_short({ count: this.passphrase.length }),
        }),
        ...(at('household') && { household: m.places_join_household_gone() }),
      };
    if (this.problemCount === 0) this.trouble = errorWords(error);
  }
}

export const [getJoinForm, setJoinForm] = createContext<JoinForm>();
