// How much may be sent. Without zod, because the web keeps to the same.
/** Bytes of one, as it is uploaded. */
export const FILE_BYTES = {
  photo: 15 * 1024 * 1024,
  file: 25 * 1024 * 1024,
  voice: 5 * 1024 * 1024,
} as const;
/** Of somebody's picture, before it is made small; where the browser can, it does that first. */
export const PHOTO_BYTES = 8 * 1024 * 1024;
export const FILES_IN_MESSAGE = 10;
export const VOICE_SECONDS = 180;
export const PEAKS = 48;
/** Bytes of one piece. A smaller one is for a slow network, where a long request would be cut. */
export const PIECE_BYTES = 4 * 1024 * 1024;
