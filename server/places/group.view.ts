import type { GroupView } from '../../shared/places.ts';
import type { Group } from './group.entity.ts';

export function groupView({ id, kind, number, name, description }: Group): GroupView {
  return { id, kind, number: number ?? null, name, description };
}
