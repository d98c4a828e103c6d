import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** By what the makers of devices know this hub: made once, one for all processes, and never shown but for its public half. */
export const PushKey = defineEntity({
  name: 'PushKey',
  properties: {
    name: p.string().primary(),
    publicKey: p.string(),
    privateKey: p.string().lazy(),
  },
});
export type PushKey = InferEntity<typeof PushKey>;
