// What may be kept, by what the bytes are: neither the name nor the uploader's word decides.
import { fileTypeFromFile } from 'file-type';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { documents, photos, plainText, sounds, type FileType } from '../../shared/file-types.ts';
import type { FileKind } from '../../shared/files.ts';

/** What recorders of browsers make, which looks like a film without pictures. */
const recordings: Record<string, FileType> = {
  ...sounds,
  webm: { type: 'audio/webm', endings: ['.webm'] },
  mp4: { type: 'audio/mp4', endings: ['.m4a', '.mp4'] },
};

/** The type of the file at this path, or null where it may not be kept as what it is said to be. */
export async function sniff(path: string, kind: FileKind): Promise<FileType | null> {
  const ext = (await fileTypeFromFile(path))?.ext;
  if (kind === 'voice') return recordings[ext ?? ''] ?? null;
  const known = documents[ext ?? ''] ?? null;
  if (kind === 'photo') return known && photos.has(known.type) ? known : null;
  if (ext) return known ?? sounds[ext] ?? null;
  return (await isText(path)) ? plainText : null;
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
