// Holds the code to the layout of ARCHITECTURE.md: who may import whom, no cycles, no barrels, and the size of files.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { missingOptionals, type Lock } from '../bin/lock.ts';
import { findCycles, readSources, type Source } from './support/sources.ts';

/** Each group may import the groups before it; peers in one group do not import each other. */
const serverOrder = [
  ['platform'],
  ['identity'],
  ['audit', 'notifications'],
  ['places'],
  ['people'],
  ['channels'],
  ['mentions', 'files'],
  ['portraits', 'messages', 'notices', 'procedures'],
  ['answers', 'moderation', 'search'],
  ['account'],
  ['realtime'],
  ['push'],
  ['demo'],
  ['(root)'],
];

const root = join(import.meta.dirname, '..');
const sources = readSources(['shared', 'server', 'web', 'test', 'bin']);
const code = sources.filter(({ isTest }) => !isTest);
const under = (folder: string) => code.filter(({ file }) => file.startsWith(`${folder}/`));

/** shared, web, test, bin; and for the server's files `server/<feature>`, or `server/(root)` for those beside the features. */
function areaOf(file: string): string {
  const [top = '', feature = '', rest] = file.split('/');
  if (top !== 'server') return top;
  return rest === undefined ? 'server/(root)' : `server/${feature}`;
}

const rankOf = (area: string) =>
  serverOrder.findIndex((group) => group.includes(area.replace('server/', '')));

/** Breaches of a rule about one import, as lines to read. */
function breaches(
  files: Source[],
  isAllowed: (target: string, file: string) => boolean,
  rule: string,
): string[] {
  return files.flatMap(({ file, imports }) =>
    imports
      .filter((target) => !isAllowed(target, file))
      .map((target) => `${file} imports ${target}: ${rule}`),
  );
}

test('there are sources to look at', () => {
  expect(under('shared').length).toBeGreaterThan(5);
  expect(under('server').length).toBeGreaterThan(20);
});

test('every import of our own files leads to a file', () => {
  expect(
    sources.flatMap(({ file, unresolved }) =>
      unresolved.map((name) => `${file} imports ${name}: no such file`),
    ),
  ).toEqual([]);
});

test('shared imports nothing but zod and itself', () => {
  const rule = 'shared may import only zod and shared';
  const isOurs = (target: string) => target.startsWith('shared/');
  const packages = under('shared').flatMap(({ file, packages: names }) =>
    names.filter((name) => name !== 'zod').map((name) => `${file} imports ${name}: ${rule}`),
  );
  expect([...breaches(under('shared'), isOurs, rule), ...packages]).toEqual([]);
});

test('every folder of the server has a place in the import order', () => {
  const unknown = new Set(
    under('server')
      .map(({ file }) => areaOf(file))
      .filter((area) => area !== 'server/migrations' && rankOf(area) < 0),
  );
  expect([...unknown].map((area) => `${area} is not in serverOrder of test/structure.test.ts`)).toEqual([]);
});

test('server imports point left', () => {
  const isAllowed = (target: string, file: string) => {
    const [from, to] = [areaOf(file), areaOf(target)];
    if (to === 'shared' || from === to) return true;
    return to.startsWith('server/') && rankOf(to) >= 0 && rankOf(to) < rankOf(from);
  };
  const rule = `allowed is only what stands to the left in ${serverOrder.map((group) => group.join(', ')).join(' <- ')}`;
  const files = under('server').filter(({ file }) => areaOf(file) !== 'server/migrations');
  expect(breaches(files, isAllowed, rule)).toEqual([]);
});

test('migrations import no code of ours', () => {
  expect(
    breaches(under('server/migrations'), () => false, 'a migration must mean the same for ever'),
  ).toEqual([]);
});

test('web imports only shared and itself', () => {
  const isAllowed = (target: string) => target.startsWith('shared/') || target.startsWith('web/');
  expect(breaches(under('web'), isAllowed, 'web may import only shared and web')).toEqual([]);
});

test('nothing imports test or bin but tests and bin', () => {
  const files = code.filter(({ file }) => !file.startsWith('test/'));
  const isAllowed = (target: string, file: string) =>
    !target.startsWith('test/') && (!target.startsWith('bin/') || file.startsWith('bin/'));
  expect(breaches(files, isAllowed, 'test and bin are nobody else’s')).toEqual([]);
});

test('no file is in an import cycle', () => {
  expect(findCycles(code).map((cycle) => `cycle: ${cycle.join(' -> ')}`)).toEqual([]);
});

test('there are no barrels', () => {
  const barrels = code.filter(({ file }) => /(^|\/)index\.(ts|js)$/.test(file));
  expect(barrels.map(({ file }) => `${file}: import from the file itself instead of a barrel`)).toEqual([]);
});

test('files are short: 300 lines, Svelte components 200', () => {
  const isFree = (file: string) => /^server\/(demo\/ward|migrations)\//.test(file);
  const limitOf = (file: string) => (file.endsWith('.svelte') ? 200 : 300);
  const long = sources.filter(({ file, lines }) => !isFree(file) && lines > limitOf(file));
  expect(
    long.map(({ file, lines }) => `${file} has ${lines} lines of at most ${limitOf(file)}: split it by act`),
  ).toEqual([]);
});

test('the lock holds the optional packages of every platform, without which npm ci refuses it', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  expect(missingOptionals(lock), 'run node bin/complete-lock.ts').toEqual([]);
});

test('every message of the interface is used', () => {
  const used = new Set(under('web').flatMap(({ text }) => text.match(/\b[a-z]+(?:_[a-z0-9]+)+\b/g) ?? []));
  const keys = globSync('web/messages/vi/*.json', { cwd: root }).flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(join(root, file), 'utf8')) as object),
  );
  expect(keys.length).toBeGreaterThan(100);
  expect(keys.filter((key) => key !== '$schema' && !used.has(key))).toEqual([]);
});
