// What stands at the head of a topic: the message that it is under, and the one that this answers.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { applyToChannel } from '../shared/badge.ts';
import { until } from './support/actor.ts';
import { bootHub } from './support/app.ts';
import { say } from './support/moderation.ts';

const hub = await bootHub();
const at = (channelId: string) => ({ params: { channelId } });

test('the head of a topic is all of its message, and of the one that it answers: as it is read, and as it is told', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const minh = await commune.person({ tdp13: 'resident' });
  const head = await commune.person({ tdp13: 'head' });
  const hoa = await (await commune.person({ tdp13: 'resident' })).connect();
  const asked = await say(lan, commune, 'Ai biết lịch cắt nước tuần này?');
  const poll = {
    ...{ isMultiple: false, isAnonymous: false, isHidden: false, isFinal: false },
    ...{ choices: ['Thứ Năm', 'Thứ Sáu'], by: 'person' as const, closesAt: null },
  };
  const root = await minh.call('message.create', {
    ...at(asked.channelId),
    body: { clientId: randomUUID(), text: 'Nghe nói mấy hôm?', replyTo: asked.id, carries: { poll } },
  });
  const [ofRoot, ofAsked] = [root, asked].map(({ id }) => ({ params: { messageId: id } }));
  const topic = () => hoa.call('channel.get', at(root.id));
  const opened = await topic();
  expect(opened.topic).toMatchObject({ root, quoted: asked });

  hoa.heard.length = 0;
  const told = async () => {
    const [message, quoted] = [
      await hoa.call('message.get', ofRoot!),
      await hoa.call('message.get', ofAsked!),
    ];
    await until('all of it is heard', async () =>
      [message, quoted].every(({ id, version }) =>
        hoa.heard.some(([, payload]) => 'seq' in payload && payload.id === id && payload.version === version),
      ),
    );
    const now = hoa.heard.reduce((state, event) => applyToChannel(state, event, hoa.id), opened);
    expect(now.topic).toEqual((await topic()).topic);
    expect(now.topic).toMatchObject({ root: message, quoted });
    return { message, quoted };
  };
  await lan.call('poll.vote', { ...ofRoot!, body: { choices: [1] } });
  await lan.call('message.react', { ...ofRoot!, body: { emoji: '👍', isOn: true } });
  await head.call('message.pin', { ...ofRoot!, body: { isPinned: true } });
  await lan.call('message.edit', { ...ofAsked!, body: { text: 'Ai biết lịch cắt điện tuần này?' } });
  const { message, quoted } = await told();
  expect(message.carried?.poll).toMatchObject({ voters: 1, counts: [0, 1] });
  expect(quoted.text).toBe('Ai biết lịch cắt điện tuần này?');
  await lan.call('message.create', { ...at(root.id), body: { clientId: randomUUID(), text: 'Thứ Sáu' } });
  await lan.call('message.delete', ofAsked!);
  await minh.call('message.delete', ofRoot!);
  await hoa.hears('message.changed', ({ id, carried }) => id === root.id && carried?.topic?.replies === 1);
  expect((await told()).message).toMatchObject({ text: '', carried: { topic: { replies: 1 } } });
});
