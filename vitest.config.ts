import { defineConfig } from 'vitest/config';
import { TotalsReporter } from './test/support/totals-reporter.ts';
import { WalksFirst } from './test/support/walks-first.ts';

export default defineConfig({
  test: {
    reporters: ['default', new TotalsReporter()],
    maxWorkers: 2,
    sequence: { sequencer: WalksFirst },
    projects: [
      {
        test: {
          name: 'hub',
          include: ['test/**/*.test.ts', 'shared/**/*.test.ts', 'server/**/*.test.ts'],
          globalSetup: 'test/support/global-setup.ts',
          pool: 'forks',
          // A worker loads the hub and what drives the browser once, and goes from file to file with it: each file has a hub or a
          // server and a database of its own, and nothing is mocked.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        extends: './web/vite.config.ts',
        // As in a browser: `mount` and the runes' effects do not exist in what Svelte offers to servers.
        resolve: { conditions: ['browser'] },
        test: { name: 'web', root: 'web', include: ['src/**/*.test.ts'], testTimeout: 30_000 },
      },
    ],
  },
});
