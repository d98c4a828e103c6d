// The commune, its groups, doors and people, as rows.
import { overrideOf } from '../../channels/channels.service.ts';
import type { Making } from './making.ts';

export async function copyPlaces(
  making: Making,
  { slug, name }: { slug: string; name: string },
  passphraseHash: string,
): Promise<void> {
  const { copier, communeId, plan, foundedAt: created_at, ids } = making;
  await copier.copy('commune', [
    {
      id: communeId,
      slug,
      name,
      province: 'Bắc Kạn',
      description: 'Dữ liệu mẫu được sinh ra để thử tải. Mọi người và mọi việc ở đây đều hư cấu.',
      is_demo: true,
      portal_template: null,
      created_at,
    },
  ]);
  await copier.copy(
    'community_group',
    plan.groups.map(({ id, kind, number, name, description }) => ({
      id,
      commune_id: communeId,
      kind,
      number,
      name,
      description,
      created_at,
    })),
  );
  await copier.copy(
    'channel',
    plan.groups.flatMap((group) =>
      group.channels.map(({ id, kind, name }, position) => ({
        id,
        group_id: group.id,
        kind,
        name,
        position,
        override: overrideOf(kind),
        created_at,
      })),
    ),
  );
  await copier.copy(
    'household',
    plan.households.map(({ group, household: { id, address, hasSmartphone } }) => ({
      id,
      group_id: group.id,
      address,
      has_smartphone: hasSmartphone,
      created_at,
    })),
  );
  await copier.copy(
    'person',
    plan.people.map(({ id, name, phone }) => ({
      id,
      name,
      phone,
      passphrase_hash: passphraseHash,
      created_at,
    })),
  );
  await copier.copy(
    'membership',
    plan.groups.flatMap((group) =>
      group.members.map(({ person, household, role, seat }) => ({
        id: ids.at(created_at.getTime()),
        person_id: person.id,
        group_id: group.id,
        household_id: household?.id ?? null,
        role,
        seat,
        status: 'active',
        created_at,
      })),
    ),
  );
}
