// A long press of a finger, or the other mouse button, opens what is under it.
import type { Attachment } from 'svelte/attachments';
import type { Anchor } from './Sheet.svelte';

const PRESS_MS = 450;
const SLOP_PX = 10;
/** So long after the finger has left its click may come. */
const CLICK_MS = 100;

/** One for many elements: what may be pressed names itself by `data-presses`, which `open` gets. */
export const longPress =
  (open: (pressed: string, point: Anchor) => void): Attachment<HTMLElement> =>
  (element) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let start: Anchor = { x: 0, y: 0 };
    const cancel = () => clearTimeout(timer);
    const under = ({ target }: Event) =>
      (target as Element).closest<HTMLElement>('[data-presses]')?.dataset.presses;
    const listeners: [keyof HTMLElementEventMap, (event: never) => void][] = [
      [
        'pointerdown',
        (event: PointerEvent) => {
          cancel();
          const pressed = under(event);
          if (pressed === undefined || event.pointerType !== 'touch' || !event.isPrimary) return;
          start = { x: event.clientX, y: event.clientY };
          timer = setTimeout(() => {
            ignoreItsClick();
            open(pressed, start);
          }, PRESS_MS);
        },
      ],
      [
        'pointermove',
        ({ clientX, clientY }: PointerEvent) => {
          if (Math.hypot(clientX - start.x, clientY - start.y) > SLOP_PX) cancel();
        },
      ],
      ['pointerup', cancel],
      ['pointercancel', cancel],
      [
        'contextmenu',
        (event: PointerEvent) => {
          const pressed = under(event);
          // Someone who has marked words wants the browser's own menu.
          if (pressed === undefined || (event.pointerType !== 'touch' && !getSelection()?.isCollapsed))
            return;
          event.preventDefault();
          cancel();
          open(pressed, { x: event.clientX, y: event.clientY });
        },
      ],
    ];
    for (const [name, listener] of listeners) element.addEventListener(name, listener as EventListener);
    return () => {
      cancel();
      for (const [name, listener] of listeners) element.removeEventListener(name, listener as EventListener);
    };
  };

/** The click with which a long press ends must not press, or close, what it opened. */
function ignoreItsClick() {
  const over = new AbortController();
  const options = { capture: true, signal: over.signal };
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const left = () => setTimeout(() => over.abort(), CLICK_MS);
  addEventListener('click', swallow, options);
  addEventListener('pointerup', left, options);
  addEventListener('pointercancel', left, options);
}
