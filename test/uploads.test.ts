// Pieces of a file that come in each other's way.
import { existsSync } from 'node:fs';
import { request as open } from 'node:http';
import { expect, test } from 'vitest';
import { FILE_BYTES } from '../shared/file-limits.ts';
import { FileStore } from '../server/files/file.store.ts';
import { bootHub } from './support/app.ts';
import { announce, append, pdf, read, send } from './support/uploads.ts';

const hub = await bootHub();

test('what is announced at once counts together', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const size = FILE_BYTES.file;
  const many = Math.floor((500 * 1024 * 1024) / size);
  const answers = await Promise.all(
    Array.from({ length: many + 10 }, () =>
      lan.request('file.create', announce(commune, pdf, { kind: 'file', name: 'x.pdf', size }).request),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(many);
});

test('a piece that comes late changes nothing of what was looked at and kept', async () => {
  const commune = await hub.commune();
  const lan = await commune.person({ tdp13: 'resident' });
  const { id, clientId, request } = announce(commune, pdf, { kind: 'file', name: 'Giấy mời.pdf' });
  await lan.call('file.create', request);

  // Its place is open for writing, and nothing has come of it yet.
  const late = open(`${hub.url}/api/files/${id}?offset=0`, {
    method: 'PATCH',
    headers: {
      cookie: lan.cookie!,
      'content-type': 'application/octet-stream',
      'content-length': pdf.length,
    },
  });
  const answered = new Promise<number>((resolve, reject) => {
    late.once('response', (response) => resolve(response.resume().statusCode!));
    late.once('error', reject);
  });
  late.flushHeaders();
  await expect.poll(() => existsSync(hub.app.get(FileStore).partPath(id))).toBe(true);

  expect((await append(lan, id, 0, pdf)).status).toBe(200);
  await send(lan, commune, clientId, [id]);
  late.end(Buffer.concat([Buffer.from('MZ'), Buffer.alloc(pdf.length - 2)]));
  await answered;
  const kept = await read(lan, id, 'whole');
  expect(Buffer.from(await kept.arrayBuffer()).equals(pdf)).toBe(true);
  expect(await lan.call('file.create', request)).toMatchObject({ offset: pdf.length, file: { id } });
});
