// Reading back: pages of 50 at random places of a long history, signed in; beside it a bare Node HTTP server with the same query. Whoever
// reads back has been here: everybody has looked once, at both, before anything is measured.
import { randomInt } from 'node:crypto';
import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { unusedPort } from '../../support/services.run.ts';
import { Latencies } from '../load/latencies.ts';
import { SERVER_CORE } from '../machine/cores.ts';
import { launchServer } from '../machine/processes.ts';
import { compare } from '../report/rows.ts';
import { startTarget } from '../targets/target.ts';
import { fillHalls } from '../ward.ts';
import { figures, interleave, type Bench, type Scenario } from './scenario.ts';

const PAGE = 50;
const AT_A_TIME = 16;

interface PageServer {
  name: string;
  url: string;
  path: (channel: string, before: number) => string;
  isSignedIn: boolean;
}

interface Reading {
  perSecond: number;
  p50: number;
  p99: number;
}

export const pages: Scenario = async (bench) => {
  bench.say(`pages: writing ${bench.sizes.history.toLocaleString('en')} messages`);
  const perHall = await bench.database.use((client) => fillHalls(client, bench.ward, bench.sizes.history));
  const dinh = await startTarget(bench, 'dinh');
  const bare = await launchServer(bench.folder, await unusedPort(), '/', {
    name: 'pages',
    core: SERVER_CORE,
    args: [join(import.meta.dirname, '../peers/pages.ts')],
    env: { DATABASE_URL: bench.database.url },
  });
  const servers: PageServer[] = [
    {
      name: 'dinh',
      url: dinh.url,
      path: (channel, before) => `/api/channels/${channel}/messages?before=${before}&limit=${PAGE}`,
      isSignedIn: true,
    },
    {
      name: 'bare',
      url: bare.url,
      path: (channel, before) => `/${channel}?before=${before}`,
      isSignedIn: false,
    },
  ];
  for (const server of servers) await lookOnce(server, bench, perHall);
  const results = await interleave(bench, 'pages', servers, (server) => read(server, bench, perHall));
  await Promise.all([dinh.stop(), bare.stop()]);
  const label = `pages of ${PAGE} from ${bench.sizes.history.toLocaleString('en')}`;
  return {
    rows: [
      compare(
        label,
        '/s',
        figures(results, ({ perSecond }) => perSecond),
        { of: 'ratio', atLeast: 0.9 },
      ),
      compare(
        `${label}: p50`,
        'ms',
        figures(results, ({ p50 }) => p50),
      ),
      compare(
        `${label}: p99`,
        'ms',
        figures(results, ({ p99 }) => p99),
      ),
    ],
    notes: [],
    faults: {},
  };
};

async function lookOnce(server: PageServer, { ward }: Bench, perHall: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_A_TIME });
  const looks = ward.residents.flatMap((residents, hall) =>
    residents.map((resident) => readPage(server, agent, ward.halls[hall]!, resident, perHall)),
  );
  await Promise.all(looks);
  agent.destroy();
}

async function read(server: PageServer, { ward, sizes }: Bench, perHall: number): Promise<Reading> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_A_TIME });
  const times = new Latencies();
  let isMeasured = false;
  let isOver = false;
  let count = 0;
  const reader = async () => {
    while (!isOver) {
      const hall = randomInt(ward.halls.length);
      const resident = ward.residents[hall]![randomInt(ward.residents[hall]!.length)]!;
      const askedAt = performance.now();
      await readPage(server, agent, ward.halls[hall]!, resident, perHall);
      if (!isMeasured) continue;
      times.add(performance.now() - askedAt);
      count += 1;
    }
  };
  const readers = Promise.all(Array.from({ length: AT_A_TIME }, reader));
  // A reader that fails ends the wait at once.
  await Promise.race([readers, delay(sizes.warmMs)]);
  isMeasured = true;
  const began = performance.now();
  await Promise.race([readers, delay(sizes.measureMs)]);
  isMeasured = false;
  const seconds = (performance.now() - began) / 1000;
  isOver = true;
  await readers;
  agent.destroy();
  return { perSecond: count / seconds, p50: times.quantile(0.5), p99: times.quantile(0.99) };
}

function readPage(
  server: PageServer,
  agent: Agent,
  channel: string,
  { cookie }: { cookie: string },
  perHall: number,
): Promise<void> {
  const path = server.path(channel, randomInt(PAGE + 1, perHall));
  return fetchPage(new URL(path, server.url), agent, server.isSignedIn ? { cookie } : {});
}

function fetchPage(url: URL, agent: Agent, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        // Looked at without parsing it: the load must stay light.
        const body = Buffer.concat(chunks).toString('latin1');
        const messages = body.split('"clientId"').length - 1;
        if (response.statusCode === 200 && messages === PAGE) resolve();
        else
          reject(
            new Error(
              `A page came with ${response.statusCode} and ${messages} messages: ${body.slice(0, 200)}`,
            ),
          );
      });
    });
    request.once('error', reject);
  });
}
