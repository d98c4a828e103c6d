// Notices a hole in what was heard. Most close by themselves, because events of several processes cross; one that stays is asked for.
import { hasGap, type Timeline } from '#shared/timeline.ts';

const PATIENCE_MS = 1_000;

export class GapWatch {
  readonly #timeline: () => Timeline | null;
  readonly #catchUp: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(timeline: () => Timeline | null, catchUp: () => Promise<void>) {
    this.#timeline = timeline;
    this.#catchUp = catchUp;
  }

  look() {
    const timeline = this.#timeline();
    if (!timeline || !hasGap(timeline)) return this.stop();
    this.#timer ??= setTimeout(async () => {
      await this.#catchUp();
      // Stopped meanwhile.
      if (!this.#timer) return;
      this.#timer = undefined;
      this.look();
    }, PATIENCE_MS);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
