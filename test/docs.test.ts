import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { describeRealtime } from '../bin/docs-realtime.ts';

test('docs/realtime.md says what the code does (npm run docs)', async () => {
  expect(await readFile(new URL('../docs/realtime.md', import.meta.url), 'utf8')).toBe(describeRealtime());
});
