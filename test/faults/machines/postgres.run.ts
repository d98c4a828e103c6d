// PostgreSQL as `npm start` runs it, in a process that can be killed with it: node postgres.run.ts <folder> <port>
import { setInterval } from 'node:timers';
import { startEmbeddedPostgres } from '../../../server/platform/embedded-postgres.ts';

const [folder = '', port = ''] = process.argv.slice(2);
await startEmbeddedPostgres({ dataDir: folder, port: Number(port) });
console.log('ready');
// The database's own process does not keep this one alive, and ends with it.
setInterval(() => undefined, 1_000_000);
