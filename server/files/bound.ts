import { Transform } from 'node:stream';
import { AppError } from '../platform/app-error.ts';

/** Lets so many bytes through, and breaks at the next one. */
export function atMost(bytes: number): Transform {
  let left = bytes;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      left -= chunk.length;
      if (left < 0) done(new AppError('payload_too_large'));
      else done(null, chunk);
    },
  });
}
