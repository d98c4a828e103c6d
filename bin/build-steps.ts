// What `npm run build`, `npm start`, `npm test` and `npm run demo` share: building what is not built or older than its sources.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { freemem } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
const stampFile = join(root, 'dist/build.json');
const ENOUGH_FOR_BOTH = 3 * 1024 ** 3;

export type Part = 'server' | 'web';
type Stamps = Partial<Record<Part, string>>;

interface Step {
  says: string;
  sources: string[];
  removes: string[];
  makes: string;
  command: string[];
}

const steps: Record<Part, Step> = {
  server: {
    says: 'Building the server',
    sources: ['server', 'shared', 'tsconfig.json', 'package-lock.json'],
    removes: ['dist/server', 'dist/shared'],
    makes: 'dist/server/main.js',
    command: ['node_modules/typescript/bin/tsc', '-p', 'server/tsconfig.json'],
  },
  web: {
    says: 'Building the web pages',
    sources: ['web', 'shared', 'tsconfig.json', 'package-lock.json'],
    removes: ['dist/web'],
    makes: 'dist/web/handler.js',
    command: ['node_modules/vite/bin/vite.js', 'build', 'web'],
  },
};

const generated = /(^|\/)(node_modules|\.svelte-kit|lib\/paraglide|project\.inlang\/cache)(\/|$)|\.test\.ts$/;

/** Builds the parts whose sources changed since their last build; with `isForced` all of them. Throws where one fails. */
export async function buildParts(parts: Part[], { isForced = false } = {}): Promise<void> {
  const stamps = await readStamps();
  const hashes = new Map(
    await Promise.all(parts.map(async (part) => [part, await hashOf(steps[part].sources)] as const)),
  );
  const isBuilt = (part: Part) =>
    stamps[part] === hashes.get(part) && existsSync(join(root, steps[part].makes));
  const stale = parts.filter((part) => isForced || !isBuilt(part));
  if (stale.length === 0) return;

  const build = async (part: Part) => {
    const began = Date.now();
    console.log(`${steps[part].says} …`);
    await Promise.all(
      steps[part].removes.map((path) => rm(join(root, path), { recursive: true, force: true })),
    );
    await run(steps[part].command);
    stamps[part] = hashes.get(part);
    console.log(`${steps[part].says}: done in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  };
  for (const part of stale) stamps[part] = undefined;
  await writeStamps(stamps);
  if (freemem() > ENOUGH_FOR_BOTH) {
    const results = await Promise.allSettled(stale.map(build));
    await writeStamps(stamps);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  } else {
    for (const part of stale) await build(part);
    await writeStamps(stamps);
  }
}

/** Builds, or ends the process with one line: for the scripts that go on with what was built. */
export async function ensureBuilt(parts: Part[]): Promise<void> {
  await buildParts(parts).catch((error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
}

async function readStamps(): Promise<Stamps> {
  return readFile(stampFile, 'utf8').then(
    (text) => JSON.parse(text) as Stamps,
    () => ({}),
  );
}

async function writeStamps(stamps: Stamps): Promise<void> {
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(stampFile, `${JSON.stringify(stamps, null, 2)}\n`);
}

async function hashOf(sources: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesOf(source))
      hash.update(`${file}\0`).update(await readFile(join(root, file)));
  }
  return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOTDIR') return null;
      throw new Error(`${path} is missing: is this a whole copy of the project?`);
    },
  );
  if (!entries) return [path];
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = `${path}/${entry.name}`;
    if (generated.test(child)) continue;
    if (entry.isDirectory()) files.push(...(await filesOf(child)));
    else if (entry.isFile()) files.push(child);
  }
  return files;
}

/** What the tool says matters only where it fails. */
async function run([script = '', ...args]: string[]): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => resolve(exitCode ?? signal));
  });
  if (code === 0) return;
  process.stderr.write(output);
  const command = [script.split('/').at(-1), ...args].join(' ');
  throw new Error(`The build failed (${command} ended with ${String(code)}).`);
}
