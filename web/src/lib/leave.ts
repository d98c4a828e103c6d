// Going for good: the session or the account ends here, and nothing of this person stays on the device.
import { forgetEverything } from './snapshot.ts';
import { forgetPushes } from './worker.ts';

let isUnderWay = false;

/** Whoever leaves goes where they want to: the end of their session leads nobody to sign-in. */
export const isLeaving = () => isUnderWay;

/** `end` tells the server; where that fails, all stays as it was, and it throws what `end` threw. */
export async function leaveFor(address: string, end: () => Promise<unknown>): Promise<void> {
  isUnderWay = true;
  try {
    await end();
  } catch (error) {
    isUnderWay = false;
    throw error;
  }
  await forgetPushes().catch(() => undefined);
  await forgetEverything();
  // A full load, so that nothing of this person stays in memory.
  location.assign(address);
}
