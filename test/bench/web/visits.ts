// Visits of one who comes for the first time, again, and without a network, as a phone on a bad network makes them.
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Lighthouse's slow phone, on a network of half an hour's walk from the mast. */
const CPU_SLOWDOWN = 4;
const network = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

export interface Waited {
  /** Milliseconds until what one came for can be read. */
  readable: number;
  /** Milliseconds until the app itself stands and can be pressed; a public page can be from the beginning. */
  alive: number;
  lcp: number;
  /** What came over the network for the page; what its service worker fetches is not in it. */
  bytes: number;
  requests: number;
}
export type Visits = Record<string, Waited & { aim: number }>;

export const phone = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
};

const publicPage = { address: '/c/song-cau', sign: 'h1', aliveSign: 'h1' };

export async function measureVisits(
  browser: Browser,
  url: string,
  rounds: number,
  say: (line: string) => void,
): Promise<Visits> {
  const all: Record<string, Waited[]> = {};
  const keep = (name: string, waited: Waited) => {
    (all[name] ??= []).push(waited);
    say(
      `${name}: readable after ${Math.round(waited.readable)} ms, alive ${Math.round(waited.alive)} ms, LCP ${Math.round(waited.lcp)} ms`,
    );
  };
  for (let round = 0; round < rounds; round += 1) {
    const stranger = await browser.newContext({ ...phone, baseURL: url });
    keep('public page', await visit(stranger, publicPage));
    await stranger.close();

    const resident = await signedIn(browser, url, 'resident13');
    const channel = {
      address: await channelOf(resident),
      sign: '.conversation article .prose:not([aria-busy=true] *)',
      aliveSign: 'body:not(:has(#still)) .shell:not(.still) [role=log][aria-busy=false] article .prose',
    };
    keep('channel, first', await visit(resident, channel, workerIsReady));
    keep('channel, again', await visit(resident, channel));
    await resident.setOffline(true);
    keep('channel, offline', await visit(resident, channel));
    await resident.close();
  }
  const aims: Record<string, number> = {
    'public page': 2_500,
    'channel, first': 4_000,
    'channel, again': 1_000,
    'channel, offline': 1_000,
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, waits]) => [name, { ...medians(waits), aim: aims[name]! }]),
  );
}

/** A browser of a sample person; the key names a role of the sample ward. */
export async function signedIn(browser: Browser, url: string, key: string): Promise<BrowserContext> {
  const context = await browser.newContext({ ...phone, baseURL: url });
  const answer = await context.request.post('/api/demo/session', { data: { key }, headers: { origin: url } });
  if (!answer.ok()) throw new Error(`Sign-in as ${key}: ${answer.status()}`);
  return context;
}

async function channelOf(context: BrowserContext): Promise<string> {
  const groups = (await (await context.request.get('/api/groups')).json()) as {
    group: { kind: string };
    channels: { id: string; kind: string }[];
  }[];
  const own = groups.find(({ group }) => group.kind === 'residential')!;
  return `/app/channels/${own.channels.find(({ kind }) => kind === 'chat')!.id}`;
}

/** One page from its address to the sign that it can be read; then `after` may wait for what comes behind. */
async function visit(
  context: BrowserContext,
  { address, sign, aliveSign }: { address: string; sign: string; aliveSign: string },
  after?: (page: Page) => Promise<void>,
): Promise<Waited> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  let [bytes, requests] = [0, 0];
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', network);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  // The page tells by itself: whoever asked it would have it parse what the asking needs, in the very moments that are measured.
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: 'tellWaited' });
  const told = new Promise<Told>((resolve) =>
    cdp.once('Runtime.bindingCalled', ({ payload }) => resolve(JSON.parse(payload) as Told)),
  );
  await page.addInitScript(watchFor, { sign, aliveSign });
  await page.goto(address, { waitUntil: 'commit', timeout: 60_000 });
  const waited = { ...(await within(told, 60_000)), bytes, requests };
  await after?.(page);
  await page.close();
  return waited;
}

type Told = Pick<Waited, 'readable' | 'alive' | 'lcp'>;

/** Runs in the page before anything else of it. */
function watchFor({ sign, aliveSign }: { sign: string; aliveSign: string }): void {
  const told: Partial<Told> = {};
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) told.lcp = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  const look = () => {
    if (document.querySelector(sign)) told.readable ??= performance.now();
    if (document.querySelector(aliveSign)) told.alive ??= performance.now();
    const isOver = told.alive && told.lcp && document.readyState === 'complete';
    if (!isOver) requestAnimationFrame(look);
    else (globalThis as unknown as { tellWaited: (told: string) => void }).tellWaited(JSON.stringify(told));
  };
  requestAnimationFrame(look);
}

async function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The page did not come.')), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Until the app may be opened without a network. */
async function workerIsReady(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 60_000,
  });
  // What was read is written down when the page rests, and then how it stands.
  await page.evaluate(untilKept);
}

/** Runs in the page. */
async function untilKept(): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await caches.match(location.pathname))) {
    if (performance.now() > end) throw new Error('Nothing was kept of the page.');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function medians(waits: Waited[]): Waited {
  const of = (key: keyof Waited) => {
    const sorted = waits.map((one) => one[key]).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)]!;
  };
  return {
    readable: of('readable'),
    alive: of('alive'),
    lcp: of('lcp'),
    bytes: of('bytes'),
    requests: of('requests'),
  };
}
