// Communes as anyone may see them, and the groups of one as those see them who address or manage groups.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Permission } from '../../shared/permissions.ts';
import type { CommuneView, GroupKind, GroupView } from '../../shared/places.ts';
import type { Actor } from '../identity/actor.ts';
import { AppError } from '../platform/app-error.ts';
import { Commune } from './commune.entity.ts';
import { communeView } from './commune.view.ts';
import { Group } from './group.entity.ts';
import { groupView } from './group.view.ts';
import { findStanding, permissionsIn } from './place.access.ts';

/** Who has one of these somewhere chooses among groups: as an audience, or to look after them. */
const reasonsToChoose: Permission[] = [
  'notice.publish',
  'member.admit',
  'household.manage',
  'role.assign',
  'group.manage',
];

const kinds: GroupKind[] = ['commune', 'residential', 'sector', 'association', 'internal'];
const collator = new Intl.Collator('vi', { numeric: true });

@Injectable()
export class CommunesService {
  constructor(private readonly em: EntityManager) {}

  async list(): Promise<CommuneView[]> {
    const communes = await this.em.find(Commune, {}, { orderBy: { name: 'asc' } });
    return communes.map(communeView);
  }

  async get(slug: string): Promise<CommuneView> {
    const commune = await this.em.findOne(Commune, { slug });
    if (!commune) throw new AppError('not_found');
    return communeView(commune);
  }

  /** The groups in which the actor may do anything at all; `forbidden` to those who have no choice to make among them. */
  async listGroups(actor: Actor): Promise<GroupView[]> {
    const standing = await findStanding(this.em, actor);
    if (!standing) throw new AppError('forbidden');
    const all = await this.em.find(Group, { commune: standing.communeId });
    const groups = all
      .map((group) => ({ group, permissions: permissionsIn(standing, group) }))
      .filter(({ permissions }) => permissions.size > 0);
    const canChoose = groups.some(({ permissions }) =>
      reasonsToChoose.some((reason) => permissions.has(reason)),
    );
    if (!canChoose) throw new AppError('forbidden');
    return groups.map(({ group }) => groupView(group)).sort(byKindThenNumber);
  }
}

function byKindThenNumber(a: GroupView, b: GroupView): number {
  return (
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    (a.number ?? 1000) - (b.number ?? 1000) ||
    collator.compare(a.name, b.name)
  );
}
