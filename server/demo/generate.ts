// A whole ward with a year of history, made from a seed: the same seed gives the same ward, to the last id.
import pg from 'pg';
import { hashPassphrase } from '../identity/passphrase.ts';
import { StartError } from '../platform/start-error.ts';
import { DEMO_PASSPHRASE } from './demo.keys.ts';
import { DAY, yearUntil } from './generate/calendar.ts';
import { copyNotices } from './generate/copy.notices.ts';
import { copyPlaces } from './generate/copy.places.ts';
import { copyQuestions } from './generate/copy.questions.ts';
import { copyTalk } from './generate/copy.talk.ts';
import { Copier } from './generate/copy.ts';
import type { Making } from './generate/making.ts';
import { planWard } from './generate/plan.ts';
import { Ids, Random } from './generate/random.ts';

export interface WardOptions {
  residents: number;
  messages: number;
  seed: string;
  slug: string;
  /** The last day of the year of history, as YYYY-MM-DD. */
  until: string;
}

/** Makes the ward in one transaction: all of it is there, or nothing. A StartError where a commune of this slug is there already. */
export async function generateWard(
  databaseUrl: string,
  options: WardOptions,
  log: (line: string) => void,
): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await refuseKnown(client, options.slug);
    const began = performance.now();
    const name = `Phường Mẫu ${options.residents}`;
    const making = planMaking(client, name, options, log);
    const { copier, plan, random } = making;
    log(
      `${name}: ${plan.people.length} residents in ${plan.households.length} households, ${plan.groups.length} groups.`,
    );
    await client.query('begin');
    await copyPlaces(making, { slug: options.slug, name }, await hashPassphrase(DEMO_PASSPHRASE));
    await copyTalk({ ...making, random: random.fork('talk') }, options.messages);
    await copyNotices({ ...making, random: random.fork('notices') });
    await copyQuestions({ ...making, random: random.fork('questions') });
    await client.query('commit');
    await client.query('vacuum (analyze) person, membership, message, read_marker, receipt, thread, post');
    const seconds = (performance.now() - began) / 1000;
    const [rows, speed] = [copier.rows, Math.round(copier.rows / seconds)].map((n) => n.toLocaleString('en'));
    log(`Made "${options.slug}": ${rows} rows in ${seconds.toFixed(1)} s, ${speed} rows/s.`);
    const admin = plan.commune.members.find(({ role }) => role === 'admin');
    if (admin) {
      const phone = admin.person.phone.replace('+84', '0');
      log(`Everyone's passphrase is "${DEMO_PASSPHRASE}"; the administrator's phone number is ${phone}.`);
    }
  } finally {
    await client.end();
  }
}

function planMaking(
  client: pg.Client,
  name: string,
  { residents, seed, slug, until }: WardOptions,
  log: (line: string) => void,
): Making {
  const random = new Random(seed);
  // Wards of one seed may stand side by side in one database: they differ by their slugs, and so do their ids.
  const ids = new Ids(new Random(`${slug}/${seed}`));
  const days = yearUntil(until, random.fork('days'));
  const foundedAt = days[0]!.start - 7 * DAY;
  return {
    client,
    copier: new Copier(client),
    communeId: ids.at(foundedAt),
    foundedAt: new Date(foundedAt),
    plan: planWard(name, residents, random.fork('plan'), ids, foundedAt),
    days,
    random,
    ids,
    log,
  };
}

async function refuseKnown(client: pg.Client, slug: string): Promise<void> {
  const { rowCount } = await client.query('select from commune where slug = $1', [slug]);
  if (rowCount) throw new StartError(`There is a commune "${slug}" already. Choose another one with --slug.`);
}
