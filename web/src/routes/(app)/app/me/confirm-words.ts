// What went wrong where someone had to give their passphrase once more.
import { ApiError } from '#lib/api.ts';
import { m } from '#lib/paraglide/messages.js';
import { errorWords } from '#lib/trouble.ts';

export const confirmWords = (error: unknown): string =>
  error instanceof ApiError && error.code === 'bad_credentials'
    ? m.people_passphrase_wrong()
    : errorWords(error);
