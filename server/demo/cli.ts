// What `npm run demo` does, apart from the process around it.
import { parseArgs } from 'node:util';
import pg from 'pg';
import { readConfig } from '../platform/config.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres.ts';
import { migrate } from '../platform/migrate.ts';
import { StartError } from '../platform/start-error.ts';
import { generateWard, type WardOptions } from './generate.ts';
import { loadSongCau, SONG_CAU_SLUG } from './load.ts';

export const USAGE = `npm run demo                            loads the sample ward Sông Cầu
npm run demo -- --residents 10000       makes a whole ward with a year of history
    --messages 200000                   that much is said in it, up to 1000000
    --seed 1                            the same seed makes the same ward
    --slug phuong-mau-10000             its name in addresses
    --until 2025-12-31                  the last day of its year`;

const options = {
  residents: { type: 'string' },
  messages: { type: 'string' },
  seed: { type: 'string' },
  slug: { type: 'string' },
  until: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What the command line asks for: usage, the sample ward (null), or a made one. Throws a StartError for what it cannot read. */
export function readArguments(args: string[]): 'help' | WardOptions | null {
  const { help, ...given } = parse(args);
  if (help) return 'help';
  const [stray] = Object.keys(given);
  if (given.residents === undefined) {
    if (stray)
      throw new StartError(`--${stray} goes with --residents only: npm run demo -- --residents 10000`);
    return null;
  }
  const residents = whole('residents', given.residents, 100, 200_000);
  return {
    residents,
    messages: whole('messages', given.messages ?? '200000', 1, 1_000_000),
    seed: shaped('seed', given.seed ?? '1', /^[\w-]{1,40}$/, 'letters and digits'),
    slug: shaped(
      'slug',
      given.slug ?? `phuong-mau-${residents}`,
      /^(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*$/,
      'small letters, digits and hyphens',
    ),
    until: pastDay(given.until ?? '2025-12-31'),
  };
}

/** Brings the database up to date and puts a ward into it: the configured one, or the embedded one (also while the hub runs). */
export async function runDemo(
  args: string[],
  environment: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Promise<void> {
  const wanted = readArguments(args);
  if (wanted === 'help') return log(USAGE);
  const config = readConfig(environment);
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({ dataDir: config.dataDir, log, canAttach: true });
  try {
    const databaseUrl = config.databaseUrl ?? embedded!.url;
    await migrate(databaseUrl);
    if (wanted) await generateWard(databaseUrl, wanted, log);
    else if (await isLoaded(databaseUrl)) log('The sample ward Sông Cầu is there already.');
    else await loadSongCau(databaseUrl, log);
  } finally {
    await embedded?.stop();
  }
}

async function isLoaded(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return Boolean((await client.query('select from commune where slug = $1', [SONG_CAU_SLUG])).rowCount);
  } finally {
    await client.end();
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: false }).values;
  } catch (error) {
    const [line] = (error as Error).message.split('. ');
    throw new StartError(`${line}. See npm run demo -- --help`);
  }
}

function whole(name: string, text: string, low: number, high: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (number >= low && number <= high) return number;
  throw new StartError(`--${name} takes a whole number from ${low} to ${high}, not "${text}".`);
}

function shaped(name: string, text: string, shape: RegExp, words: string): string {
  if (shape.test(text)) return text;
  throw new StartError(`--${name} takes ${words}, not "${text}".`);
}

function pastDay(text: string): string {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  const isDay = day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  if (isDay && day.getTime() + 17 * 3600 * 1000 <= Date.now()) return text;
  throw new StartError(`--until takes a day that is over, as 2025-12-31, not "${text}".`);
}
