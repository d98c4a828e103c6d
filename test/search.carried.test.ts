// Messages are found by what they carry: that it is there, and what there is to read in it.
import { beforeAll, describe, expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import type { Actor } from './support/actor.ts';
import { bootHub, type TestCommune } from './support/app.ts';
import { find, say } from './support/search.ts';
import { pdf, photo, send, upload } from './support/uploads.ts';

const hub = await bootHub();
const sound = Buffer.concat([Buffer.from('RIFF\x24\0\0\0WAVEfmt \x10\0\0\0'), Buffer.alloc(40)]);
const idsOf = async (actor: Actor, q: string) => (await find(actor, q)).messages.map(({ id }) => id);
/** With hits in brackets, to read. */
const shown = (segments: { text: string; isHit: boolean }[]) =>
  segments.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');

async function give(actor: Actor, commune: TestCommune, bytes: Buffer, name: string, text = '') {
  const kind = bytes === photo ? 'photo' : bytes === pdf ? 'file' : 'voice';
  const { id, clientId } = await upload(actor, commune, bytes, { kind, name });
  return send(actor, commune, clientId, [id], text);
}

describe('by the names of files', () => {
  let reader: Actor;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    const commune = await hub.commune();
    reader = await commune.person({ tdp13: 'resident' });
    const given = async (key: string, bytes: Buffer, name: string, text?: string) =>
      (ids[key] = (await give(reader, commune, bytes, name, text)).id);
    await given('minutes', pdf, 'Bien-ban_hop.TDP-13.pdf', 'Bà con xem nhé');
    await given('poor', pdf, 'Danh sách hộ nghèo (lần 2).pdf');
    await given('road', pdf, 'Đường Trần Phú – sơ đồ.pdf'.normalize('NFD'));
    await given('plan', photo, 'Bản vẽ nhà văn hoá.jpg', 'Mời bà con góp ý');
    await given('voice', sound, 'Thoai.wav');
    ids.surname = (await say(reader, commune, 'Chị Dương hỏi biên bản')).id;
    ids.quoted = (await say(reader, commune, 'Họp xong chưa ạ')).id;
  });

  test.each<[query: string, finds: string[]]>([
    ['bien ban', ['surname', 'minutes']],
    ['biên bản', ['surname', 'minutes']],
    ['bien-ban_hop', ['minutes']],
    ['hop', ['quoted', 'minutes']],
    ['tổ dân phố 13', ['minutes']],
    ['tdp', ['minutes']],
    ['xem -"biên bản"', ['minutes']],
    ['xem -"bien ban"', []],
    ['bà con hop', ['minutes']],
    ['hộ nghèo', ['poor']],
    ['HO NGHEO', ['poor']],
    ['"lần 2"', ['poor']],
    ['đường', ['road', 'surname']],
    ['duong', ['surname', 'road']],
    ['sơ đồ', ['road']],
    ['so do'.normalize('NFD'), ['road']],
    ['bản vẽ nhà văn hóa', ['plan']],
    ['góp ý văn hoá có:ảnh', ['plan']],
    ['pdf', ['road', 'poor', 'minutes']],
    ['thoai', []],
    ['có:thoại', ['voice']],
    ['có:tệp -nghèo', ['road', 'minutes']],
    ['pdf có:ảnh', []],
  ])('%s', async (query, finds) => {
    const keyOf = new Map(Object.entries(ids).map(([key, id]) => [id, key]));
    expect((await idsOf(reader, query)).map((id) => keyOf.get(id))).toEqual(finds);
  });

  test('what was hit is marked where it stands; a file that was not hit is shown where there are no words', async () => {
    const see = async (q: string) =>
      (await find(reader, q)).messages.map(({ excerpt, files }) => [
        shown(excerpt),
        files.map(({ kind, name }) => [kind, shown(name)]),
      ]);
    expect(await see('"bien ban hop"')).toEqual([
      ['Bà con xem nhé', [['file', '[Bien-ban_hop].TDP-13.pdf']]],
    ]);
    expect(await see('góp ý')).toEqual([['Mời bà con [góp] [ý]', []]]);
    const plan = ['photo', 'Bản vẽ nhà văn hoá.webp'];
    expect(await see('góp có:ảnh')).toEqual([['Mời bà con [góp] ý', [plan]]]);
    expect(await see('có:thoại')).toEqual([['', [['voice', '']]]]);
  });
});

test('only by those who may read them, and not once they were taken back; new words stand beside the same files', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const neighbour = await commune.person({ tdp12: 'resident' });
  const message = await give(lan, commune, pdf, 'Mẫu đơn.pdf', 'Bà con điền giúp');
  for (const query of ['mẫu đơn', 'có:tệp']) {
    expect(await idsOf(lan, query)).toEqual([message.id]);
    expect(await idsOf(neighbour, query)).toEqual([]);
  }
  const params = { messageId: message.id };
  await lan.call('message.edit', { params, body: { text: 'Tôi gửi lại' } });
  expect(await idsOf(lan, 'mẫu đơn gửi lại')).toEqual([message.id]);
  expect(await idsOf(lan, 'điền')).toEqual([]);
  await lan.call('message.delete', { params });
  expect([...(await idsOf(lan, 'mẫu đơn')), ...(await idsOf(lan, 'có:tệp'))]).toEqual([]);
});

test('a poll is found by its choices, a gathering by its place and what is to be known', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const create = (text: string, carries: object) =>
    lan.call('message.create', {
      params: { channelId: commune.chats.tdp13!.id },
      body: { clientId: randomUUID(), text, carries },
    });
  const rules = { isMultiple: false, isAnonymous: true, isHidden: false, isFinal: false, closesAt: null };
  const poll = await create('Đi đâu hè này?', {
    poll: { ...rules, choices: ['Hồ Ba Bể', 'Thác Đầu Đẳng'], by: 'person' },
  });
  const startsAt = new Date(Date.now() + 86_400_000).toISOString();
  const gathering = await create('Dọn vệ sinh ngõ', {
    gathering: { startsAt, endsAt: null, place: 'Sân bóng', note: 'Mang chổi\nvà găng tay', by: 'person' },
  });
  expect(await idsOf(lan, 'dau dang')).toEqual([poll.id]);
  expect(await idsOf(lan, 'sân bóng')).toEqual([gathering.id]);
  expect(await idsOf(lan, '"va gang tay"')).toEqual([gathering.id]);
  const [hit] = (await find(lan, 'thác')).messages;
  expect(shown(hit!.excerpt)).toBe('Đi đâu hè này? · Hồ Ba Bể · [Thác] Đầu Đẳng');
});
