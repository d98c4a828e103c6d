// A person beside what they say or do, the same everywhere: from an entity, and from SQL.
import type { PersonRef } from '../../shared/common.ts';
import type { Person } from './person.entity.ts';

/** `seat` is the office that they hold there. */
export function personRef(
  { id, name, photo }: Pick<Person, 'id' | 'name' | 'photo'>,
  seat: string | null = null,
): PersonRef {
  return { id, name, seat, ...photoOf(photo) };
}

/** What tells that somebody has a picture. */
export const photoOf = (photo: string | null | undefined) => (photo ? { photo } : {});

/** The same of a row of `person` under this alias, as JSON; `seat` is a column. */
export function personJson(alias: string, seat: string): string {
  const fields = `'id', ${alias}.id, 'name', ${alias}.name, 'seat', ${seat}`;
  return `case when ${alias}.photo is null then json_build_object(${fields})
    else json_build_object(${fields}, 'photo', ${alias}.photo) end`;
}
