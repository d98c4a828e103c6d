// The project's sources and their imports, read without running them.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

export interface Source {
  /** Relative to the project's root, as all paths here. */
  file: string;
  isTest: boolean;
  text: string;
  lines: number;
  /** Files of ours. */
  imports: string[];
  packages: string[];
  /** Imports of ours that lead nowhere. */
  unresolved: string[];
}

const root = join(import.meta.dirname, '../..');
const aliases: Record<string, string> = { '#lib': 'web/src/lib', '#shared': 'shared' };
const generated = /(^|\/)(node_modules|\.svelte-kit)\/|^web\/src\/lib\/paraglide\//;

export function readSources(folders: string[]): Source[] {
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,js,svelte}`, { cwd: root }));
  return files.filter((file) => !generated.test(file)).map(readSource);
}

function readSource(file: string): Source {
  const text = readFileSync(join(root, file), 'utf8');
  const scripts = file.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map((found) => found[1] ?? '')
    : [text];
  const names = new Set(
    scripts.flatMap((script) =>
      ts.preProcessFile(script, true, true).importedFiles.map((found) => found.fileName),
    ),
  );
  const source: Source = {
    file,
    isTest: file.endsWith('.test.ts'),
    text,
    lines: text.split('\n').length - 1,
    imports: [],
    packages: [],
    unresolved: [],
  };
  for (const name of names) {
    const path = pathOf(file, name);
    if (path === undefined) source.packages.push(name);
    else if (path !== null) (existsSync(join(root, path)) ? source.imports : source.unresolved).push(path);
  }
  return source;
}

/** The file that an import means; null where it is generated; undefined where it is a package. */
function pathOf(file: string, name: string): string | null | undefined {
  const [first = ''] = name.split('/');
  const alias = aliases[first];
  if (!name.startsWith('.') && alias === undefined) return undefined;
  const path = (alias ? alias + name.slice(first.length) : normalize(join(dirname(file), name))).replace(
    /\?.*$/,
    '',
  );
  if (generated.test(path) || /(^|\/)\$types(\.[jt]s)?$/.test(path)) return null;
  const isSource = path.replace(/\.js$/, '.ts');
  return existsSync(join(root, path)) ? path : isSource;
}

/** One way round for every group of files that import each other. */
export function findCycles(sources: Source[]): string[][] {
  const importsOf = new Map(sources.map(({ file, imports }) => [file, imports]));
  const state = new Map<string, 'open' | 'done'>();
  const way: string[] = [];
  const cycles: string[][] = [];
  const visit = (file: string) => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      cycles.push([...way.slice(way.indexOf(file)), file]);
      return;
    }
    state.set(file, 'open');
    way.push(file);
    for (const target of importsOf.get(file) ?? []) visit(target);
    way.pop();
    state.set(file, 'done');
  };
  for (const { file } of sources) visit(file);
  return cycles;
}
