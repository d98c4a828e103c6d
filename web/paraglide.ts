// How the words of messages/ become functions; shared by the build and by `prepare`.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const locales = ['vi', 'en'] as const;

export const paraglideOptions = {
  project: join(import.meta.dirname, 'project.inlang'),
  outdir: join(import.meta.dirname, 'src/lib/paraglide'),
  strategy: ['cookie', 'baseLocale'] as ('cookie' | 'baseLocale')[],
  cookieName: 'locale',
  isServer: 'import.meta.env.SSR',
  emitReadme: false,
};

/** What is wrong with the message files: a key that one language lacks, a parameter that differs, a misplaced prefix. */
export function messageFaults(): string[] {
  const folder = join(import.meta.dirname, 'messages');
  const faults: string[] = [];
  const seen = new Map<string, string>();
  for (const file of readdirSync(join(folder, 'vi'))) {
    const feature = file.replace('.json', '');
    const [base, other] = locales.map((locale) => read(join(folder, locale, file)));
    for (const key of new Set([...Object.keys(base!), ...Object.keys(other!)])) {
      if (key === '$schema') continue;
      if (seen.has(key)) faults.push(`${key}: in ${seen.get(key)} and in ${feature}`);
      seen.set(key, feature);
      if (!key.startsWith(`${feature}_`)) faults.push(`${key}: a key of ${file} begins with ${feature}_`);
      if (!base![key]) faults.push(`${key}: no words in vi/${file}`);
      else if (!other![key]) faults.push(`${key}: no words in en/${file}`);
      else if (parameters(base![key]) !== parameters(other![key])) faults.push(`${key}: parameters differ`);
    }
  }
  return faults;
}

function read(path: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

/** What is singular and plural in English is a list; its words are all that stands between braces. */
const parameters = (words: unknown) => [...new Set(JSON.stringify(words).match(/\{\w+\}/g))].sort().join();
