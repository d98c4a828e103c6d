// Work that waits: done once among several processes, tried again after a failure, called off, and left behind for the next start.
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { readConfig } from '../server/platform/config.ts';
import { jobQueue, Jobs } from '../server/platform/jobs.ts';
import { bootHub } from './support/app.ts';
import { until } from './support/actor.ts';

const hub = await bootHub();
const queue = jobQueue<{ word: string }>('test.say', { retries: 2, retrySeconds: 1 });
const running: Jobs[] = [];

/** The jobs of a process that does those of the queue so, or does none. */
function start(act?: (word: string) => void): Jobs {
  const config = { ...readConfig({}), jobs: act ? ('on' as const) : ('off' as const) };
  const jobs = new Jobs(hub.em, config, hub.databaseUrl);
  jobs.work(queue, async ({ word }) => act?.(word));
  jobs.onApplicationBootstrap();
  running.push(jobs);
  return jobs;
}

const stopAll = () => Promise.all(running.splice(0).map((jobs) => jobs.beforeApplicationShutdown()));
afterEach(stopAll);

test('two processes share the work: each job is done once, by either; one that fails is tried again', async () => {
  const done: string[] = [];
  const first = start((word) => void done.push(word));
  const second = start((word) => void done.push(word));
  const words = Array.from({ length: 6 }, (_, index) => `việc ${index}`);
  await Promise.all(words.map((word, index) => (index % 2 ? first : second).add(queue, { word })));
  await until('all are done', () => done.length === words.length);
  expect(done.toSorted()).toEqual(words);
  await stopAll();

  let failures = 0;
  const third = start((word) => {
    if (++failures < 2) throw new Error('not yet');
    done.push(word);
  });
  await third.add(queue, { word: 'khó' });
  await until('it got through the second time', () => done.at(-1) === 'khó');
  expect(failures).toBe(2);
});

test('one waits for each key, can be called off, and is done by whoever starts next', async () => {
  const done: string[] = [];
  const adding = start();
  const at = new Date(Date.now() + 3_600_000);
  await adding.add(queue, { word: 'đầu' }, { key: 'a' });
  await adding.add(queue, { word: 'lặp' }, { key: 'a' });
  await adding.add(queue, { word: 'thôi' }, { key: 'b', at });
  await adding.callOff(queue, 'b');
  await adding.add(queue, { word: 'sau' }, { key: 'c', at });
  await stopAll();
  start((word) => void done.push(word));
  await until('the one that waited is done', () => done.length > 0);
  expect(done).toEqual(['đầu']);
  const waiting = await hub.em
    .fork()
    .execute(`select data ->> 'word' as word from jobs.job where name = ? and state = 'created'`, [
      queue.name,
    ]);
  expect(waiting).toEqual([{ word: 'sau' }]);
});

test('many that come due in the same moment do not wait for one another, and one that fails costs the others nothing', async () => {
  const done: string[] = [];
  let failures = 0;
  const jobs = start((word) => {
    if (word === 'khó' && ++failures < 2) throw new Error('not yet');
    done.push(word);
  });
  const words = ['khó', ...Array.from({ length: 24 }, (_, index) => `việc ${index}`)];
  const at = new Date(Date.now() + 1000);
  await Promise.all(words.map((word) => jobs.add(queue, { word }, { at })));
  await until('all are done', () => done.length === words.length);
  expect(done.toSorted()).toEqual(words.toSorted());
});

test('after the stop of a hub none of its connections is left', async () => {
  const other = await bootHub();
  const jobs = other.app.get(Jobs);
  await jobs.add(queue, { word: 'ai làm' }).catch(() => undefined);
  await other.close();
  const name = new URL(other.databaseUrl).pathname.slice(1);
  const client = new pg.Client(hub.databaseUrl);
  await client.connect();
  const count = async () =>
    (await client.query('select from pg_stat_activity where datname = $1', [name])).rowCount;
  await expect.poll(count).toBe(0);
  await client.end();
});
