// What the commune has on paper is found by whom it is for, before all talk: notices, procedures, answered questions.
import { expect, test } from 'vitest';
import { newId } from '../server/platform/id.ts';
import { bootHub, type TestCommune } from './support/app.ts';
import { addProcedure } from './support/catalogue.ts';
import type { Actor } from './support/actor.ts';
import { find, say } from './support/search.ts';

const hub = await bootHub();

const publish = (
  actor: Actor,
  commune: TestCommune,
  keys: string[],
  title: string,
  body = 'Xin xem bảng tin.',
) =>
  actor.call('notice.publish', {
    body: {
      title,
      body,
      urgency: 'notice',
      isPublic: false,
      groupIds: keys.map((key) => commune.groups[key]!.id),
    },
  });

test('what the commune says stands before talk, each kind for whom it is', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const huong = await commune.person({ tdp12: 'resident' });
  const official = await commune.person({ commune: 'official' });
  const tech = await commune.person({ commune: 'tech' });
  const procedure = await addProcedure(commune);
  const mine = await publish(official, commune, ['tdp13'], 'Lịch khai sinh lưu động');
  const everyones = await publish(official, commune, ['commune'], 'Khai sinh trực tuyến');
  const withdrawn = await publish(official, commune, ['commune'], 'Khai sinh nhầm ngày');
  await official.call('notice.withdraw', { params: { noticeId: withdrawn.id } });
  await say(lan, commune, 'Khai sinh cho cháu ở đâu nhỉ');
  const ask = async (question: string, isPrivate: boolean) => {
    const thread = await lan.call('thread.create', {
      body: { clientId: newId(), procedureId: procedure.id, question, isPrivate },
    });
    await tech.call('thread.reply', {
      params: { threadId: thread.id },
      body: { clientId: newId(), text: 'Bác mang giấy chứng sinh nhé' },
    });
    return thread.id;
  };
  const solved = await ask('Con sinh ở Hà Nội thì sao?', false);
  await lan.call('thread.solve', { params: { threadId: solved } });
  const answered = await ask('Cháu không có cha thì sao?', false);
  const secret = await ask('Chuyện khó nói của nhà tôi', true);
  await lan.call('thread.create', {
    body: {
      clientId: newId(),
      procedureId: procedure.id,
      question: 'Chưa ai trả lời câu này',
      isPrivate: false,
    },
  });

  const found = await find(lan, 'khai sinh');
  expect(found.notices.map(({ id }) => id)).toEqual([everyones.id, mine.id]);
  expect(found.procedures.map(({ code }) => code)).toEqual(['1.001193']);
  expect(found.threads.map(({ id }) => id)).toEqual([solved, secret, answered]);
  expect(found.messages).toHaveLength(1);
  expect(found.notices[0]!.title).toEqual([
    { text: 'Khai', isHit: true },
    { text: ' ', isHit: false },
    { text: 'sinh', isHit: true },
    { text: ' trực tuyến', isHit: false },
  ]);

  const theirs = await find(huong, 'khai sinh');
  expect(theirs.notices.map(({ id }) => id)).toEqual([everyones.id]);
  expect(theirs.threads.map(({ id }) => id)).toEqual([solved, answered]);
  expect(theirs.messages).toEqual([]);

  // By the words of an answer; a private question by those who answer; a procedure by its keywords and its code.
  expect((await find(huong, 'giấy chứng sinh')).threads).toHaveLength(2);
  expect((await find(huong, 'khó nói')).threads).toEqual([]);
  expect((await find(tech, 'khó nói')).threads.map(({ id }) => id)).toEqual([secret]);
  expect((await find(lan, 'chưa ai trả lời')).threads).toEqual([]);
  expect((await find(lan, 'em bé')).procedures).toHaveLength(1);
  expect((await find(lan, '1.001193')).procedures).toHaveLength(1);
  // Whoever may see the reach of a notice may read it.
  expect((await find(official, 'lưu động')).notices.map(({ id }) => id)).toEqual([mine.id]);
  expect((await find(huong, 'nhầm ngày')).notices).toEqual([]);
});

test('an answer that was removed is no longer found by', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const tech = await commune.person({ commune: 'tech' });
  const procedure = await addProcedure(commune);
  const thread = await lan.call('thread.create', {
    body: { clientId: newId(), procedureId: procedure.id, question: 'Cần mang gì ạ?', isPrivate: false },
  });
  await tech.call('thread.reply', {
    params: { threadId: thread.id },
    body: { clientId: newId(), text: 'Mang theo hộ chiếu' },
  });
  expect((await find(lan, 'hộ chiếu')).threads).toHaveLength(1);
  await hub.em.fork().execute('update post set removed_at = now() where thread_id = ?', [thread.id]);
  const { threads } = await find(lan, 'hộ chiếu');
  expect(threads).toEqual([]);
  const [left] = (await find(lan, 'mang gì')).threads;
  expect(left!.answer).toBeNull();
});
