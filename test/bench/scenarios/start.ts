// From the start of the built server, on a migrated database, until it is ready.
import { performance } from 'node:perf_hooks';
import { compare } from '../report/rows.ts';
import { startTarget } from '../targets/target.ts';
import { interleave, type Scenario } from './scenario.ts';

export const start: Scenario = async (bench) => {
  const results = await interleave(bench, 'start', [{ name: 'dinh' }], async () => {
    const began = performance.now();
    const target = await startTarget(bench, 'dinh');
    const seconds = (performance.now() - began) / 1000;
    await target.stop();
    return seconds;
  });
  return {
    rows: [compare('start to ready', 's', { dinh: results.dinh! }, { of: 'figure', atMost: 3 })],
    notes: [],
    faults: {},
  };
};
