import type { CommuneView } from '../../shared/places.ts';
import type { Commune } from './commune.entity.ts';

export function communeView({ id, slug, name, province, description, isDemo }: Commune): CommuneView {
  return { id, slug, name, province, description, isDemo };
}
