// npm run bench:web: how long a cheap phone on a bad network waits for our pages, and how a long history scrolls on it. Chromium slowed
// four times, 400 kbit/s and 400 ms, against the built hub without a proxy; PostgreSQL and the hub on one core, the browser on all.
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { moveFreely } from './machine/cores.ts';
import { leaving, run, say, setUp } from './machine/stage.ts';
import { locateBrowser } from '../support/services.run.ts';
import { startHub } from './targets/target.ts';
import { fillChannel, measureScroll, type Scrolled } from './web/scroll.ts';
import { measureVisits, type Visits } from './web/visits.ts';

/** Three rounds take about half of it on an idle machine. */
const LIMIT_MS = 5 * 60_000;

const USAGE = `npm run bench:web
    -- --rounds 3              visits of each kind; the table shows their medians
       --messages 10000        in the channel that is scrolled
       --json                  one JSON object and nothing else`;

interface Result {
  rounds: number;
  messages: number;
  visits: Visits;
  scrolled: Scrolled[];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      messages: { type: 'string', default: '10000' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const { folder, database } = await setUp();
  const hub = await startHub({ folder, database }, { rateLimitScale: 1000, isDemo: true });
  leaving.push(() => hub.stop());
  const browser = await launchBrowser();
  leaving.push(() => browser.close());

  const [rounds, messages] = [Number(values.rounds), Number(values.messages)];
  const visits = await measureVisits(browser, hub.url, rounds, say);
  const channelId = await database.use((client) => fillChannel(client, messages));
  const scrolled = await measureScroll(browser, hub.url, channelId, messages, say);
  const result: Result = { rounds, messages, visits, scrolled };
  if (values.json) console.log(JSON.stringify(result, null, 2));
  else report(result);
}

/** Every phone has cores enough to draw on one what another has laid out; the hub has little to do meanwhile. */
async function launchBrowser(): Promise<Browser> {
  moveFreely();
  return chromium.launch({
    executablePath: locateBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

function report({ visits, scrolled, messages, rounds }: Result): void {
  console.log(`medians of ${rounds}       readable    alive      LCP    bytes  requests   aim`);
  for (const [name, { readable, alive, lcp, bytes, requests, aim }] of Object.entries(visits)) {
    const cells = [
      `${(readable / 1000).toFixed(2)} s`.padStart(10),
      `${(alive / 1000).toFixed(2)} s`.padStart(9),
      `${(lcp / 1000).toFixed(2)} s`.padStart(9),
      `${Math.round(bytes / 1000)} kB`.padStart(9),
      String(requests).padStart(9),
      `  ≤ ${(aim / 1000).toFixed(1)} s`,
      Math.max(readable, lcp) <= aim ? '  met' : '  missed',
    ];
    console.log(`${name.padEnd(18)}${cells.join('')}`);
  }
  console.log(
    `\nscroll of ${messages} messages     in list    moved   frames     p50     p95  longest  over 50 ms   aim`,
  );
  for (const { way, messages: inList, moved, frames, p50, p95, longest, slow, aim } of scrolled) {
    const cells = [inList, `${Math.round(moved / 1000)}k px`, frames, ms(p50), ms(p95), ms(longest), slow];
    const goal = `  p95 ≤ ${ms(aim)}${p95 <= aim ? '  met' : '  missed'}`;
    console.log(`${way.padEnd(26)}${cells.map((cell) => String(cell).padStart(9)).join('')}${goal}`);
  }
}

const ms = (value: number) => `${value.toFixed(0)} ms`;

await run(main, LIMIT_MS);
