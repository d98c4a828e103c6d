// npm run demo [-- --residents 10000]
import { ensureBuilt } from './build-steps.ts';
import { runBuilt } from './run-built.ts';

await ensureBuilt(['server']);
await runBuilt('server/demo/main.js');
