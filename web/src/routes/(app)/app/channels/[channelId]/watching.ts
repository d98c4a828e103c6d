// Whoever has a channel before them need not be woken for what is said in it: the hub is told while the window can be seen.
import type { Hub } from '#lib/hub.svelte.ts';

/** Gives back how to stop. */
export function watchChannel(channelId: string, hub: Hub): () => void {
  let isOver = false;
  const tell = () => {
    const isSeen = !isOver && document.visibilityState === 'visible';
    // Unheard it only costs a notification too many; the next connection tells it again.
    hub.signal('channel.watch', { channelId: isSeen ? channelId : null }).catch(() => undefined);
  };
  document.addEventListener('visibilitychange', tell);
  const stopResync = hub.onResync(tell);
  tell();
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', tell);
    stopResync();
    tell();
  };
}
