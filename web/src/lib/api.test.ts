import { expect, test } from 'vitest';
import { ApiError, call } from './api.ts';

const answering = (body: string, status = 200) => ({
  fetch: () => Promise.resolve(new Response(body, { status })),
});

test('an answer that was cut off on its way is none', async () => {
  await expect(call('topic.list', {}, answering('[{"id":"01a1'))).rejects.toEqual(new ApiError('offline'));
  await expect(call('topic.list', {}, answering('[]'))).resolves.toEqual([]);
});

test('a refusal without words of ours tells whether somebody is there at all', async () => {
  await expect(call('topic.list', {}, answering('<html>', 502))).rejects.toMatchObject({
    code: 'unavailable',
  });
  await expect(call('topic.list', {}, answering('', 500))).rejects.toMatchObject({ code: 'internal' });
});
