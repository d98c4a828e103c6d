// A short run of npm run test:faults: cut, delayed, halved, stalled and doubled connections, and killed programs, in small.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('whatever breaks, nothing that was acknowledged is lost, doubled, out of order or stale in the end', async () => {
  const program = join(import.meta.dirname, 'faults/main.ts');
  const child = spawn(process.execPath, [program, '--seed', '1', '--clients', '20', '--seconds', '15'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill());
  let printed = '';
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'close');
  expect(printed, said).not.toBe('');
  const outcome = JSON.parse(printed) as { acknowledged: number; done: Record<string, number> };
  expect(outcome, said).toMatchObject({
    verdict: { lost: 0, doubled: 0, outOfOrder: 0, stale: 0, unread: 0, unsettled: 0 },
    crashed: 0,
  });
  expect(outcome.acknowledged).toBeGreaterThan(20);
  expect(Object.keys(outcome.done)).toEqual(
    expect.arrayContaining(['clients cut', 'postgres cut', 'redis cut', 'server killed']),
  );
}, 240_000);
