// A finger that flings through a long history, on a slowed phone, and how the frames came meanwhile: while older messages are loaded, and
// with all of them in the list.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { signedIn } from './visits.ts';

const CPU_SLOWDOWN = 4;
const SLOW_FRAME_MS = 50;
const FLING_MS = 15_000;
const LOADING_MS = 75_000;

export interface Scrolled {
  way: string;
  /** How many were in the list, about. */
  messages: number;
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
  const measure = async (way: string, distance: number) => {
    const flung = await fling(page, cdp, distance);
    scrolled.push({ way, messages: inList ?? messages + 1 - (await topmost()), ...flung });
    say(`${way}: longest frame ${Math.round(scrolled.at(-1)!.longest)} ms`);
  };
  await measure('up, loading', 6_000);
  await loadAll(page);
  inList = messages + 1 - (await topmost());
  await measure('down', -6_000);
  await measure('up', 6_000);
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
  distance: number,
): Promise<Omit<Scrolled, 'way' | 'messages'>> {
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  const began = performance.now();
  await page.evaluate(watchFrames);
  while (performance.now() - began < FLING_MS && !(await page.evaluate(isAtEdge, distance > 0))) {
    await cdp.send('Input.synthesizeScrollGesture', {
      x: 180,
      y: 360,
      yDistance: distance,
      speed: 12_000,
      gestureSourceType: 'touch',
      preventFling: false,
    });
  }
  const frames = (
    await page.evaluate(() => {
      const { stop } = globalThis as unknown as { stop: () => number[] };
      return stop();
    })
  ).toSorted((a, b) => a - b);
  const seconds = (performance.now() - began) / 1000;
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const at = (share: number) => frames[Math.floor((frames.length - 1) * share)]!;
  return {
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

/** Runs in the page: the time from each frame to the next, until `stop` is called. */
function watchFrames(): void {
  const frames: number[] = [];
  let last = performance.now();
  let handle = requestAnimationFrame(function frame(now) {
    frames.push(now - last);
    last = now;
    handle = requestAnimationFrame(frame);
  });
  Object.assign(globalThis, {
    stop: () => {
      cancelAnimationFrame(handle);
      return frames.slice(1);
    },
  });
}
