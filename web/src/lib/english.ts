// Filled by the build with all English messages (web/languages.ts); without a build every message brings both languages.

/** What a message says with its inputs. */
export type Words = (inputs: Record<string, unknown>) => string;

const words: Record<string, Words> = {};
export default words;
