// A session that was ended from elsewhere, maybe because this device is lost.
import type { Keep } from './keep.ts';
import { forgetSnapshot } from './snapshot.ts';
import { forgetStills } from './still.ts';
import { forgetPushes } from './worker.ts';

/** What was read here goes; what waits to be sent is its author's own. */
export function forgetRead(keep: Keep): void {
  forgetSnapshot();
  void forgetStills();
  void forgetPushes().catch(() => undefined);
  void keep.forgetRead();
}
