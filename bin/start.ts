// npm start
import { ensureBuilt } from './build-steps.ts';
import { runBuilt } from './run-built.ts';

await ensureBuilt(['server', 'web']);
process.env.NODE_ENV ??= 'production';
await runBuilt('server/main.js');
