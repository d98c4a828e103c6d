// My picture on its way to the server. Loaded when one is chosen.
import { ApiError } from '#lib/api.ts';
import { preparePhoto } from '#lib/prepare-photo.ts';
import { sendBytes } from '#lib/send-bytes.ts';
import { PHOTO_BYTES } from '#shared/file-limits.ts';
import type { Me } from '#shared/identity.ts';

/** More points than the server keeps, so that it may choose the part that shows a face. */
const SIDE = 800;

/** Makes it small and sends it; what this browser cannot read, the server may. Throws ApiError. */
export async function sendMyPhoto(file: File): Promise<Me> {
  const photo = (await preparePhoto(file, SIDE))?.blob ?? file;
  if (photo.size > PHOTO_BYTES) throw new ApiError('payload_too_large');
  return sendBytes<Me>('PUT', '/api/me/photo', photo);
}
