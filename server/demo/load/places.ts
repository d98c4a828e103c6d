// The ward itself: groups, channels, households, people and their places, with their keys kept for all that refers to them.
import { overrideOf } from '../../channels/channels.service.ts';
import { mobileNumber } from '../../identity/people.service.ts';
import { demoKeys } from '../demo.keys.ts';
import type { Row, Rows } from '../rows.ts';
import type { SamplePerson, SampleWard } from '../ward/sample.types.ts';
import type { SampleClock } from './clock.ts';
import { newIdAt } from './new-id.ts';

/** The day on which the ward was set up, before anything was said. */
const FOUNDED = 36;
const PORTAL = 'https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-nganh-doc.html?ma_thu_tuc={code}';

export class Places {
  readonly communeId: string;
  readonly foundedAt: Date;
  /** Channel rows by key; the messages count them up. */
  readonly channels = new Map<string, Row & { id: string }>();
  readonly #rows: Rows;
  readonly #groups = new Map<string, { id: string; name: string }>();
  readonly #groupOfChannel = new Map<string, string>();
  readonly #households = new Map<string, { id: string; group: string }>();
  readonly #people = new Map<string, { id: string; sample: SamplePerson }>();
  readonly #communeKey: string;

  constructor(rows: Rows, ward: SampleWard, clock: SampleClock, passphraseHash: string) {
    this.#rows = rows;
    this.foundedAt = clock.at({ daysAgo: FOUNDED, time: '08:00' });
    this.communeId = newIdAt(this.foundedAt);
    this.#communeKey = ward.groups.find(({ kind }) => kind === 'commune')!.key;
    rows.add('commune', {
      id: this.communeId,
      slug: ward.slug,
      name: ward.name,
      province: ward.province,
      description: ward.description,
      is_demo: true,
      portal_template: PORTAL,
      created_at: this.foundedAt,
    });
    this.#addGroups(ward);
    for (const { key, group, address, hasSmartphone } of ward.households) {
      this.addHousehold(key, group, address, hasSmartphone, this.foundedAt);
    }
    for (const person of ward.people) {
      this.addPerson(person, passphraseHash, clock.at({ daysAgo: FOUNDED, time: '09:00' }), 'active');
    }
  }

  group = (key: string) => found(this.#groups, key);
  channel = (key: string) => found(this.channels, key);
  /** The key of the group that a channel belongs to. */
  groupOf = (channelKey: string) => found(this.#groupOfChannel, channelKey);
  personId = (key: string) => found(this.#people, key).id;
  personName = (key: string) => found(this.#people, key).sample.name;
  personKeys = () => [...this.#people.keys()];
  isMember = (person: string, group: string) =>
    found(this.#people, person).sample.memberships.some((membership) => membership.group === group);

  /** The office with which a person speaks in a group: the one held there, else the one held in the commune. */
  seat(person: string, group: string): string | null {
    const { memberships } = found(this.#people, person).sample;
    const seatIn = (key: string) => memberships.find((membership) => membership.group === key)?.seat;
    return seatIn(group) ?? seatIn(this.#communeKey) ?? null;
  }

  communeSeat = (person: string) => this.seat(person, this.#communeKey);

  addHousehold(key: string, group: string, address: string, hasSmartphone: boolean, at: Date): void {
    const id = newIdAt(at);
    this.#households.set(key, { id, group });
    this.#rows.add('household', {
      id,
      group_id: this.group(group).id,
      address,
      has_smartphone: hasSmartphone,
      created_at: at,
    });
  }

  /** A person with their memberships; the household goes with the one in the group where they live. */
  addPerson(sample: SamplePerson, passphraseHash: string, at: Date, status: 'active' | 'pending'): void {
    const { key, name, phone, household, memberships } = sample;
    const id = newIdAt(at);
    this.#people.set(key, { id, sample });
    this.#rows.add('person', {
      id,
      name,
      phone: mobileNumber(phone),
      passphrase_hash: passphraseHash,
      demo_key: demoKeys.find((demoKey) => demoKey === key) ?? null,
      created_at: at,
    });
    const home = household === undefined ? null : found(this.#households, household);
    for (const { group, role, seat } of memberships) {
      this.#rows.add('membership', {
        id: newIdAt(at),
        person_id: id,
        group_id: this.group(group).id,
        household_id: home?.group === group ? home.id : null,
        role,
        seat: seat ?? null,
        status,
        muted_until: null,
        created_at: at,
      });
    }
  }

  #addGroups(ward: SampleWard): void {
    for (const { key, kind, number, name, description, channels } of ward.groups) {
      const id = newIdAt(this.foundedAt);
      this.#groups.set(key, { id, name });
      this.#rows.add('community_group', {
        id,
        commune_id: this.communeId,
        kind,
        number: number ?? null,
        name,
        description,
        created_at: this.foundedAt,
      });
      for (const [position, channel] of channels.entries()) {
        this.#groupOfChannel.set(channel.key, key);
        this.channels.set(
          channel.key,
          this.#rows.add('channel', {
            id: newIdAt(this.foundedAt),
            group_id: id,
            kind: channel.kind,
            name: channel.name,
            position,
            override: overrideOf(channel.kind),
            seq: 0,
            version: 0,
            created_at: this.foundedAt,
          }),
        );
      }
    }
  }
}

function found<T>(map: Map<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The sample names ${key}, but there is none.`);
  return value;
}
