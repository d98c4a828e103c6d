// npm test [-- file …]: the browser tests run the built server, so it is built first. The last line of the output is the totals.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildParts, root } from './build-steps.ts';

try {
  await buildParts(['server', 'web']);
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  // The terminal tells both of Ctrl-C; a signal sent to this process alone is passed on.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.once('exit', (code) => (process.exitCode = code ?? 1));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
