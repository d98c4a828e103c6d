// Whether this device is told while no window is open; and if not, why not.
import type { PushSubscribe } from '../../../shared/push.ts';
import type { Hub } from './hub.svelte.ts';
import { isIos, isStandalone } from './install.svelte.ts';
import { getLocale } from './locale.ts';
import type { WorkerWord } from './worker-word.ts';

export type DeviceState = 'loading' | 'unsupported' | 'install' | 'worker' | 'denied' | 'off' | 'on';
export type TrialResult =
  { kind: 'came'; seconds: number } | { kind: 'late' | 'gone' | 'refused' | 'unreachable' };

const WORKER_MS = 5_000;
const TRIAL_MS = 15_000;

export class PushDevice {
  state: DeviceState = $state('loading');
  hidesWords = $state(false);
  trial: TrialResult | 'running' | null = $state.raw(null);
  readonly #hub: Hub;
  #publicKey = '';

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  /** Looks at the browser and asks the hub; what they disagree on is put right, because both can forget. */
  async look(): Promise<void> {
    const obstacle = obstacleHere();
    if (obstacle) return void (this.state = obstacle);
    const registration = await readyWorker();
    if (!registration) {
      this.state = 'worker';
      // On a slow network the first visit is long about it.
      void navigator.serviceWorker.ready.then(() => this.look()).catch(() => undefined);
      return;
    }
    const { publicKey, device } = await this.#hub.call('push.get');
    this.#publicKey = publicKey;
    this.hidesWords = device?.hidesWords ?? false;
    const subscription = await registration.pushManager.getSubscription();
    if (!device || !subscription) this.state = 'off';
    else {
      const isKnown = device.endpoint === subscription.endpoint && device.locale === getLocale();
      if (!isKnown) await this.#tellHub(subscription);
      this.state = 'on';
    }
  }

  /** Asks for the permission, so only on a tap. Throws where the browser could not register. */
  async turnOn(): Promise<void> {
    // First of all: a browser asks only in the moment of the tap.
    const permission = await Notification.requestPermission();
    if (permission !== 'granted') return void (this.state = permission === 'denied' ? 'denied' : 'off');
    const registration = await readyWorker();
    if (!registration) return void (this.state = 'worker');
    await this.#tellHub(await subscribe(registration, this.#publicKey));
    this.state = 'on';
  }

  async turnOff(): Promise<void> {
    await this.#hub.call('push.unsubscribe');
    await (await subscriptionHere())?.unsubscribe();
    this.trial = null;
    this.state = 'off';
  }

  async hideWords(hidesWords: boolean): Promise<void> {
    const subscription = await subscriptionHere();
    if (!subscription) return this.look();
    await this.#tellHub(subscription, hidesWords);
  }

  /** Has a letter sent to this device, and waits until its worker tells that it came. */
  async try(): Promise<void> {
    this.trial = 'running';
    const began = performance.now();
    const came = new Map<string, number>();
    const hear = ({ data }: MessageEvent<WorkerWord>) => {
      if (data.kind === 'trial') came.set(data.id, performance.now());
    };
    navigator.serviceWorker.addEventListener('message', hear);
    try {
      const { id, outcome } = await this.#hub.call('push.try');
      if (outcome !== 'sent') this.trial = { kind: outcome };
      else this.trial = await arrival(came, id, began);
      if (outcome === 'gone') this.state = 'off';
    } catch (error) {
      this.trial = null;
      throw error;
    } finally {
      navigator.serviceWorker.removeEventListener('message', hear);
    }
  }

  async #tellHub(subscription: PushSubscription, hidesWords = this.hidesWords): Promise<void> {
    const { endpoint, keys } = subscription.toJSON() as Pick<PushSubscribe, 'endpoint' | 'keys'>;
    const body = { endpoint, keys, locale: getLocale(), hidesWords };
    const { device } = await this.#hub.call('push.subscribe', { body });
    this.hidesWords = device?.hidesWords ?? hidesWords;
  }
}

/** What stands in the way on this device, as far as it can be told without asking anyone. */
function obstacleHere(): DeviceState | null {
  const canPush = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  if (!canPush) return isIos() && !isStandalone() ? 'install' : 'unsupported';
  return Notification.permission === 'denied' ? 'denied' : null;
}

/** A key of former times, of another hub on this address or before a restore, cannot be kept. */
async function subscribe(
  { pushManager }: ServiceWorkerRegistration,
  applicationServerKey: string,
): Promise<PushSubscription> {
  const options = { userVisibleOnly: true, applicationServerKey };
  try {
    return await pushManager.subscribe(options);
  } catch (error) {
    if ((error as DOMException).name !== 'InvalidStateError') throw error;
    await (await pushManager.getSubscription())?.unsubscribe();
    return pushManager.subscribe(options);
  }
}

async function subscriptionHere(): Promise<PushSubscription | null> {
  const registration = await readyWorker();
  return registration ? registration.pushManager.getSubscription() : null;
}

/** The worker, once it is there; a first visit may still be installing it. */
const readyWorker = () =>
  Promise.race([
    navigator.serviceWorker.ready,
    new Promise<null>((resolve) => setTimeout(() => resolve(null), WORKER_MS)),
  ]);

async function arrival(came: Map<string, number>, id: string, began: number): Promise<TrialResult> {
  for (const end = performance.now() + TRIAL_MS; performance.now() < end;) {
    const at = came.get(id);
    if (at !== undefined) return { kind: 'came', seconds: (at - began) / 1000 };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { kind: 'late' };
}
