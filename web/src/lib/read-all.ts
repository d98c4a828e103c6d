// What the hub stands on, read anew.
import { call, type CallOptions } from './api.ts';
import type { Snapshot } from './snapshot.ts';

/** The readings side by side. */
export async function readAll(options: CallOptions = {}): Promise<Snapshot> {
  const [me, groups, topics, notices, notifications] = await Promise.all([
    call('me.get', {}, options),
    call('group.list', {}, options),
    call('topic.list', {}, options),
    call('notice.list', {}, options),
    call('notification.list', {}, options),
  ]);
  return { me, groups, topics, notices, notifications };
}
