import type { ProcedureView } from '../../shared/procedures.ts';
import type { Procedure } from './procedure.entity.ts';

/** A procedure with its link to the national portal, where both the commune's template and its code there are known. */
export function procedureView({ id, body }: Procedure, portalTemplate: string | null): ProcedureView {
  const { portalCode } = body;
  const portalUrl =
    portalTemplate && portalCode
      ? portalTemplate.replaceAll('{code}', () => encodeURIComponent(portalCode))
      : null;
  return { ...body, id, portalUrl };
}
