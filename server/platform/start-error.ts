/** A start that cannot succeed, with one clear line for the person at the terminal. */
export class StartError extends Error {
  override name = 'StartError';
}
