import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { upsertById } from '../shared/collection.ts';
import type { HubEvent } from '../shared/events.ts';
import type { ThreadView } from '../shared/procedures.ts';
import { Membership } from '../server/places/membership.entity.ts';
import { Events } from '../server/platform/events.ts';
import { newId } from '../server/platform/id.ts';
import { Post } from '../server/procedures/post.entity.ts';
import { Thread } from '../server/procedures/thread.entity.ts';
import { publishThread } from '../server/procedures/thread.events.ts';
import type { Actor } from './support/actor.ts';
import { bootHub, type TestCommune } from './support/app.ts';
import { addProcedure, birth } from './support/catalogue.ts';

const hub = await bootHub();

/** A commune with a procedure, an asker, a neighbour, two of the team and an official, all with open sockets. */
async function desk() {
  const commune = await hub.commune();
  const procedure = await addProcedure(commune);
  const connected = async (places: Parameters<TestCommune['person']>[0]) =>
    (await commune.person(places)).connect();
  const [asker, neighbour, tech, colleague, official] = await Promise.all([
    connected({ tdp13: 'resident' }),
    connected({ tdp12: 'resident' }),
    connected({ commune: ['tech', 'Tổ công nghệ số'] }),
    connected({ commune: 'tech' }),
    connected({ commune: ['official', 'Công chức tư pháp – hộ tịch'] }),
  ]);
  const ask = (actor: Actor, more: { isPrivate?: boolean; clientId?: string; question?: string } = {}) =>
    actor.call('thread.create', {
      body: {
        clientId: randomUUID(),
        procedureId: procedure.id,
        question: 'Bé sinh ở Hà Nội thì khai sinh ở đâu ạ?',
        isPrivate: false,
        ...more,
      },
    });
  return { commune, procedure, asker, neighbour, tech, colleague, official, ask };
}

const reply = (actor: Actor, { id }: ThreadView, text: string, clientId: string = randomUUID()) =>
  actor.call('thread.reply', { params: { threadId: id }, body: { clientId, text } });
const at = ({ id }: ThreadView) => ({ params: { threadId: id } });
const list = (actor: Actor, view: 'queue' | 'mine' | 'all' = 'all') =>
  actor.call('thread.list', { query: { view } });
const idsOf = (threads: ThreadView[]) => threads.map(({ id }) => id);

function applyToThreads(threads: ThreadView[], [name, payload]: HubEvent): ThreadView[] {
  return name === 'thread.created' || name === 'thread.changed' ? upsertById(threads, payload) : threads;
}

test('asked, taken, answered, solved: everyone sees it live, the asker is told', async () => {
  const { procedure, asker, neighbour, tech, ask } = await desk();
  const before = await list(neighbour);
  const asked = await ask(asker);
  expect(asked).toMatchObject({
    version: 1,
    status: 'open',
    asker: { id: asker.id, seat: null },
    procedure: { id: procedure.id, code: birth.code, name: birth.name },
    takenBy: null,
    posts: [],
  });
  expect(await neighbour.hears('thread.created')).toEqual(asked);
  const taken = await tech.call('thread.take', at(asked));
  expect(taken).toMatchObject({ version: 2, status: 'taken', takenBy: { id: tech.id } });
  expect(await tech.call('thread.take', at(asked))).toEqual(taken);
  const answered = await reply(tech, asked, 'Dạ khai sinh tại nơi cư trú của cha hoặc mẹ ạ.');
  expect(answered).toMatchObject({ version: 3, status: 'answered' });
  expect(answered.posts).toMatchObject([
    { author: { id: tech.id, seat: 'Tổ công nghệ số' }, isOfficial: true },
  ]);
  expect(answered.answeredAt).toBe(answered.posts[0]!.createdAt);
  const solved = await asker.call('thread.solve', at(asked));
  expect(solved).toMatchObject({ version: 4, status: 'solved', answeredAt: answered.answeredAt });
  expect(await asker.call('thread.solve', at(asked))).toEqual(solved);
  await neighbour.hears('thread.changed', ({ version }) => version === 4);
  const after = neighbour.heard.reduce(applyToThreads, before);
  expect(after).toEqual(await list(neighbour));
  expect(after).toEqual([solved]);
  expect(neighbour.heard.reduce(applyToThreads, after)).toEqual(after);

  await asker.hears('notification.created', ({ kind }) => kind === 'thread_answered');
  expect(asker.all('notification.created')).toMatchObject(
    ['thread_taken', 'thread_answered'].map((kind) => ({
      kind,
      data: { name: tech.name, procedure: birth.name, href: `/app/questions/${asked.id}` },
    })),
  );
});

test('who may take, give back and solve', async () => {
  const { asker, neighbour, tech, colleague, official, ask } = await desk();
  const asked = await ask(asker);
  const outsider = await (await hub.commune()).person({ commune: 'tech' });
  for (const name of ['thread.take', 'thread.release'] as const) {
    for (const actor of [asker, neighbour]) expect(await actor.refusal(name, at(asked))).toBe('forbidden');
    expect(await outsider.refusal(name, at(asked))).toBe('not_found');
  }
  for (const actor of [neighbour, tech])
    expect(await actor.refusal('thread.solve', at(asked))).toBe('forbidden');
  expect(await outsider.refusal('thread.get', at(asked))).toBe('not_found');
  expect(await hub.visitor().refusal('thread.get', at(asked))).toBe('unauthenticated');
  expect(await tech.refusal('thread.get', { params: { threadId: newId() } })).toBe('not_found');

  // Two of the team at once: one gets it.
  const both = await Promise.all([tech, colleague].map((actor) => actor.request('thread.take', at(asked))));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const [winner, loser] = both[0]!.ok ? [tech, colleague] : [colleague, tech];
  expect(await loser.refusal('thread.release', at(asked))).toBe('conflict');
  const released = await winner.call('thread.release', at(asked));
  expect(released).toMatchObject({ version: 3, status: 'open', takenBy: null });
  expect(await winner.call('thread.release', at(asked))).toEqual(released);
  expect(await official.call('thread.take', at(asked))).toMatchObject({ takenBy: { id: official.id } });
  await reply(official, asked, 'Mời anh chị ra một cửa.');
  expect(await tech.refusal('thread.take', at(asked))).toBe('conflict');
  expect(await official.refusal('thread.release', at(asked))).toBe('conflict');
});

test('a further word of the asker opens it again; neighbours may speak, but not for the commune', async () => {
  const { asker, neighbour, tech, official, ask } = await desk();
  const asked = await ask(asker);
  const helped = await reply(neighbour, asked, 'Nhà em làm ở phường được đấy.');
  expect(helped).toMatchObject({ status: 'open', answeredAt: null });
  expect(helped.posts).toMatchObject([{ isOfficial: false, author: { id: neighbour.id, seat: null } }]);
  await asker.hears('notification.created', ({ kind }) => kind === 'thread_replied');
  const answered = await reply(official, asked, 'Làm được tại phường.');
  expect(answered.posts[1]).toMatchObject({
    author: { seat: 'Công chức tư pháp – hộ tịch' },
    isOfficial: true,
  });
  expect(await reply(asker, asked, 'Mang giấy gì ạ?')).toMatchObject({ status: 'open', solvedAt: null });
  await tech.call('thread.take', at(asked));
  expect(await reply(tech, asked, 'Giấy chứng sinh ạ.')).toMatchObject({
    status: 'answered',
    answeredAt: answered.answeredAt,
  });
  await asker.call('thread.solve', at(asked));
  expect(await reply(asker, asked, 'Còn căn cước thì sao ạ?')).toMatchObject({
    status: 'taken',
    solvedAt: null,
    takenBy: { id: tech.id },
  });
  expect(await tech.hears('notification.created')).toMatchObject({
    kind: 'thread_replied',
    data: { name: asker.name },
  });
  await official.settles();
  expect(official.all('notification.created')).toEqual([]);
});

test('a repeat of a client id gives the first, and tells nobody twice', async () => {
  const { procedure, asker, neighbour, tech, ask } = await desk();
  const clientId = randomUUID();
  const askedThrice = await Promise.all([1, 2, 3].map(() => ask(asker, { clientId })));
  const [asked] = askedThrice;
  expect(askedThrice).toEqual([asked, asked, asked]);
  const replied = await reply(tech, asked!, 'Dạ có ạ.', clientId);
  const again = await Promise.all([1, 2].map(() => reply(tech, asked!, 'Dạ có ạ.', clientId)));
  expect(again).toEqual([replied, replied]);
  const other = await ask(asker);
  const given = { ...at(other), body: { clientId, text: 'Dạ có ạ.' } };
  expect(await tech.refusal('thread.reply', given)).toBe('conflict');
  await neighbour.settles();
  expect(neighbour.all('thread.created').map(({ id }) => id)).toEqual([asked!.id, other.id]);
  expect(neighbour.all('thread.changed')).toHaveLength(1);

  const body = { clientId: randomUUID(), procedureId: procedure.id, question: 'Hỏi gì đó', isPrivate: false };
  const bad = [{ question: 'Ơ' }, { clientId: 'x' }, { question: 'a'.repeat(2001) }];
  for (const wrong of bad) {
    expect(await asker.refusal('thread.create', { body: { ...body, ...wrong } })).toBe('bad_request');
  }
  expect(await asker.refusal('thread.create', { body: { ...body, procedureId: newId() } })).toBe('not_found');
  const foreign = await addProcedure(await hub.commune());
  expect(await asker.refusal('thread.create', { body: { ...body, procedureId: foreign.id } })).toBe(
    'not_found',
  );
  expect(await asker.refusal('thread.reply', { ...at(asked!), body: { clientId, text: ' ' } })).toBe(
    'bad_request',
  );
});

test('a private question is seen by its asker and the team only', async () => {
  const { commune, asker, neighbour, tech, official, ask } = await desk();
  const admin = await (await commune.person({ commune: 'admin' })).connect();
  const asked = await ask(asker, { isPrivate: true });
  await tech.call('thread.take', at(asked));
  const answered = await reply(tech, asked, 'Em gọi riêng cho mình ạ.');
  for (const actor of [asker, tech, official]) {
    await actor.hears('thread.created', ({ id }) => id === asked.id);
    expect(await actor.hears('thread.changed', ({ version }) => version === answered.version)).toEqual(
      answered,
    );
    expect(await list(actor)).toEqual([answered]);
    expect(await actor.call('thread.get', at(asked))).toEqual(answered);
  }
  for (const actor of [neighbour, admin]) {
    expect(await list(actor)).toEqual([]);
    expect(await list(actor, 'mine')).toEqual([]);
    const body = { clientId: randomUUID(), text: 'Xin chào' };
    expect(await actor.refusal('thread.reply', { ...at(asked), body })).toBe('not_found');
    for (const name of ['thread.get', 'thread.take', 'thread.release', 'thread.solve'] as const) {
      expect(await actor.refusal(name, at(asked))).toBe('not_found');
    }
    await actor.settles();
    expect([...actor.all('thread.created'), ...actor.all('thread.changed')]).toEqual([]);
  }
});

test('the queue is the team’s, oldest first; the other lists are each reader’s own', async () => {
  const { commune, procedure, asker, neighbour, tech, colleague, ask } = await desk();
  const first = await ask(asker);
  const second = await ask(neighbour, { isPrivate: true });
  const third = await ask(asker);
  const answered = await ask(asker);
  await colleague.call('thread.take', at(first));
  await reply(tech, answered, 'Xong rồi ạ.');
  expect(idsOf(await list(tech, 'queue'))).toEqual([first.id, second.id, third.id]);
  expect(await asker.refusal('thread.list', { query: { view: 'queue' } })).toBe('forbidden');
  expect(idsOf(await list(asker, 'mine'))).toEqual([answered.id, third.id, first.id]);
  expect(idsOf(await list(asker))).toEqual([answered.id, third.id, first.id]);
  expect(idsOf(await list(neighbour))).toEqual([answered.id, third.id, second.id, first.id]);
  const other = await addProcedure(commune, { code: '2' });
  const about = (procedureId: string) => asker.call('thread.list', { query: { procedureId } });
  expect(await about(other.id)).toEqual([]);
  expect(await about(procedure.id)).toHaveLength(3);
  expect(await asker.refusal('thread.list', { query: { view: 'x' as 'all' } })).toBe('bad_request');
});

test('who is muted in commune matters neither asks nor replies', async () => {
  const { commune, procedure, asker, ask } = await desk();
  const asked = await ask(asker);
  const mutedUntil = new Date(Date.now() + 3_600_000);
  const inCommune = { person: asker.id, group: commune.groups.commune!.id };
  await hub.em.fork().nativeUpdate(Membership, inCommune, { mutedUntil });
  const body = { clientId: randomUUID(), procedureId: procedure.id, question: 'Hỏi nữa ạ', isPrivate: false };
  expect(await asker.refusal('thread.create', { body })).toBe('muted');
  const said = { clientId: randomUUID(), text: 'Alo' };
  expect(await asker.refusal('thread.reply', { ...at(asked), body: said })).toBe('muted');
  expect(await asker.call('thread.solve', at(asked))).toMatchObject({ status: 'solved' });
});

test('what a moderator removed has no text any more, and takes no further replies', async () => {
  const { asker, neighbour, tech, ask } = await desk();
  const asked = await ask(asker);
  const rude = await reply(neighbour, asked, 'Lời khó nghe');
  const em = hub.em.fork();
  await em.nativeUpdate(Post, { id: rude.posts[0]!.id }, { removedAt: new Date() });
  await em.nativeUpdate(Thread, asked.id, { version: rude.version + 1 });
  await publishThread(em, hub.app.get(Events), asked.id, 'thread.changed');
  const changed = await asker.hears('thread.changed', ({ version }) => version === rude.version + 1);
  expect(changed.posts).toMatchObject([{ text: '', removedAt: expect.any(String) }]);
  expect(changed).toEqual(await neighbour.call('thread.get', at(asked)));

  await em.nativeUpdate(Thread, asked.id, { removedAt: new Date(), version: rude.version + 2 });
  await publishThread(em, hub.app.get(Events), asked.id);
  expect(await asker.hears('thread.changed', ({ removedAt }) => removedAt !== null)).toMatchObject({
    question: '',
  });
  expect(await list(tech, 'queue')).toEqual([]);
  expect(await list(neighbour)).toEqual([]);
  expect(await neighbour.refusal('thread.get', at(asked))).toBe('not_found');
  for (const actor of [asker, tech])
    expect(await actor.call('thread.get', at(asked))).toMatchObject({ id: asked.id, question: '' });
  expect(await list(asker, 'mine')).toMatchObject([{ id: asked.id, question: '' }]);
  const body = { clientId: randomUUID(), text: 'Dạ' };
  expect(await tech.refusal('thread.reply', { ...at(asked), body })).toBe('conflict');
  for (const [actor, name] of [
    [tech, 'thread.take'],
    [asker, 'thread.solve'],
  ] as const) {
    expect(await actor.refusal(name, at(asked))).toBe('conflict');
  }
});
