import type { Message } from './message.entity.ts';

/** All that was written in a message, also what it carries: for those who judge it. */
export function allWords({ text, carried }: Message): string {
  return [
    text,
    ...(carried?.poll?.choices ?? []).map((choice) => `• ${choice}`),
    carried?.gathering?.place ?? '',
    carried?.gathering?.note ?? '',
  ]
    .filter(Boolean)
    .join('\n');
}
