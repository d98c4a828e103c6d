// The result of a poll as a small picture, drawn in the browser: to be shared where there is no hub.
import { sharesOf } from '#shared/ballot.ts';
import type { Poll, PollResults } from '#shared/polls.ts';

interface Result {
  poll: Poll;
  results: PollResults;
  question: string;
  /** Lines under the bars: where, when, how many. */
  foot: string[];
  countOf: (count: number, share: number) => string;
}

const WIDTH = 720;
const MARGIN = 40;
const INNER = WIDTH - 2 * MARGIN;
const FONT = "'Be Vietnam Pro', system-ui, sans-serif";
const colours = { ground: '#FBF8F3', ink: '#1F1A17', muted: '#655C54', line: '#E7DFD4', bar: '#9E2A1F' };

/** A PNG, twice as fine as it is large. */
export async function drawResult(result: Result): Promise<Blob> {
  await document.fonts.ready;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * 2;
  // Drawn twice: first only to learn how high it is.
  canvas.height = draw(canvas, result) * 2;
  draw(canvas, result);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

function draw(canvas: HTMLCanvasElement, { poll, results, question, foot, countOf }: Result): number {
  const pen = canvas.getContext('2d')!;
  pen.setTransform(2, 0, 0, 2, 0, 0);
  pen.fillStyle = colours.ground;
  pen.fillRect(0, 0, WIDTH, canvas.height);
  pen.textBaseline = 'top';
  let y = MARGIN;
  const write = (text: string, size: number, colour: string, weight = 400, width = INNER) => {
    pen.font = `${weight} ${size}px ${FONT}`;
    pen.fillStyle = colour;
    for (const line of linesOf(pen, text, width)) {
      pen.fillText(line, MARGIN, y);
      y += size * 1.5;
    }
  };
  write(question, 28, colours.ink, 600);
  y += 16;
  const shares = sharesOf(results);
  for (const [index, choice] of poll.choices.entries()) {
    const label = countOf(results.counts[index]!, shares[index]!);
    pen.font = `400 20px ${FONT}`;
    const room = pen.measureText(label).width;
    pen.fillStyle = colours.muted;
    pen.fillText(label, WIDTH - MARGIN - room, y);
    write(choice, 20, colours.ink, 400, INNER - room - 24);
    pen.fillStyle = colours.line;
    pen.fillRect(MARGIN, y, INNER, 12);
    pen.fillStyle = colours.bar;
    pen.fillRect(MARGIN, y, (INNER * shares[index]!) / 100, 12);
    y += 12 + 18;
  }
  for (const line of foot) write(line, 17, colours.muted);
  return y + MARGIN - 10;
}

/** Broken between words; a word that is longer than a line is broken itself. */
function linesOf(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (pen.measureText(longer).width <= width) {
      lines[lines.length - 1] = longer;
      continue;
    }
    if (lines.at(-1)) lines.push('');
    for (const letter of word) {
      if (pen.measureText(lines.at(-1)! + letter).width > width) lines.push('');
      lines[lines.length - 1] += letter;
    }
  }
  return lines;
}
