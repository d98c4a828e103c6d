// The process of `npm run demo`: what went wrong is one line, and exit code 1.
import { StartError } from '../platform/start-error.ts';
import { runDemo } from './cli.ts';

// What was begun is rolled back with the connection, and the embedded database stops as the process exits.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  await runDemo(process.argv.slice(2), process.env, (line) => console.log(line));
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
}
