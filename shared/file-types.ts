// Which files may be sent. Without zod, because the web looks before a byte leaves; the server looks at the bytes, and decides.
export interface FileType {
  type: string;
  /** As file names end; the first is given to a name that ends otherwise. */
  endings: [string, ...string[]];
}

const office = 'application/vnd.openxmlformats-officedocument';
const open_ = 'application/vnd.oasis.opendocument';

/** By the ending that file-type tells. No scripts, no programs, and none of the documents that carry macros by their name. */
export const documents: Record<string, FileType> = {
  pdf: { type: 'application/pdf', endings: ['.pdf'] },
  docx: { type: `${office}.wordprocessingml.document`, endings: ['.docx'] },
  xlsx: { type: `${office}.spreadsheetml.sheet`, endings: ['.xlsx'] },
  pptx: { type: `${office}.presentationml.presentation`, endings: ['.pptx'] },
  odt: { type: `${open_}.text`, endings: ['.odt'] },
  ods: { type: `${open_}.spreadsheet`, endings: ['.ods'] },
  odp: { type: `${open_}.presentation`, endings: ['.odp'] },
  cfb: { type: 'application/x-ole-storage', endings: ['.doc', '.xls', '.ppt', '.msg'] },
  rtf: { type: 'application/rtf', endings: ['.rtf'] },
  zip: { type: 'application/zip', endings: ['.zip'] },
  xml: { type: 'text/plain', endings: ['.txt', '.xml'] },
  jpg: { type: 'image/jpeg', endings: ['.jpg', '.jpeg'] },
  png: { type: 'image/png', endings: ['.png'] },
  gif: { type: 'image/gif', endings: ['.gif'] },
  webp: { type: 'image/webp', endings: ['.webp'] },
  avif: { type: 'image/avif', endings: ['.avif'] },
  heic: { type: 'image/heic', endings: ['.heic', '.heif'] },
  tif: { type: 'image/tiff', endings: ['.tif', '.tiff'] },
};

export const sounds: Record<string, FileType> = {
  mp3: { type: 'audio/mpeg', endings: ['.mp3'] },
  m4a: { type: 'audio/mp4', endings: ['.m4a', '.mp4'] },
  aac: { type: 'audio/aac', endings: ['.aac'] },
  wav: { type: 'audio/wav', endings: ['.wav'] },
  flac: { type: 'audio/flac', endings: ['.flac'] },
  ogg: { type: 'audio/ogg', endings: ['.ogg', '.oga'] },
  oga: { type: 'audio/ogg', endings: ['.ogg', '.oga'] },
  opus: { type: 'audio/ogg', endings: ['.opus', '.ogg'] },
};

export const plainText: FileType = {
  type: 'text/plain',
  endings: ['.txt', '.csv', '.md', '.log', '.ics', '.vcf', '.json'],
};

/** What can be shown as a photo, besides what a browser can turn into one of these. */
export const photos: ReadonlySet<string> = new Set(
  ['jpg', 'png', 'gif', 'webp', 'avif'].map((ext) => documents[ext]!.type),
);

/** What a device says of a file, with as much truth as its name. */
export interface Told {
  name: string;
  /** Empty where it does not know. */
  type: string;
}

const all = [...Object.values(documents), ...Object.values(sounds), plainText];
const endings = new Set(all.flatMap((one) => one.endings));
const types = new Set(all.map(({ type }) => type));
const pictures = new Set(
  all.filter(({ type }) => type.startsWith('image/')).flatMap((one) => one.endings as string[]),
);

/** Whether a file may go, as far as can be told from outside; nothing told is no refusal. */
export function mayGo({ name, type }: Told): boolean {
  // A film may end as a sound does.
  if (type.startsWith('video/')) return false;
  const ending = endingOf(name);
  if (endings.has(ending) || types.has(type) || type.startsWith('text/')) return true;
  return ending === '' && type === '';
}

/** Whether it is a picture, which is made small before it goes. */
export const isPicture = ({ name, type }: Told): boolean =>
  type === '' ? pictures.has(endingOf(name)) : type.startsWith('image/') && type !== 'image/svg+xml';

const endingOf = (name: string) => /\.[a-z][a-z\d]{0,9}$/i.exec(name)?.[0].toLowerCase() ?? '';
