// How near a picture is and which part of it is seen, by fingers, mouse and keys. A swipe over a picture that is seen whole turns
// to the next one.
import type { Attachment } from 'svelte/attachments';

const MOST = 5;
const TAP_MS = 300;
const SLOP_PX = 12;
const SWIPE_PX = 60;

interface Point {
  x: number;
  y: number;
}

export class Zoom {
  scale = $state(1);
  #x = $state(0);
  #y = $state(0);
  readonly #turn: (step: 1 | -1) => void;
  readonly #fingers = new Map<number, Point>();
  #start: Point = { x: 0, y: 0 };
  #lastTap = 0;
  /** Two fingers were down: until both are lifted it is neither a tap nor a swipe. */
  #isPinch = false;

  /** `turn`: to the next or the former picture. */
  constructor(turn: (step: 1 | -1) => void) {
    this.#turn = turn;
  }

  transform = $derived(`translate(${this.#x}px, ${this.#y}px) scale(${this.scale})`);

  reset() {
    this.scale = 1;
    this.#x = 0;
    this.#y = 0;
  }

  /** Nearer or farther, with the middle staying where it is. */
  by(factor: number) {
    const scale = Math.min(MOST, Math.max(1, this.scale * factor));
    this.#x *= scale / this.scale;
    this.#y *= scale / this.scale;
    this.scale = scale;
    if (scale === 1) this.reset();
  }

  gestures: Attachment<HTMLElement> = (element) => {
    const down = (event: PointerEvent) => {
      element.setPointerCapture(event.pointerId);
      this.#fingers.set(event.pointerId, pointOf(event));
      this.#start = pointOf(event);
      this.#isPinch = this.#fingers.size > 1;
    };
    const move = (event: PointerEvent) => {
      const before = this.#fingers.get(event.pointerId);
      if (!before) return;
      const now = pointOf(event);
      const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1];
      if (other) this.by(distance(now, other) / Math.max(1, distance(before, other)));
      else if (this.scale > 1) {
        this.#x += now.x - before.x;
        this.#y += now.y - before.y;
      }
      this.#fingers.set(event.pointerId, now);
    };
    const up = (event: PointerEvent) => {
      this.#fingers.delete(event.pointerId);
      if (this.#isPinch || event.type === 'pointercancel') return;
      const { x, y } = pointOf(event);
      const [across, along] = [x - this.#start.x, y - this.#start.y];
      if (Math.hypot(across, along) < SLOP_PX) this.#tapped(event.timeStamp);
      else if (this.scale === 1 && Math.abs(across) > SWIPE_PX && Math.abs(across) > Math.abs(along))
        this.#turn(across < 0 ? 1 : -1);
    };
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      this.by(event.deltaY < 0 ? 1.2 : 1 / 1.2);
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', up);
    element.addEventListener('wheel', wheel, { passive: false });
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', up);
      element.removeEventListener('wheel', wheel);
    };
  };

  #tapped(at: number) {
    if (at - this.#lastTap > TAP_MS) {
      this.#lastTap = at;
      return;
    }
    this.#lastTap = 0;
    if (this.scale > 1) this.reset();
    else this.by(2.5);
  }
}

const pointOf = ({ clientX: x, clientY: y }: PointerEvent): Point => ({ x, y });
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
