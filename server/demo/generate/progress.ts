// How far it is: a bar for a person at a terminal, a line every ten per cent for a log.
import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  advance(count: number): void;
  stop(): void;
}

export function showProgress(what: string, total: number, log: (line: string) => void): Progress {
  return process.stdout.isTTY ? bar(what, total) : lines(what, total, log);
}

function bar(what: string, total: number): Progress {
  const format = ` {bar} {percentage} % | {value}/{total} ${what} | {duration_formatted}`;
  const shown = new SingleBar({ format, hideCursor: true }, Presets.shades_classic);
  shown.start(total, 0);
  return { advance: (count) => shown.increment(count), stop: () => shown.stop() };
}

function lines(what: string, total: number, log: (line: string) => void): Progress {
  let done = 0;
  let tenths = 0;
  return {
    advance(count) {
      done += count;
      const reached = Math.floor((done * 10) / total);
      if (reached > tenths) log(`${reached * 10} % of ${total.toLocaleString('en')} ${what}`);
      tenths = reached;
    },
    stop: () => undefined,
  };
}
