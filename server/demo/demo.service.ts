// One tap instead of a sign-in, for the people of sample wards and for nobody else.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { DemoPerson } from '../../shared/identity.ts';
import { SessionsService } from '../identity/sessions.service.ts';
import { Membership } from '../places/membership.entity.ts';
import { AppError } from '../platform/app-error.ts';
import { demoKeys, type DemoKey } from './demo.keys.ts';

@Injectable()
export class DemoService {
  constructor(
    private readonly em: EntityManager,
    private readonly sessions: SessionsService,
  ) {}

  async list(): Promise<DemoPerson[]> {
    const memberships = await this.em.find(
      Membership,
      { person: { demoKey: { $in: [...demoKeys] } }, status: 'active', group: { commune: { isDemo: true } } },
      { populate: ['person', 'group'], orderBy: { id: 'asc' } },
    );
    const placesOf = Map.groupBy(memberships, ({ person }) => person.id);
    return [...placesOf.values()]
      .map((places) => demoPerson(places))
      .sort((a, b) => rankOf(a.key) - rankOf(b.key));
  }

  /** Opens a session for the sample person of this key. In a commune that is none of the demo a key opens nothing. */
  async signIn(
    key: string,
    userAgent: string | undefined,
  ): Promise<{ token: string; maxAgeSeconds: number }> {
    const found = await this.em.find(
      Membership,
      { person: { demoKey: key } },
      { populate: ['group.commune'] },
    );
    const placesOf = Map.groupBy(found, ({ person }) => person.id);
    const [personId] =
      [...placesOf].find(
        ([, places]) =>
          places.some(({ status }) => status === 'active') &&
          places.every(({ group }) => group.commune.isDemo),
      ) ?? [];
    if (!personId) throw new AppError('not_found');
    const session = this.sessions.open(personId, userAgent);
    await this.em.flush();
    return session;
  }
}

const rankOf = (key: string) => demoKeys.indexOf(key as DemoKey);

/** A person as the role that they are shown for: an office of the whole commune, else what they are where they live. */
function demoPerson(places: Membership[]): DemoPerson {
  const { person, role, group } =
    places.find((place) => place.group.kind === 'commune' && place.role !== 'resident') ??
    places.find((place) => place.group.kind === 'residential') ??
    places[0]!;
  return { key: person.demoKey!, name: person.name, role, group: group.name };
}
