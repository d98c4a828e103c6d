import { expect, test } from 'vitest';
import { bootHub } from './support/app.ts';
import { addProcedure, birth } from './support/catalogue.ts';

const hub = await bootHub();

test('the catalogue is searched without regard to tone marks, the best first', async () => {
  const commune = await hub.commune();
  const { slug } = commune;
  const add = (code: string, name: string, keywords: string[] = []) =>
    addProcedure(commune, { code, name, keywords });
  await add('1.001193', 'Đăng ký khai sinh', ['giấy khai sinh']);
  await add('1.000419', 'Đăng ký khai tử');
  await add('2.000815', 'Chứng thực bản sao từ bản chính', ['sao y', '50%', 'khai sinh']);
  await add('1.003583', 'Khai sinh lưu động, đăng ký tại nhà');
  await addProcedure(await hub.commune(), { name: 'Của xã khác' });
  const visitor = hub.visitor();
  const find = async (q: string) =>
    (await visitor.call('procedure.list', { params: { slug }, query: { q } })).map(({ code }) => code);
  const [birthFirst, death, copy, mobile] = ['1.001193', '1.000419', '2.000815', '1.003583'];
  expect(await find('')).toEqual([copy, birthFirst, death, mobile]);
  expect(await find('KHAI sinh')).toEqual([mobile, birthFirst, copy]);
  expect(await find('đăng ký')).toEqual([birthFirst, death, mobile]);
  expect(await find('dang ky khai si')).toEqual([birthFirst, mobile]);
  expect(await find('sinh khai'.normalize('NFD'))).toEqual([birthFirst, mobile, copy]);
  expect(await find('lưu động, đăng ký?')).toEqual([mobile]);
  expect(await find('1.000419')).toEqual([death]);
  expect(await find('1.00')).toHaveLength(3);
  expect(await find('sao y')).toEqual([copy]);
  expect(await find('ộ tịch')).toHaveLength(4);
  expect(await find('%')).toHaveLength(4);
  expect(await find("khai' or 1=1 -- \\")).toEqual([]);
  expect(await find('không có thủ tục này')).toEqual([]);
  const [summary] = await visitor.call('procedure.list', { params: { slug }, query: { q: death } });
  expect(summary).toMatchObject({ name: 'Đăng ký khai tử', field: 'Hộ tịch', timeLimit: 'Trong ngày' });
  expect(await visitor.refusal('procedure.list', { params: { slug: 'x' }, query: {} })).toBe('not_found');
  expect(await visitor.refusal('procedure.list', { params: { slug }, query: { q: 'a'.repeat(201) } })).toBe(
    'bad_request',
  );
});

test('a procedure is open to everyone, with its link to the portal', async () => {
  const commune = await hub.commune();
  const { id } = await addProcedure(commune);
  await addProcedure(commune, { code: '9', portalCode: null, channels: [] });
  const visitor = hub.visitor();
  const { slug } = commune;
  expect(await visitor.call('procedure.get', { params: { slug, code: birth.code } })).toEqual({
    ...birth,
    id,
    portalUrl: 'https://dichvucong.example/tthc/1.001193%2Fvn',
  });
  expect(await visitor.call('procedure.get', { params: { slug, code: '9' } })).toMatchObject({
    portalUrl: null,
  });
  expect(await visitor.refusal('procedure.get', { params: { slug, code: 'x' } })).toBe('not_found');
  const { slug: elsewhere } = await hub.commune();
  expect(await visitor.refusal('procedure.get', { params: { slug: elsewhere, code: birth.code } })).toBe(
    'not_found',
  );
});
