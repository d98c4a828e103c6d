// A procedure for tests of the catalogue and of the questions about it.
import type { ProcedureBody } from '../../shared/procedures.ts';
import { Commune } from '../../server/places/commune.entity.ts';
import { newId } from '../../server/platform/id.ts';
import { Procedure } from '../../server/procedures/procedure.entity.ts';
import { foldedProcedure } from '../../server/procedures/procedure.search.ts';
import type { TestCommune } from './app.ts';

export const birth: ProcedureBody = {
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  decisionNumber: '',
  level: 'commune',
  field: 'Hộ tịch',
  applicants: ['Cha, mẹ'],
  steps: ['Nộp tờ khai'],
  channels: [{ form: 'in_person', timeLimit: 'Trong ngày', fee: 'Miễn phí' }],
  documents: [],
  agencies: [],
  place: '',
  result: '',
  conditions: '',
  legalBasis: [],
  keywords: ['giấy khai sinh', 'em bé'],
  portalCode: '1.001193/vn',
  source: 'Dữ liệu mẫu',
  checkedAt: '2026-01-15',
};

/** Adds the registration of a birth to a commune's catalogue, or what it becomes with `more`. */
export async function addProcedure(
  commune: TestCommune,
  more: Partial<ProcedureBody> = {},
): Promise<Procedure> {
  const em = commune.hub.em.fork();
  const body = { ...birth, ...more };
  const procedure = em.create(Procedure, {
    id: newId(),
    commune: em.getReference(Commune, commune.id),
    code: body.code,
    name: body.name,
    body,
    folded: foldedProcedure(body),
    createdAt: new Date(),
  });
  em.persist(procedure);
  await em.flush();
  return procedure;
}
