// Generates what the sources lean on and git does not keep: the functions of the messages, and Kit's types and tsconfig.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { compile } from '@inlang/paraglide-js';
import { messageFaults, paraglideOptions } from './paraglide.ts';

const faults = messageFaults();
if (faults.length > 0) throw new Error(`web/messages:\n${faults.join('\n')}`);
await compile(paraglideOptions);

// From the root, because the adapter reads package.json where it is started.
const root = join(import.meta.dirname, '..');
const kit = join(root, 'node_modules/@sveltejs/kit/svelte-kit.js');
const config = join(import.meta.dirname, 'vite.config.ts');
execFileSync(process.execPath, [kit, 'sync', '--config', config], { cwd: root, stdio: 'inherit' });
