// The sample ward in real browsers: the built server on a database of its own, and people who look at it in Chromium.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { DemoKey } from '../../server/demo/demo.keys.ts';
import { startServer, type ServerProcess } from './server.ts';
import { chromiumPath, createDatabase } from './services.ts';

const root = join(import.meta.dirname, '../..');
const size = {
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
} satisfies Record<string, BrowserContextOptions>;

export interface Visit {
  as?: DemoKey;
  on?: keyof typeof size;
  /** Where the visitor begins. */
  at?: string;
  options?: BrowserContextOptions;
}

export interface Ward {
  server: ServerProcess;
  databaseUrl: string;
  /** A browser of one's own: its cookies, its storage. */
  visit(visit: Visit): Promise<Page>;
}

/** The sample ward for the tests of one file. Each file ends with a look at what the browsers complained of. */
export function useWard(environment: Record<string, string> = {}): Ward {
  let server: ServerProcess;
  let databaseUrl: string;
  let browser: Browser;
  /** What a page of ours must never say, whatever else a test looks at. */
  const heard: string[] = [];
  /** How the screens of a failed test looked stays in dist/test-failures; where only the output is kept, it is told in words. */
  afterEach(async ({ task }) => {
    const pages = browser.contexts().flatMap((context) => context.pages());
    if (task.result?.state === 'fail') {
      for (const [index, page] of pages.entries()) {
        const path = join(root, 'dist/test-failures', `${task.name.slice(0, 40)} ${index}.png`);
        await page.screenshot({ path }).catch(() => undefined);
        const screen = await page
          .locator('body')
          .ariaSnapshot({ timeout: 5_000 })
          .catch((error: unknown) => String(error));
        console.error(`${task.name}: ${page.url()}\n${screen.slice(-4_000)}`);
      }
    }
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  beforeAll(async () => {
    databaseUrl = await createDatabase();
    server = await startServer({ databaseUrl, env: { DEMO: 'always', ...environment } });
    browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        // A microphone that beeps, and that may be used.
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    expect(heard, 'what the browsers complained of').toEqual([]);
  });
  return {
    get server() {
      return server;
    },
    get databaseUrl() {
      return databaseUrl;
    },
    async visit({ as, on = 'phone', at, options }) {
      const context = await browser.newContext({
        ...size[on],
        baseURL: server.url,
        locale: 'vi-VN',
        timezoneId: 'Asia/Ho_Chi_Minh',
        ...options,
      });
      context.setDefaultTimeout(30_000);
      if (as) {
        const headers = { origin: server.url };
        const answer = await context.request.post('/api/demo/session', { data: { key: as }, headers });
        expect(answer.ok(), `sign-in as ${as}`).toBe(true);
      }
      const page = await context.newPage();
      page.on('pageerror', (error) => heard.push(`${page.url()} threw ${error.stack || String(error)}`));
      page.on('console', (message) => {
        // Refused requests and lost networks are logged by the browser itself, also where the page has words for them.
        const isNetwork = /^Failed to load resource|ERR_INTERNET_DISCONNECTED/.test(message.text());
        // A page that goes while its worker is being fetched; a worker that is not there is told in other words.
        const isCutOff = /^An unknown error occurred when fetching the script/.test(message.text());
        if (message.type() !== 'error' || isNetwork || isCutOff) return;
        heard.push(`${page.url()} logged ${message.text()} (${message.location().url})`);
      });
      await page.goto(at ?? (as ? '/app' : '/'));
      return page;
    },
  };
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(options: AxeOptions): Promise<{
    violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
  }>;
}
type AxeOptions = {
  resultTypes: ['violations'];
  runOnly?: string[];
  rules?: Record<string, { enabled: boolean }>;
};

const colours = ['color-contrast', 'link-in-text-block'];
/** Rules that read the style sheets and media themselves, which the size of the text does not change. */
const sources = ['css-orientation-lock', 'no-autoplay-audio'];
/** What is in order is not written up. */
const resultTypes: AxeOptions['resultTypes'] = ['violations'];
/** A page is looked at as a whole once; what follows only looks again at what has changed since. */
const looks = {
  all: { resultTypes },
  colours: { resultTypes, runOnly: colours },
  size: {
    resultTypes,
    rules: Object.fromEntries([...colours, ...sources].map((rule) => [rule, { enabled: false }])),
  },
} satisfies Record<string, AxeOptions>;

/** What axe finds serious or worse on the page as it stands, one line each. */
export async function seriousFaults(page: Page, at: keyof typeof looks = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await axeSource);
  return page.evaluate(async (options: AxeOptions) => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(options);
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
  }, looks[at]);
}
