// Letters on their way: several at a time, and what could not be handed in once more later, as a job.
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { quietUntil } from '../../shared/pace.ts';
import type { MyAttention } from '../../shared/attention.ts';
import type { PushOutcome } from '../../shared/push.ts';
import { hearsAll, mayWake, type WakingClass } from '../../shared/waking.ts';
import { jobQueue, Jobs } from '../platform/jobs.ts';
import { POOL } from '../platform/tokens.ts';
import { letterTo } from './push.letters.ts';
import { PushPost, type Device, type Handling } from './push.post.ts';
import { readAttention, readDevice, readDevices } from './push.queries.ts';
import { PushWriting, type About, type Written } from './push.writing.ts';

export interface Mail {
  personId: string;
  about: About;
  written: Written;
}

/** Carries no words: what it tells is written anew when it goes. */
const again = jobQueue<{ deviceId: string; about: About }>('push.again', { retries: 6, retrySeconds: 30 });
const afterRest = jobQueue<{ personId: string }>('push.digest');
const AGAIN_MS = 30_000;
const AT_ONCE = 16;
/** People whose rest is known to end with a digest; beyond, it is asked for once more, which changes nothing. */
const RESTING = 20_000;

@Injectable()
export class PushDelivery implements OnModuleInit {
  readonly #logger = new Logger('Push');
  readonly #resting = new Map<string, number>();

  constructor(
    private readonly post: PushPost,
    private readonly jobs: Jobs,
    private readonly writing: PushWriting,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}

  onModuleInit(): void {
    this.jobs.work(again, ({ deviceId, about }) => this.#again(deviceId, about));
    this.jobs.work(afterRest, async ({ personId }) => this.tell(personId, { kind: 'digest' }));
  }

  /** Sends each person's letter to all their devices. */
  async deliver(mails: readonly Mail[]): Promise<void> {
    const devices = await readDevices(
      this.pool,
      mails.map(({ personId }) => personId),
    );
    const byPerson = new Map(mails.map((mail) => [mail.personId, mail]));
    const rounds = devices.flatMap((device) => {
      const mail = byPerson.get(device.personId);
      return mail ? [{ device, mail }] : [];
    });
    await severalAtOnce(rounds, async ({ device, mail: { written, about } }) => {
      const outcome = await this.send(device, written);
      if (outcome !== 'unreachable') return;
      const key = `${device.id} ${written.tag}`;
      await this.jobs.add(
        again,
        { deviceId: device.id, about },
        { key, at: new Date(Date.now() + AGAIN_MS) },
      );
    });
  }

  /** Writes one person what there is to tell, and sends it. */
  async tell(personId: string, about: About): Promise<void> {
    const written = await this.writing.write(personId, about);
    if (written) await this.deliver([{ personId, about, written }]);
  }

  /** What comes in hours of rest is told when they are over, all in one. */
  async afterRest(personId: string, person: MyAttention): Promise<void> {
    const until = quietUntil(person, new Date());
    if (!until || (this.#resting.get(personId) ?? 0) >= until.getTime()) return;
    if (this.#resting.size >= RESTING) this.#resting.clear();
    this.#resting.set(personId, until.getTime());
    await this.jobs.add(afterRest, { personId }, { key: personId, at: until });
  }

  /** Hands one letter in, and forgets a device that wants no more. */
  async send(
    device: Device,
    { content, tag, handling }: Omit<Written, 'handling'> & { handling: Handling },
  ): Promise<PushOutcome> {
    const outcome = await this.post.send(device, letterTo(device, tag, content), handling);
    if (outcome === 'gone') await this.pool.query('delete from push_subscription where id = $1', [device.id]);
    // The host alone: the rest of an endpoint is a secret.
    if (outcome === 'refused')
      this.#logger.warn({ host: new URL(device.endpoint).host, message: 'A push service refuses a letter' });
    return outcome;
  }

  /** Whether a person is to be woken now as they were when the letter first went; where they rest meanwhile, the digest tells. */
  async #mayStill(personId: string, kind: WakingClass): Promise<boolean> {
    const person = (await readAttention(this.pool, [personId])).get(personId);
    if (!person) return false;
    const verdict = mayWake({
      class: kind,
      channel: hearsAll,
      isMentioned: false,
      person,
      now: new Date(),
    });
    if (verdict === 'later') await this.afterRest(personId, person);
    return verdict === 'now';
  }

  async #again(deviceId: string, about: About): Promise<void> {
    const device = await readDevice(this.pool, deviceId);
    const written = device && (await this.writing.write(device.personId, about));
    if (!device || !written) return;
    if (about.kind !== 'digest' && !(await this.#mayStill(device.personId, written.handling))) return;
    if ((await this.send(device, written)) === 'unreachable') throw new Error('unreachable');
  }
}

/** One that fails does not hold up the others. */
async function severalAtOnce<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const failures: unknown[] = [];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift())
      await act(item).catch((error: unknown) => failures.push(error));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  if (failures.length > 0) throw failures[0];
}
