// The people of a group, and who of them is online.
import type { Hub } from '#lib/hub.svelte.ts';
import type { MemberView } from '#shared/places.ts';

export class Members {
  all: MemberView[] | null = $state.raw(null);
  trouble: unknown = $state.raw(null);
  /** Ids of people; null until the server has told. */
  #online: ReadonlySet<string> | null = $state.raw(null);
  readonly #groupId: string;
  readonly #hub: Hub;

  constructor(groupId: string, hub: Hub) {
    this.#groupId = groupId;
    this.#hub = hub;
  }

  start(): () => void {
    const stops = [
      this.#hub.on(([name, payload]) => {
        if (name === 'person.changed' && this.all)
          this.all = this.all.map((one) =>
            one.personId === payload.personId ? { ...one, name: payload.name, photo: payload.photo } : one,
          );
        if (name === 'member.left' && payload.groupId === this.#groupId && this.all)
          this.all = this.all.filter(({ personId }) => personId !== payload.personId);
        if (name !== 'presence.changed' || !this.#online) return;
        const online = new Set(this.#online);
        if (payload.isOnline) online.add(payload.personId);
        else online.delete(payload.personId);
        this.#online = online;
      }),
      this.#hub.onResync(() => {
        void this.load();
        void this.#askPresence();
      }),
    ];
    void this.load();
    void this.#askPresence();
    return () => {
      stops.forEach((stop) => stop());
      void this.#hub.signal('presence.watch', { groupId: null }).catch(() => undefined);
    };
  }

  /** Office-holders first, then by the given name, as Vietnamese lists are. */
  sorted = $derived(
    (this.all ?? []).toSorted(
      (a, b) =>
        Number(b.seat !== null) - Number(a.seat !== null) ||
        givenName(a.name).localeCompare(givenName(b.name), 'vi') ||
        a.name.localeCompare(b.name, 'vi'),
    ),
  );
  online = $derived(this.sorted.filter(({ personId }) => this.#online?.has(personId)));
  others = $derived(this.sorted.filter(({ personId }) => !this.#online?.has(personId)));

  async load(): Promise<void> {
    try {
      this.all = await this.#hub.call('member.list', { params: { groupId: this.#groupId } });
      this.trouble = null;
    } catch (error) {
      this.trouble = error;
    }
  }

  async #askPresence(): Promise<void> {
    try {
      this.#online = new Set(await this.#hub.signal('presence.watch', { groupId: this.#groupId }));
    } catch {
      this.#online = null; // The next connection asks again.
    }
  }
}

const givenName = (name: string) => name.trim().split(/\s+/).at(-1) ?? '';
