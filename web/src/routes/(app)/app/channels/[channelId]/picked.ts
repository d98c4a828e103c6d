// What of the files that were picked, pasted or dropped can go along, and why the others cannot. Loaded when there are some.
import { m } from '#lib/paraglide/messages.js';
import { FILE_BYTES, FILES_IN_MESSAGE } from '#shared/file-limits.ts';
import { isPicture, mayGo, photos } from '#shared/file-types.ts';
import type { Prepared } from '#lib/prepare-photo.ts';

/** `as_file`: it goes, but not as the picture that it is. */
type Refused = 'type' | 'too_large' | 'photo_too_large' | 'empty' | 'too_many' | 'as_file';

const NAMED = 3;
const NAME_LENGTH = 40;
const megabytes = (bytes: number) => bytes / 1024 / 1024;

const words: Record<Refused, (names: string) => string> = {
  type: (names) => m.files_refused_type({ names }),
  too_large: (names) => m.files_too_large({ names, size: megabytes(FILE_BYTES.file) }),
  photo_too_large: (names) => m.files_too_large({ names, size: megabytes(FILE_BYTES.photo) }),
  empty: (names) => m.files_empty({ names }),
  too_many: (names) => m.files_too_many({ names, count: FILES_IN_MESSAGE }),
  as_file: (names) => m.files_unreadable({ names }),
};

export class Picked {
  readonly good: { file: File; isPhoto: boolean }[] = [];
  readonly #refused = new Map<Refused, string[]>();

  /** `room`: as many more as the message takes. Pictures go as files where that is asked for. */
  constructor(files: File[], room: number, asFiles: boolean) {
    for (const file of files) {
      const isPhoto = !asFiles && isPicture(file);
      const why = file.size === 0 ? 'empty' : isPhoto ? null : asFile(file);
      if (why) this.refuse(why, file);
      else if (this.good.length >= room) this.refuse('too_many', file);
      else this.good.push({ file, isPhoto });
    }
  }

  refuse(why: Refused, { name }: File) {
    this.#refused.set(why, [...(this.#refused.get(why) ?? []), shortened(name)]);
  }

  /** What a picture becomes that was made small, or could not be: a photo, a file, or nothing. */
  judge(file: File, prepared: Prepared | null): 'photo' | 'file' | null {
    const why = prepared ? asPhoto(prepared) : asFile(file);
    if (!prepared) this.refuse(why ?? 'as_file', file);
    else if (why) this.refuse(why, file);
    return why ? null : prepared ? 'photo' : 'file';
  }

  /** What there is to tell, one sentence for each reason. */
  words(): string[] {
    return [...this.#refused].map(([why, names]) => words[why](listed(names)));
  }
}

function asFile(file: File): Refused | null {
  if (!mayGo(file)) return 'type';
  return file.size > FILE_BYTES.file ? 'too_large' : null;
}

function asPhoto({ blob }: Prepared): Refused | null {
  if (blob.type && !photos.has(blob.type)) return 'type';
  return blob.size > FILE_BYTES.photo ? 'photo_too_large' : null;
}

/** The end of a name tells what it is. */
const shortened = (name: string) =>
  name.length <= NAME_LENGTH ? name : `${name.slice(0, NAME_LENGTH - 12)}…${name.slice(-10)}`;

function listed(names: string[]): string {
  const shown = names.slice(0, NAMED).join(', ');
  const more = names.length - NAMED;
  return more > 0 ? m.files_names_more({ names: shown, count: more }) : shown;
}
