// Connections to PostgreSQL that die at the worst moment.
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { isOutage } from '../server/platform/outage.ts';
import { bootHub } from './support/app.ts';

const hub = await bootHub();

test('a connection that dies between two statements of an act fails that act, and does not end the process', async () => {
  const killer = hub.em.fork();
  const act = hub.em.fork().transactional(async (em) => {
    const [{ pid }] = await em.execute<[{ pid: number }]>('select pg_backend_pid() as pid');
    await killer.execute('select pg_terminate_backend(?)', [pid]);
    const isGone = async () =>
      (await killer.execute('select 1 from pg_stat_activity where pid = ?', [pid])).length === 0;
    await expect.poll(isGone).toBe(true);
    // The end of the line is heard while nobody asks anything on it: an unheard error would end the process, and this test.
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    await em.execute('select 1');
  });
  const failure = await act.then(
    () => null,
    (error: unknown) => error,
  );
  expect(isOutage(failure)).toBe(true);
  expect((await fetch(`${hub.url}/readyz`)).status).toBe(200);
  // A connection that nobody gave back would be waited for without end.
  await hub.close();
});
