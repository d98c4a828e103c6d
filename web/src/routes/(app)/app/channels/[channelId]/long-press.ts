// A long press of a finger, or the other mouse button, opens what a message offers.
import type { Attachment } from 'svelte/attachments';

const PRESS_MS = 450;
const SLOP_PX = 10;

export const longPress =
  (open: (point: { x: number; y: number }) => void): Attachment<HTMLElement> =>
  (element) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let start = { x: 0, y: 0 };
    const cancel = () => clearTimeout(timer);
    const listeners: [keyof HTMLElementEventMap, (event: never) => void][] = [
      [
        'pointerdown',
        ({ pointerType, isPrimary, clientX: x, clientY: y }: PointerEvent) => {
          cancel();
          if (pointerType !== 'touch' || !isPrimary) return;
          start = { x, y };
          timer = setTimeout(() => open(start), PRESS_MS);
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
          // Someone who has marked words wants the browser's own menu.
          if (event.pointerType !== 'touch' && !getSelection()?.isCollapsed) return;
          event.preventDefault();
          cancel();
          open({ x: event.clientX, y: event.clientY });
        },
      ],
    ];
    for (const [name, listener] of listeners) element.addEventListener(name, listener as EventListener);
    return () => {
      cancel();
      for (const [name, listener] of listeners) element.removeEventListener(name, listener as EventListener);
    };
  };
