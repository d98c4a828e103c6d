import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './build-steps.ts';

/** Goes on, in this very process, with a module that was built: signals and the exit code need no passing on. */
export async function runBuilt(path: string): Promise<Record<string, unknown>> {
  process.setSourceMapsEnabled(true);
  return (await import(pathToFileURL(join(root, 'dist', path)).href)) as Record<string, unknown>;
}
