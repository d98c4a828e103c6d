// Writes docs/realtime.md from the contract (npm run docs); a test holds the page to it.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeRealtime } from './docs-realtime.ts';

await writeFile(join(import.meta.dirname, '../docs/realtime.md'), describeRealtime());
