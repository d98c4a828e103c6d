// What may be kept, by what the bytes are: neither the name nor the uploader's word decides.
import { fileTypeFromFile } from 'file-type';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import type { FileKind } from '../../shared/files.ts';

interface FileType {
  type: string;
  /** As file names end; the first is given to a name that ends otherwise. */
  endings: [string, ...string[]];
}

const office = 'application/vnd.openxmlformats-officedocument';
const open_ = 'application/vnd.oasis.opendocument';

/** By the ending that file-type tells. No scripts, no programs, and none of the documents that carry macros by their name. */
const documents: Record<string, FileType> = {
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

const sounds: Record<string, FileType> = {
  mp3: { type: 'audio/mpeg', endings: ['.mp3'] },
  m4a: { type: 'audio/mp4', endings: ['.m4a', '.mp4'] },
  aac: { type: 'audio/aac', endings: ['.aac'] },
  wav: { type: 'audio/wav', endings: ['.wav'] },
  flac: { type: 'audio/flac', endings: ['.flac'] },
  ogg: { type: 'audio/ogg', endings: ['.ogg', '.oga'] },
  oga: { type: 'audio/ogg', endings: ['.ogg', '.oga'] },
  opus: { type: 'audio/ogg', endings: ['.opus', '.ogg'] },
};

/** What recorders of browsers make, which looks like a film without pictures. */
const recordings: Record<string, FileType> = {
  ...sounds,
  webm: { type: 'audio/webm', endings: ['.webm'] },
  mp4: { type: 'audio/mp4', endings: ['.m4a', '.mp4'] },
};

const text: FileType = {
  type: 'text/plain',
  endings: ['.txt', '.csv', '.md', '.log', '.ics', '.vcf', '.json'],
};

const photos = new Set(['jpg', 'png', 'gif', 'webp', 'avif']);

/** The type of the file at this path, or null where it may not be kept as what it is said to be. */
export async function sniff(path: string, kind: FileKind): Promise<FileType | null> {
  const ext = (await fileTypeFromFile(path))?.ext;
  if (kind === 'voice') return recordings[ext ?? ''] ?? null;
  if (kind === 'photo') return ext && photos.has(ext) ? documents[ext]! : null;
  if (ext) return documents[ext] ?? sounds[ext] ?? null;
  return (await isText(path)) ? text : null;
}

/** The name with an ending that tells the truth. */
export function trueName(name: string, { endings }: FileType): string {
  return endings.includes(extname(name).toLowerCase()) ? name : `${name.slice(0, 190)}${endings[0]}`;
}

/** Text is UTF-8 (or what its marks say is UTF-16), as far as its begin shows. */
async function isText(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const begin = buffer.subarray(0, bytesRead);
    const isWide = begin[0] === 0xff ? begin[1] === 0xfe : begin[0] === 0xfe && begin[1] === 0xff;
    if (isWide) return true;
    if (begin.includes(0)) return false;
    // Streaming: the last letter may be cut.
    new TextDecoder('utf-8', { fatal: true }).decode(begin, { stream: true });
    return true;
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
