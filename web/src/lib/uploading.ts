// One file on its way to the server, in pieces: from where it broke off, each as large as the network carries in a moment.
import { FILE_BYTES, PIECE_BYTES } from '../../../shared/file-limits.ts';
import type { FileUpload } from '../../../shared/files.ts';
import { ApiError, call } from './api.ts';
import type { Pending, PendingFile } from './outbox-order.ts';
import { sendBytes } from './send-bytes.ts';

const SMALLEST = 64 * 1024;
/** A piece that took less than this may be followed by a larger one. */
const QUICK_MS = 1_500;
/** Two windows may get in each other's way, but not for ever. */
const MOST_CONFLICTS = 5;

/** Uploads it, and says after each piece which part of it has arrived. Throws ApiError. */
export async function uploadFile(
  { channelId, clientId }: Pick<Pending, 'channelId' | 'clientId'>,
  { id, kind, name, seconds, peaks }: PendingFile,
  blob: Blob,
  tell: (part: number) => void,
): Promise<void> {
  if (blob.size > FILE_BYTES[kind]) throw new ApiError('payload_too_large');
  const body = { id, clientId, kind, name, size: blob.size, seconds, peaks };
  const ask = () => call('file.create', { params: { channelId }, body });
  let piece = 2 * SMALLEST;
  let conflicts = 0;
  for (let state = await ask(); !state.file;) {
    tell(state.offset / blob.size);
    const from = performance.now();
    try {
      state = await append(id, state.offset, blob.slice(state.offset, state.offset + piece));
    } catch (error) {
      const { code } = error as ApiError;
      if (code !== 'conflict' || ++conflicts > MOST_CONFLICTS) throw error;
      state = await ask();
    }
    if (performance.now() - from < QUICK_MS) piece = Math.min(piece * 2, PIECE_BYTES);
    else piece = Math.max(piece / 2, SMALLEST);
  }
  tell(1);
}

const append = (id: string, offset: number, piece: Blob) =>
  sendBytes<FileUpload>('PATCH', `/api/files/${id}?offset=${offset}`, piece);
