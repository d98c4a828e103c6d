// In the browser every message brings its Vietnamese words; the English ones are one file, which only those load who chose English.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { paraglideOptions } from './paraglide.ts';

const folder = join(paraglideOptions.outdir, 'messages');
const say = join(import.meta.dirname, 'src/lib/say.ts');
const english = join(import.meta.dirname, 'src/lib/english.ts');

/** What Paraglide makes of a message in one language. */
const made = /^const (vi|en)_\w+ = .*? (\(i?\)) => \{(.*?)\n\};$/gms;
const words = /return \/\*\* @type \{LocalizedString\} \*\/ (\(`.*?`\))/gs;
/** English says one thing of one and another of many. */
const counted = /registry\.plural\("en", (i\?\.\w+), \{\}\);\n\tif \(number === "one"\)/;

interface Message {
  vi: string;
  en: string;
}

function readMessage(code: string, name: string): Message {
  const said: Record<string, string> = Object.fromEntries(
    [...code.matchAll(made)].map(([, locale, input, body = '']) => [locale, `${input} => ${saying(body)}`]),
  );
  if (!said.vi || !said.en || Object.values(said).some((one) => one.endsWith('undefined')))
    throw new Error(`${name}: not made by Paraglide as web/languages.ts expects it`);
  return { vi: said.vi, en: said.en };
}

function saying(body: string): string | undefined {
  const [one, many, ...more] = [...body.matchAll(words)].map(([, text]) => text);
  const number = counted.exec(body)?.[1];
  if (more.length > 0 || Boolean(many) !== Boolean(number)) return undefined;
  return number ? `Number(${number}) === 1 ? ${one} : ${many}` : one;
}

const messageNames = () =>
  readdirSync(folder)
    .filter((file) => /^[a-z].*\.js$/.test(file))
    .map((file) => file.replace('.js', ''))
    .sort();

/** Three letters for each message, which hardly change when others are added. */
function shortKeys(): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    messageNames().map((name) => {
      const digest = createHash('sha256').update(name).digest('base64').replace(/\W/g, '');
      let start = 0;
      while (taken.has(digest.slice(start, start + 3))) start += 1;
      const key = digest.slice(start, start + 3);
      taken.add(key);
      return [name, key];
    }),
  );
}

export const oneLanguage: Plugin = {
  name: 'dinh-one-language',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  transform(code, id) {
    if (id === english) {
      const entries = [...shortKeys()].map(([name, key]) => {
        const { en } = readMessage(readFileSync(join(folder, `${name}.js`), 'utf8'), name);
        return `${JSON.stringify(key)}: ${en},`;
      });
      return { code: `export default {\n${entries.join('\n')}\n};`, map: null };
    }
    const name = id.startsWith(folder) ? /(\w+)\.js$/.exec(id)?.[1] : undefined;
    const key = name && shortKeys().get(name);
    if (!name || !key) return;
    const { vi } = readMessage(code, name);
    return {
      code: `import { say } from ${JSON.stringify(say)};\nexport const ${name} = /*#__PURE__*/ say(${JSON.stringify(key)}, ${vi});`,
      map: null,
    };
  },
};
