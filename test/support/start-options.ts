import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The options that `npm start` runs Node with. */
export function startOptions(): string[] {
  const file = join(import.meta.dirname, '../../package.json');
  const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as { scripts: { start: string } };
  return [...scripts.start.matchAll(/--\S+/g)].map(String);
}
