// A finger that flings through a long history, on a slowed phone, and how the frames came meanwhile: while older messages are loaded, and
// with all of them in the list.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { signedIn } from './visits.ts';

const CPU_SLOWDOWN = 4;
const SLOW_FRAME_MS = 50;
const FLINGING_MS = 15_000;
/** A thumb across the screen: so far, in so many steps of one frame each; the list runs on by itself until the next one. */
const SWIPE = { distance: 480, steps: 8, stepMs: 16, restMs: 350 };
const LOADING_MS = 75_000;

export interface Scrolled {
  way: string;
  /** How many were in the list, about. */
  messages: number;
  /** How far the list went, in pixels. */
  moved: number;
  frames: number;
  p50: number;
  p95: number;
  longest: number;
  /** Frames that took longer than 50 ms: what a hand feels. */
  slow: number;
  seconds: number;
  /** What p95 may be. */
  aim: number;
}

/** A channel of the sample ward's group 13 with so many messages, long and short, of three people; gives its id. */
export async function fillChannel(client: pg.Client, messages: number): Promise<string> {
  const channelId = randomUUID();
  await client.query(
    `insert into channel (id, group_id, kind, name, position, override, seq, version, created_at)
     select $1, id, 'chat', 'Chuyện dài', 9, '{}', $2, $2, now() from community_group where number = 13 limit 1`,
    [channelId, messages],
  );
  await client.query(
    `insert into message (id, channel_id, seq, version, author_id, client_id, text, created_at)
     select gen_random_uuid(), $1, n, n, people[1 + (n / 3) % 3], gen_random_uuid(),
       'Tin số ' || n || repeat(' bà con nhớ mang theo giấy tờ', (n * 7) % 6), now() - ($2 - n) * interval '5 min'
     from generate_series(1, $2::int) n,
       (select array_agg(person_id) as people from (select person_id from membership m
          join community_group g on g.id = m.group_id where g.number = 13 order by m.id limit 3) picked) those`,
    [channelId, messages],
  );
  return channelId;
}

export async function measureScroll(
  browser: Browser,
  url: string,
  channelId: string,
  messages: number,
  say: (line: string) => void,
): Promise<Scrolled[]> {
  const context = await signedIn(browser, url, 'resident13');
  const page = await context.newPage();
  // At its newest: what a newcomer has not read would be opened from above.
  await page.goto(`/app/channels/${channelId}?at=999999999`);
  await page.locator('[role=log][aria-busy=false] article').first().waitFor();
  const cdp = await context.newCDPSession(page);
  const scrolled: Scrolled[] = [];
  const topmost = async () =>
    Number(await page.locator('[role=log] [data-seq]').first().getAttribute('data-seq'));
  let inList: number | null = null;
  const measure = async (way: string, isUp: boolean) => {
    const flung = await fling(page, cdp, isUp);
    scrolled.push({ way, messages: inList ?? messages + 1 - (await topmost()), ...flung });
    say(`${way}: longest frame ${Math.round(scrolled.at(-1)!.longest)} ms`);
  };
  await measure('up, loading', true);
  await loadAll(page);
  inList = messages + 1 - (await topmost());
  await measure('down', false);
  await measure('up', true);
  await context.close();
  return scrolled;
}

/** Up to the beginning as quickly as this machine can, or as far as it comes in time. */
async function loadAll(page: Page): Promise<void> {
  await page.evaluate(async (limit) => {
    const log = document.querySelector('[role=log]')!;
    const end = performance.now() + limit;
    while (!log.querySelector('.start') && performance.now() < end) {
      log.scrollTop = 0;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, LOADING_MS);
}

/** For a while, or until the list ends in that direction. */
async function fling(
  page: Page,
  cdp: CDPSession,
  isUp: boolean,
): Promise<Omit<Scrolled, 'way' | 'messages'>> {
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  const began = performance.now();
  await page.evaluate(watchList);
  while (performance.now() - began < FLINGING_MS && !(await page.evaluate(isAtEdge, isUp)))
    await swipe(cdp, isUp);
  const watched = await page.evaluate(() => (globalThis as unknown as { stop: () => Watched }).stop());
  if (watched.moved === 0) throw new Error('The list did not move: nothing was measured.');
  const frames = watched.frames.toSorted((a, b) => a - b);
  const seconds = (performance.now() - began) / 1000;
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const at = (share: number) => frames[Math.floor((frames.length - 1) * share)]!;
  return {
    moved: watched.moved,
    frames: frames.length,
    p50: at(0.5),
    p95: at(0.95),
    longest: frames.at(-1)!,
    slow: frames.filter((ms) => ms > SLOW_FRAME_MS).length,
    seconds,
    aim: SLOW_FRAME_MS,
  };
}

/** Runs in the page: whether the beginning of the history, or its newest message, stands on the screen. */
function isAtEdge(isUp: boolean): boolean {
  const { scrollTop, clientHeight, scrollHeight } = document.querySelector('[role=log]')!;
  const hasBegun = scrollTop < 5 && document.querySelector('[role=log] .start') !== null;
  return isUp ? hasBegun : scrollHeight - scrollTop - clientHeight < 60;
}

/** One finger, beside the button that leads to the newest; upwards in the history is downwards on the screen. */
async function swipe(cdp: CDPSession, isUp: boolean): Promise<void> {
  const { distance, steps, stepMs, restMs } = SWIPE;
  const [from, way] = isUp ? [150, distance] : [150 + distance, -distance];
  const began = Date.now();
  // The finger is as quick as it says, also where this machine is late to say it.
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', step: number, y?: number) =>
    cdp.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: y === undefined ? [] : [{ x: 60, y }],
      timestamp: (began + step * stepMs) / 1000,
    });
  await touch('touchStart', 0, from);
  for (let step = 1; step <= steps; step += 1) {
    await delay(stepMs);
    await touch('touchMove', step, from + (way * step) / steps);
  }
  await touch('touchEnd', steps + 0.5);
  await delay(restMs);
}

interface Watched {
  frames: number[];
  moved: number;
}

/** Runs in the page: the time from each frame to the next and how far the list went, until `stop` is called. */
function watchList(): void {
  const log = document.querySelector('[role=log]')!;
  const frames: number[] = [];
  let moved = 0;
  let last = performance.now();
  let top = log.scrollTop;
  let handle = requestAnimationFrame(function frame(now) {
    frames.push(now - last);
    last = now;
    moved += Math.abs(log.scrollTop - top);
    top = log.scrollTop;
    handle = requestAnimationFrame(frame);
  });
  Object.assign(globalThis, {
    stop: () => {
      cancelAnimationFrame(handle);
      return { frames: frames.slice(1), moved: Math.round(moved) };
    },
  });
}
