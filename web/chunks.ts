// Writes down what the client's files are made of, for test/weight.test.ts, which says what weighs too much.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';

/** One file of the built client: the files it cannot do without, and its modules with what is left of each, in characters. */
export interface Chunk {
  file: string;
  /** The module that the file was made for, where it is an entry or is loaded by `import()`. */
  facade: string | null;
  imports: string[];
  modules: Record<string, number>;
}

const root = join(import.meta.dirname, '..');
export const chunksFile = join(root, 'dist/web-chunks.json');

export const chunks: Plugin = {
  name: 'dinh-chunks',
  applyToEnvironment: ({ name }) => name === 'client',
  writeBundle(_, bundle) {
    const nameOf = (id: string) => relative(root, id.split('?')[0]!).replace(/^.*node_modules\//, '');
    const made: Chunk[] = Object.values(bundle)
      .filter((part) => part.type === 'chunk')
      .map(({ fileName, facadeModuleId, imports, modules }) => ({
        file: fileName,
        facade: facadeModuleId && nameOf(facadeModuleId),
        imports,
        modules: Object.fromEntries(
          Object.entries(modules).map(([id, { renderedLength }]) => [nameOf(id), renderedLength]),
        ),
      }));
    mkdirSync(dirname(chunksFile), { recursive: true });
    writeFileSync(chunksFile, JSON.stringify(made));
  },
};

interface Graph {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

/** Which modules say a message: all messages are one object, which every module imports. */
const speakers = new Map<string, string[]>();

export const messageSpeakers: Plugin = {
  name: 'dinh-message-speakers',
  enforce: 'post',
  applyToEnvironment: ({ name }) => name === 'client',
  transform(code, id) {
    if (id.includes('/paraglide/')) return;
    for (const [, key = ''] of code.matchAll(/\bm\.([a-z]+_\w+)/g))
      speakers.set(key, [...(speakers.get(key) ?? []), id]);
  },
};

const importersOf = (id: string, graph: Graph): readonly string[] => {
  const key = /paraglide\/messages\/(\w+)\.js$/.exec(id)?.[1];
  return (key && speakers.get(key)) || (graph.getModuleInfo(id)?.importers ?? []);
};

/** The pages and layouts below routes/ that import a module, directly or not. What is loaded by `import()` alone has none. */
function partsWith(id: string, graph: Graph): Set<string> {
  const seen = new Set([id]);
  const parts = new Set<string>();
  for (const one of seen) {
    const part = /\/src\/routes\/(.*\+(?:page|layout|error))\.(?:svelte|ts)$/.exec(one)?.[1];
    if (part) parts.add(part);
    else for (const importer of importersOf(one, graph)) seen.add(importer);
  }
  return parts;
}

/** The name of the file for a module that several parts share, or null to leave that to the bundler. */
function sharedName(id: string, graph: Graph): string | null {
  const parts = partsWith(id, graph);
  const isPublic = parts.values().some((part) => part.startsWith('(public)'));
  const isApp = parts.values().some((part) => part.startsWith('(app)'));
  const isInApp = parts.has('(app)/app/+layout');
  const isInPublic = parts.has('(public)/+layout');
  if (parts.has('+layout') || parts.has('+error') || (isInPublic && isInApp)) return 'common';
  if (isWordOfTrouble.test(id)) return 'trouble';
  if (isPublic && isApp) return isInApp || isInPublic || isTiny.test(id) ? 'both' : null;
  if (isPublic) return isTiny.test(id) || isInPublic ? 'public' : null;
  if (isInApp) return 'app';
  return parts.has('(app)/app/channels/[channelId]/+page') ? 'talk' : null;
}

/** Most pages want these only when something went wrong. */
const isWordOfTrouble =
  /[\\/]lib[\\/](trouble\.ts|paraglide[\\/]messages[\\/]common_error_(?!offline|.*title))/;

/** So small that it costs less where it is not needed than in a file of its own. */
const isTiny =
  /[\\/](paraglide[\\/]messages|@lucide|components[\\/](Empty|SampleChip|Seal|Time)\.svelte|lib[\\/]time\.ts)/;

const shared = (name: string, priority: number) => ({
  name: (id: string, graph: Graph) => (sharedName(id, graph) === name ? name : null),
  test: /^(?!.*@sveltejs[\\/]kit)/,
  minShareCount: 2,
  includeDependenciesRecursively: false,
  priority,
});

/** On a slow network each file costs, and each compresses worse than one of all: what is always needed together is one file. */
export const chunkGroups = [
  {
    // What Kit's first file needs, and nothing that is run before it has said which build this is.
    name: 'start',
    test: /vite[\\/]preload-helper|kit[\\/]src[\\/]runtime[\\/]client[\\/]payload/,
    includeDependenciesRecursively: false,
    priority: 10,
  },
  {
    name: 'base',
    test: /node_modules[\\/](svelte|esm-env|clsx|devalue|@sveltejs[\\/]kit[\\/](?!.*client[\\/](client-entry|entry|payload)))/,
    priority: 9,
  },
  shared('common', 8),
  shared('both', 7),
  shared('trouble', 7),
  shared('public', 7),
  shared('app', 7),
  shared('talk', 6),
];
