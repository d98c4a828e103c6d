import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { MyAttention } from '../../shared/attention.ts';
import { attentionAtFirst } from '../../shared/waking.ts';

/** Somebody. Several people may share one phone number; what tells them apart is the passphrase. */
export const Person = defineEntity({
  name: 'Person',
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
    /** Which picture this person has; its bytes are in the folder of files. */
    photo: p.string().nullable(),
    /** When name or picture changed last. */
    changedAt: p.datetime().nullable().index(),
    /** E.164. */
    phone: p.string().index(),
    passphraseHash: p.string().lazy(),
    /** Names a person of the sample ward for the one-tap sign-in. */
    demoKey: p.string().nullable(),
    /** Whether others see that this person is there, and that they are typing. */
    showsPresence: p.boolean().default(true),
    showsTyping: p.boolean().default(true),
    /** When and for what this person may be woken. */
    attention: p
      .json<MyAttention>()
      .onCreate(() => attentionAtFirst)
      .defaultRaw(`'${JSON.stringify(attentionAtFirst)}'`),
    createdAt: p.datetime(),
  },
});
export type Person = InferEntity<typeof Person>;
