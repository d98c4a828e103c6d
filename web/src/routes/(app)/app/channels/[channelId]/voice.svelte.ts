// A voice message while it is spoken. Loaded when someone presses the microphone.
import { PEAKS, VOICE_SECONDS } from '#shared/file-limits.ts';

export interface Spoken {
  blob: Blob;
  seconds: number;
  peaks: number[];
}

const LOOK_MS = 100;
/** Speech needs no more, and a long one stays small. */
const BITS = 32_000;
const kinds = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

export class VoiceNote {
  seconds = $state(0);
  /** How loud it is now, 0 to 1. */
  level = $state(0);
  isFull = $derived(this.seconds >= VOICE_SECONDS);
  readonly #stream: MediaStream;
  readonly #recorder: MediaRecorder;
  readonly #sound = new AudioContext();
  readonly #levels: number[] = [];
  readonly #parts: Blob[] = [];
  readonly #timer: ReturnType<typeof setInterval>;

  /** Begins to listen. Throws where the microphone is refused or there is none. */
  static async begin(): Promise<VoiceNote> {
    return new VoiceNote(await navigator.mediaDevices.getUserMedia({ audio: true }));
  }

  private constructor(stream: MediaStream) {
    this.#stream = stream;
    const mimeType = kinds.find((kind) => MediaRecorder.isTypeSupported(kind));
    this.#recorder = new MediaRecorder(stream, { ...(mimeType && { mimeType }), audioBitsPerSecond: BITS });
    this.#recorder.addEventListener('dataavailable', ({ data }) => this.#parts.push(data));
    this.#recorder.start();
    const ear = this.#sound.createAnalyser();
    this.#sound.createMediaStreamSource(stream).connect(ear);
    const wave = new Float32Array(ear.fftSize);
    const from = performance.now();
    this.#timer = setInterval(() => {
      if (this.isFull) return this.#rest();
      this.seconds = Math.min(VOICE_SECONDS, (performance.now() - from) / 1000);
      ear.getFloatTimeDomainData(wave);
      this.level = Math.min(1, 4 * Math.sqrt(wave.reduce((sum, one) => sum + one * one, 0) / wave.length));
      this.#levels.push(this.level);
    }, LOOK_MS);
  }

  /** Ends, and gives what was said. */
  async finish(): Promise<Spoken> {
    const ended = new Promise((resolve) => this.#recorder.addEventListener('stop', resolve));
    this.#recorder.stop();
    await ended;
    this.#end();
    const [type = ''] = this.#recorder.mimeType.split(';');
    return { blob: new Blob(this.#parts, { type }), seconds: Math.round(this.seconds), peaks: this.#peaks() };
  }

  cancel() {
    if (this.#recorder.state !== 'inactive') this.#recorder.stop();
    this.#end();
  }

  /** Long enough: what is said now is not in it any more. */
  #rest() {
    if (this.#recorder.state === 'recording') this.#recorder.pause();
    this.level = 0;
  }

  #end() {
    clearInterval(this.#timer);
    for (const track of this.#stream.getTracks()) track.stop();
    void this.#sound.close();
  }

  /** As many as are shown, the loudest being full. */
  #peaks(): number[] {
    const count = Math.min(PEAKS, this.#levels.length);
    const loudest = Math.max(0.05, ...this.#levels);
    return Array.from({ length: count }, (_, index) => {
      const from = Math.floor((index * this.#levels.length) / count);
      const to = Math.floor(((index + 1) * this.#levels.length) / count);
      return Math.round((100 * Math.max(...this.#levels.slice(from, to))) / loudest);
    });
  }
}
