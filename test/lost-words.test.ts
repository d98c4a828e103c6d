// What got lost between PostgreSQL and those who listen, because the process that stored it ended before it told.
import { expect, test } from 'vitest';
import { isBehind } from '../shared/badge.ts';
import { applyEvent, applySync, hasGap } from '../shared/timeline.ts';
import { bootHub } from './support/app.ts';
import { say } from './support/moderation.ts';
import { readTimeline, shown } from './support/timeline.ts';

const hub = await bootHub();

test('when a channel has fallen quiet, who has missed its last word learns of it and asks', async () => {
  const commune = await hub.commune();
  const params = { channelId: commune.chats.tdp13!.id };
  const head = await commune.person({ tdp13: 'head' });
  const lan = await (await commune.person({ tdp13: 'resident' })).connect();
  const first = await say(head, commune, 'Mai họp tổ lúc bảy giờ');
  await lan.hears('message.created', ({ id }) => id === first.id);
  const before = await readTimeline(lan, params.channelId);
  const badge = await lan.call('channel.get', { params });

  // Stored, and nobody told.
  await hub.em.execute('update channel set version = version + 1 where id = ?', [params.channelId]);
  await hub.em.execute(
    `update message set text = 'Mai họp tổ lúc tám giờ', edited_at = now(), version = 2 where id = ?`,
    [first.id],
  );
  const ofLate = () => lan.all('channel.settled').find(({ version }) => version === 2);
  await expect.poll(ofLate, { timeout: 20_000 }).toEqual({ channelId: params.channelId, version: 2 });

  const warned = lan.heard.reduce(applyEvent, before);
  expect(hasGap(warned)).toBe(true);
  expect(isBehind(badge, ['channel.settled', ofLate()!])).toBe(true);
  const answer = await lan.signal('sync', { channelId: params.channelId, after: warned.version });
  if (!('ok' in answer) || answer.ok.kind !== 'changes') throw new Error(JSON.stringify(answer));
  const after = applySync(warned, answer.ok);
  expect(hasGap(after)).toBe(false);
  expect(shown(after)).toEqual(shown(await readTimeline(lan, params.channelId)));
  expect(after.messages.at(-1)?.text).toBe('Mai họp tổ lúc tám giờ');
});
