// The way of a letter: sealed for one device alone (RFC 8291), and handed to the service of its maker, which cannot read it.
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Agent as HttpAgent, request as requestHttp, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import webPush from 'web-push';
import type { PushLetter, PushOutcome } from '../../shared/push.ts';
import type { Config } from '../platform/config.ts';
import { CONFIG } from '../platform/tokens.ts';
import { isAllowedEndpoint, lookupPublic } from './push.address.ts';
import { PushKeys } from './push.keys.ts';

/** A device, as letters are addressed to it. */
export interface Device {
  id: string;
  personId: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  locale: 'vi' | 'en';
  hidesWords: boolean;
}

const HOUR = 3600;
const PATIENCE_MS = 10_000;
/** How long the service keeps a letter for a device that is off, and whether it wakes one that sleeps. */
const handling = {
  urgent: { TTL: 24 * HOUR, urgency: 'high' },
  notice: { TTL: 72 * HOUR, urgency: 'normal' },
  talk: { TTL: 12 * HOUR, urgency: 'normal' },
  trial: { TTL: 60, urgency: 'high' },
} as const;
export type Handling = keyof typeof handling;

@Injectable()
export class PushPost implements OnApplicationShutdown {
  readonly #agents = {
    'https:': new HttpsAgent({ keepAlive: true, maxSockets: 16, lookup: lookupPublic }),
    'http:': new HttpAgent({ keepAlive: true }),
  };
  readonly #subject: string;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly keys: PushKeys,
  ) {
    const site = config.publicOrigins.find((origin) => origin.startsWith('https:'));
    this.#subject = config.pushContact ?? site ?? 'https://dinh.invalid';
  }

  /** Hands a letter in. `gone`: the device wants no more; `refused`: this letter will never go; `unreachable`: maybe later. */
  async send(device: Device, letter: PushLetter, kind: Handling): Promise<PushOutcome> {
    if (!isAllowedEndpoint(device.endpoint, this.config.allowsPushToLoopback)) return 'refused';
    const keys = await this.keys.get();
    try {
      const { endpoint, method, headers, body } = webPush.generateRequestDetails(
        { endpoint: device.endpoint, keys: { p256dh: device.p256dh, auth: device.auth } },
        JSON.stringify(letter),
        {
          vapidDetails: { subject: this.#subject, ...keys },
          ...handling[kind],
          // Of letters with one topic the service keeps only the last for a device that is off.
          topic: createHash('sha256').update(letter.tag).digest('base64url').slice(0, 32),
        },
      );
      const status = await this.#request(new URL(endpoint), method, headers, body);
      if (status >= 200 && status < 300) return 'sent';
      if (status === 404 || status === 410) return 'gone';
      return status === 429 || status >= 500 ? 'unreachable' : 'refused';
    } catch (error) {
      // Without a code of the network it is the letter that cannot be made: a device's key that is none.
      const { code } = error as { code?: string };
      return code === undefined || code === 'EPRIVATE' ? 'refused' : 'unreachable';
    }
  }

  onApplicationShutdown(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }

  /** Redirections are not followed: they would lead past what was looked at. */
  #request(url: URL, method: string, headers: webPush.Headers, body: Buffer | null): Promise<number> {
    const protocol = url.protocol as 'https:' | 'http:';
    const request = protocol === 'https:' ? requestHttps : requestHttp;
    const options = { method, headers, agent: this.#agents[protocol], timeout: PATIENCE_MS };
    return new Promise((resolve, reject) => {
      const sent = request(url, options, (response: IncomingMessage) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on('timeout', () => sent.destroy(Object.assign(new Error('silent'), { code: 'ETIMEDOUT' })));
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
