import type { FileView } from '../../shared/files.ts';
import type { File } from './file.entity.ts';

/** A complete file as everyone in its channel sees it. */
export function fileView(file: File): FileView {
  return {
    id: file.id,
    kind: file.kind,
    name: file.name,
    size: file.size,
    type: file.type ?? '',
    width: file.width ?? null,
    height: file.height ?? null,
    thumbhash: file.thumbhash ?? null,
    seconds: file.seconds ?? null,
    peaks: file.peaks ?? null,
  };
}
