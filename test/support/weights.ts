// What a route of the built web client weighs: its JavaScript as a browser loads it, gzipped file by file.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chunksFile, type Chunk } from '../../web/chunks.ts';

const client = join(import.meta.dirname, '../../dist/web/client');
const routes = 'web/src/routes';

export interface Weight {
  /** Names of files, as an address has them. */
  files: string[];
  /** Of all files, in bytes. */
  gzipped: number;
  /** The heaviest first. */
  modules: { id: string; size: number }[];
}

/** What Kit itself loads after its first file. */
export const kitLater = ['@sveltejs/kit/src/runtime/client/client-entry.js'];

/** What the app loads as soon as it stands; test/walks/scroll.test.ts looks at all that really comes. */
export const channelLater = [...kitLater, 'socket.io-client/build/esm/index.js', 'idb/build/index.js'];

/**
 * The weight of a page below routes/: everything that its files import, and that a first visit loads without being asked,
 * `later` among it: modules that the page itself loads as soon as it stands.
 */
export function weightOf(page: string, later: string[] = []): Weight {
  const chunks = readChunks();
  const parts = new Set(partsOf(page));
  const begins = chunks.filter(
    ({ file, facade, modules }) =>
      file.startsWith('_app/immutable/entry/') ||
      (facade !== null && later.includes(facade)) ||
      (file.startsWith('_app/immutable/nodes/') && Object.keys(modules).some((id) => parts.has(id))),
  );
  const unknown = later.filter((id) => !begins.some(({ facade }) => facade === id));
  if (unknown.length > 0) throw new Error(`Not loaded by import() in any file: ${unknown.join(', ')}`);
  if (!begins.some(({ modules }) => `${routes}/${page}/+page.svelte` in modules))
    throw new Error(`No such page was built: ${page}`);

  const reached = reachedFrom(begins, chunks);
  const sizes = new Map(reached.map((chunk) => [chunk, gzippedSize(chunk.file)]));
  return {
    files: reached.map(({ file }) => file),
    gzipped: [...sizes.values()].reduce((sum, size) => sum + size, 0),
    modules: modulesOf(sizes),
  };
}

/** The modules that Kit's first file brings along, which are all run before it can say which build this is. */
export function modulesOfStart(): string[] {
  const chunks = readChunks();
  const start = chunks.filter(({ facade }) => facade === '@sveltejs/kit/src/runtime/client/entry.js');
  if (start.length !== 1) throw new Error('The file that Kit begins with was not found.');
  return reachedFrom(start, chunks).flatMap(({ modules }) => Object.keys(modules));
}

const readChunks = () => JSON.parse(readFileSync(chunksFile, 'utf8')) as Chunk[];

/** These files and all that they import. */
function reachedFrom(begins: Chunk[], chunks: Chunk[]): Chunk[] {
  const byFile = new Map(chunks.map((chunk) => [chunk.file, chunk]));
  const reached = new Set(begins);
  for (const { imports } of reached) for (const file of imports) reached.add(byFile.get(file)!);
  return [...reached];
}

/** The gzipped size of a file of the client. */
const gzippedSize = (file: string) => gzipSync(readFileSync(join(client, file)), { level: 9 }).length;

/** A page with the layouts around it, and the one page that Kit always loads: for errors. */
function partsOf(page: string): string[] {
  const layouts: string[] = [];
  for (let folder = page; folder !== '.'; folder = dirname(folder)) layouts.push(`${folder}/`);
  return [
    ...['', ...layouts].flatMap((folder) => [`${folder}+layout.svelte`, `${folder}+layout.ts`]),
    `${page}/+page.svelte`,
    `${page}/+page.ts`,
    '+error.svelte',
  ].map((file) => `${routes}/${file}`);
}

/** A module's share of its file is its share of the characters before they were shortened: near enough to know where to look. */
function modulesOf(sizes: Map<Chunk, number>): Weight['modules'] {
  const modules = [...sizes].flatMap(([chunk, size]) => {
    const whole = Object.values(chunk.modules).reduce((sum, length) => sum + length, 0);
    return Object.entries(chunk.modules).map(([id, length]) => ({
      id,
      size: (size * length) / (whole || 1),
    }));
  });
  return modules.toSorted((a, b) => b.size - a.size);
}

export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(6)} kB`;
