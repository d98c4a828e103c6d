import { v7 } from 'uuid';

let count = 0;

/** An id as it would have been made at that moment; of the same moment the later asked for sorts later. */
export function newIdAt(at: Date): string {
  count += 1;
  return v7({ msecs: at.getTime(), seq: count });
}
