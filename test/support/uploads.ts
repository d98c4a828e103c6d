// What tests of files do: upload something for a message, send it, fetch it.
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { FileKind } from '../../shared/files.ts';
import type { Actor } from './actor.ts';
import type { TestCommune } from './app.ts';

/** A photo as a phone makes it: turned on its side, with the place where it was taken. */
export const photo = await sharp({
  create: { width: 2400, height: 1200, channels: 3, background: '#9e2a1f' },
})
  .jpeg()
  .withExif({
    IFD0: { Make: 'Máy của bà Lan' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '22/1 8/1 30/1' },
  })
  .withMetadata({ orientation: 6 })
  .toBuffer();
export const pdf = Buffer.from(
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
);

export interface Given {
  kind?: FileKind;
  name?: string;
  id?: string;
  clientId?: string;
  size?: number;
}

export const announce = (commune: TestCommune, bytes: Buffer, given: Given = {}) => {
  const { kind = 'photo', name = 'anh.jpg', id = randomUUID(), clientId = randomUUID(), size } = given;
  const body = { id, clientId, kind, name, size: size ?? bytes.length };
  return { id, clientId, request: { params: { channelId: commune.chats.tdp13!.id }, body } };
};

export const append = (actor: Actor, id: string, offset: number, bytes: Uint8Array) =>
  fetch(`${actor.url}/api/files/${id}?offset=${offset}`, {
    method: 'PATCH',
    headers: { cookie: actor.cookie!, 'content-type': 'application/octet-stream' },
    body: bytes as Uint8Array<ArrayBuffer>,
  });

/** Uploads all of it, and gives the last answer. */
export async function upload(actor: Actor, commune: TestCommune, bytes: Buffer, given: Given = {}) {
  const { id, clientId, request } = announce(commune, bytes, given);
  await actor.call('file.create', request);
  const response = await append(actor, id, 0, bytes);
  return { id, clientId, response, answer: (await response.json()) as unknown };
}

export const send = (actor: Actor, commune: TestCommune, clientId: string, files: string[], text = '') =>
  actor.call('message.create', {
    params: { channelId: commune.chats.tdp13!.id },
    body: { clientId, text, carries: { files } },
  });

export const read = (actor: Actor, id: string, form = 'small', headers: Record<string, string> = {}) =>
  actor.request('file.read', { params: { fileId: id, form } }, headers);
