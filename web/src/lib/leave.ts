// Going for good: the session or the account ends here, and nothing of this person stays on the device.
import type { Hub } from './hub.svelte.ts';
import type { Keep } from './keep.ts';
import { forgetEverything } from './snapshot.ts';
import { forgetPushes } from './worker.ts';

/** `end` tells the server; where that fails, all stays as it was, and it throws what `end` threw. */
export async function leaveFor(
  address: string,
  { hub, keep }: { hub: Hub; keep: Keep },
  end: () => Promise<unknown>,
): Promise<void> {
  await hub.leave(end);
  await forgetPushes().catch(() => undefined);
  keep.close();
  await forgetEverything();
  // A full load, so that nothing of this person stays in memory.
  location.assign(address);
}
