// Counting whom a notice has reached. Without zod, so that the web may use it.
import type { ReachUnit } from './notices.ts';

/** How many of the units were reached. Acknowledged ones were seen as well. */
export function reachCounts(units: ReachUnit[]): { total: number; seen: number; acknowledged: number } {
  return {
    total: units.length,
    seen: units.filter((unit) => unit.state !== 'none').length,
    acknowledged: units.filter((unit) => unit.state === 'acknowledged').length,
  };
}
