// The budgets of the web client: the JavaScript that a person loads before a page is there and alive.
import { afterAll, expect, test } from 'vitest';
import { channelLater, kilobytes, kitLater, modulesOfStart, weightOf } from './support/weights.ts';

const kB = 1000;
const first = { later: kitLater, atMost: 60 * kB };
const app = { later: channelLater, atMost: 120 * kB };
const budgets = [
  { says: 'front page', page: '(public)', ...first },
  { says: 'commune', page: '(public)/c/[slug]', ...first },
  // With what draws the QR code of its printed sheet.
  { says: 'notice, public', page: '(public)/c/[slug]/notices/[noticeId]', later: kitLater, atMost: 65 * kB },
  { says: 'sign-in', page: '(public)/sign-in', ...first },
  // Its text is there without any; the form may take longer.
  { says: 'joining', page: '(public)/join/[code]', later: kitLater, atMost: 70 * kB },
  { says: 'today', page: '(app)/app', ...app },
  { says: 'channel', page: '(app)/app/channels/[channelId]', ...app },
];
const table: string[] = [];

test.for(budgets)('$says is light enough', ({ says, page, later, atMost }) => {
  const { gzipped, files, modules } = weightOf(page, later);
  table.push(
    `${says.padEnd(16)}${kilobytes(gzipped)} of ${kilobytes(atMost)} in ${String(files.length).padStart(2)} files`,
  );
  const heaviest = modules.slice(0, 40).map(({ id, size }) => `${kilobytes(size)}  ${id}`);
  expect(gzipped, `What weighs most there:\n${heaviest.join('\n')}\n`).toBeLessThanOrEqual(atMost);
});

test('what few need, or the server alone, is not sent to everybody', () => {
  const { modules } = weightOf('(app)/app/channels/[channelId]', channelLater);
  expect(modules.filter(({ id }) => id.startsWith('zod/'))).toEqual([]);
  // Who asks the generated runtime for the language brings all of it along: lib/locale.ts does not.
  const runtime = modules.find(({ id }) => id.endsWith('paraglide/runtime.js'));
  expect(runtime?.size ?? 0).toBeLessThan(500);
});

test('which build this is is read after it was said: else every page error loads the page again, without end', () => {
  const modules = modulesOfStart();
  expect(modules).toContain('@sveltejs/kit/src/runtime/client/payload.js');
  expect(modules.filter((id) => id.includes('kit/src/runtime/app/'))).toEqual([]);
});

afterAll(() => console.log(`JavaScript of a first visit, gzipped\n${table.join('\n')}`));
