import { loadCall } from '#lib/load.ts';
import { byPressing, noticeBrief } from '#lib/public-notice.ts';
import type { ProcedureSummary } from '#shared/procedures.ts';
import type { PageServerLoad } from './$types.js';

const shownNotices = 5;
const shownFields = 4;

/** On the server only, so that the phone gets the five notices that it shows and not all two hundred. */
export const load: PageServerLoad = async (event) => {
  const params = { slug: event.params.slug };
  const [notices, procedures] = await Promise.all([
    loadCall(event, 'commune.notices', { params }),
    loadCall(event, 'procedure.list', { params, query: {} }),
  ]);
  const { pressing, others } = byPressing(notices.map(noticeBrief));
  return {
    pressing,
    notices: others.slice(0, shownNotices),
    noticeCount: notices.length,
    fields: fieldsOf(procedures).slice(0, shownFields),
  };
};

/** The fields with the most procedures first. */
function fieldsOf(procedures: ProcedureSummary[]): { name: string; count: number }[] {
  const byName = Map.groupBy(procedures, ({ field }) => field);
  return [...byName]
    .map(([name, { length }]) => ({ name, count: length }))
    .toSorted((a, b) => b.count - a.count);
}
