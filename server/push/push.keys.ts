// The key by which push services know this hub (VAPID): made by whichever process needs it first, and the same for all from then on.
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import webPush from 'web-push';
import { POOL } from '../platform/tokens.ts';

export interface Keys {
  publicKey: string;
  privateKey: string;
}

@Injectable()
export class PushKeys {
  #keys: Promise<Keys> | null = null;

  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  get(): Promise<Keys> {
    this.#keys ??= this.#read().catch((error: unknown) => {
      this.#keys = null;
      throw error;
    });
    return this.#keys;
  }

  async #read(): Promise<Keys> {
    const { publicKey, privateKey } = webPush.generateVAPIDKeys();
    await this.pool.query(
      `insert into push_key (name, public_key, private_key) values ('vapid', $1, $2) on conflict do nothing`,
      [publicKey, privateKey],
    );
    const { rows } = await this.pool.query<Keys>(
      `select public_key as "publicKey", private_key as "privateKey" from push_key where name = 'vapid'`,
    );
    return rows[0]!;
  }
}
