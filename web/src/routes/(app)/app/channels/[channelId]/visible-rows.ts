// Which rows of a virtual list one can see.
import type { VirtualizerHandle } from 'virtua/svelte';

/**
 * The first and the last of them, by index. `top` is the scroller's own place: the virtual list may hear of a scroll after we do. Half a
 * message under the edge has not been read: below the last row may be `foot` pixels, and no less of it than all.
 */
export function visibleRows(
  list: VirtualizerHandle | undefined,
  top: number,
  height: number,
  foot: number,
): { first: number; last: number } {
  if (!list) return { first: 0, last: 0 };
  const first = list.findItemIndex(top);
  const last = list.findItemIndex(top + height - 1);
  const isCut = list.getItemOffset(last) + list.getItemSize(last) > top + height + foot;
  return { first, last: isCut && last > first ? last - 1 : last };
}
