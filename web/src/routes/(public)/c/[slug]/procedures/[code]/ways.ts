// The ways to hand a procedure in often differ in nothing: what is the same for several of them is said once.
import { m } from '#lib/paraglide/messages.js';
import type { ProcedureView } from '#shared/procedures.ts';

type Way = ProcedureView['channels'][number];

export const formName = (form: Way['form']) =>
  ({
    in_person: m.procedures_field_form_in_person,
    online: m.procedures_field_form_online,
    post: m.procedures_field_form_post,
  })[form]();

/** The values of one field, each with the ways it holds for: one line where all ways agree. */
export function valuesOf(ways: Way[], field: 'timeLimit' | 'fee'): { value: string; forms: Way['form'][] }[] {
  const known = ways.filter((way) => way[field].trim() !== '');
  return [...Map.groupBy(known, (way) => way[field].trim())].map(([value, same]) => ({
    value,
    forms: same.map(({ form }) => form),
  }));
}

/** How many letters the printed sheet has, for the size of its letters. */
export function sheetLength(procedure: ProcedureView): number {
  const { documents, steps, channels, place, result, applicants, conditions } = procedure;
  const lines = [
    ...documents.map(({ name, form }) => `${name} ${form ?? ''}`),
    ...channels.map(({ timeLimit, fee }) => `${timeLimit} ${fee}`),
    ...[...steps, ...applicants, place, result, conditions],
  ];
  // A line that is not full takes the room of a full one.
  return lines.reduce((sum, line) => sum + line.length + 40, 0);
}
