// Which rows of a virtual list one can see.
import type { VirtualizerHandle } from 'virtua/svelte';

/**
 * The first and the last of them, by index. `top` is the scroller's own place, in pixels: the virtual list may hear of a scroll after we do.
 * A last row that reaches more than `foot` pixels below the edge is cut and does not count: half a message has not been read.
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
