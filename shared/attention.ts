// How much a person lets themselves be disturbed: per channel, per class of what comes, and by the hours of the day.
import { z } from 'zod';
import { ClockTime, Id, Time } from './common.ts';

/** What of a channel may wake me: everything, what names me, nothing. */
export const AttentionLevel = z.enum(['all', 'mentions', 'none']);
export type AttentionLevel = z.infer<typeof AttentionLevel>;

/** Mine of one channel. Until `mutedUntil` nothing of it wakes me, whatever its level. */
export const ChannelAttention = z.object({ level: AttentionLevel, mutedUntil: Time.nullable() });
export type ChannelAttention = z.infer<typeof ChannelAttention>;

/** Sent to all devices of one person. */
export const AttentionChanged = ChannelAttention.extend({ channelId: Id });
export type AttentionChanged = z.infer<typeof AttentionChanged>;

/** Mine in all: my hours of rest, in Vietnam's time, and which classes may wake me. What is urgent always may. */
export const MyAttention = z.object({
  quiet: z.object({ from: ClockTime, to: ClockTime }).nullable(),
  notice: z.boolean(),
  talk: z.boolean(),
});
export type MyAttention = z.infer<typeof MyAttention>;

/** What waits for me, as badges count it. */
export const WaitingCount = z.object({ talk: z.number(), notices: z.number(), told: z.number() });
export type WaitingCount = z.infer<typeof WaitingCount>;
