import { beforeEach, expect, test, vi } from 'vitest';
import type { HubEvent } from '../../shared/events.ts';
import { FULL, Packets, REST_MS } from './packets.ts';

const event = (channelId: string) => ['channel.settled', { channelId, version: 1 }] as HubEvent;
let told: string[];
let packets: Packets;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  packets = new Packets(
    (room, packet) =>
      told.push(`${room}: ${packet.map(([, payload]) => (payload as { channelId: string }).channelId)}`),
    (room) => room.startsWith('channel'),
  );
  return () => vi.useRealTimers();
});
/** Adds events in a room, and lets so many milliseconds pass. */
const say = (room: string, names: string, passMs: number) => {
  for (const name of names) packets.add(room, event(name));
  vi.advanceTimersByTime(passMs);
};

test('a quiet room hears at once, and of what comes during its rest together at its end', () => {
  say('channel 1', 'ab', 1);
  expect(told).toEqual(['channel 1: a,b']);
  say('channel 1', 'c', REST_MS / 2);
  say('channel 1', 'd', 1);
  expect(told).toHaveLength(1);
  say('channel 2', 'e', 1);
  expect(told.slice(1)).toEqual(['channel 2: e']);
  vi.advanceTimersByTime(REST_MS / 2);
  expect(told.slice(2)).toEqual(['channel 1: c,d']);
});

test('a room in which nothing was said for the time of a rest is quiet again', () => {
  say('channel 1', 'a', REST_MS + 1);
  say('channel 1', 'b', 1);
  expect(told).toEqual(['channel 1: a', 'channel 1: b']);
});

test('a full packet does not wait for the end of the rest, and the one after it rests as usual', () => {
  say('channel 1', 'a', 1);
  say('channel 1', 'b'.repeat(FULL - 1), 1);
  expect(told).toHaveLength(1);
  say('channel 1', 'cd', 1);
  expect(told[1]).toBe(`channel 1: ${[...'b'.repeat(FULL - 1), 'c', 'd']}`);
  say('channel 1', 'e', REST_MS - 3);
  expect(told).toHaveLength(2);
  vi.advanceTimersByTime(3);
  expect(told[2]).toBe('channel 1: e');
});

test('what is told to few rests never', () => {
  say('user 1', 'a', 1);
  say('user 1', 'b', 1);
  expect(told).toEqual(['user 1: a', 'user 1: b']);
});

test('at the end nothing waits any longer, and nothing is told twice', () => {
  say('channel 1', 'a', 1);
  say('channel 1', 'bc', 1);
  packets.add('user 1', event('d'));
  packets.tellAll();
  expect(told.slice(1)).toEqual(['channel 1: b,c', 'user 1: d']);
  vi.advanceTimersByTime(10 * REST_MS);
  expect(told).toHaveLength(3);
});
