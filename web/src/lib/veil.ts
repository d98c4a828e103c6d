import { thumbHashToDataURL } from 'thumbhash';
import type { FileView } from '../../../shared/files.ts';

/** The colours of a photo as a background, until it is there. */
export const veilOf = ({ thumbhash }: Pick<FileView, 'thumbhash'>): string =>
  thumbhash
    ? `url(${thumbHashToDataURL(Uint8Array.from(atob(thumbhash), (one) => one.charCodeAt(0)))})`
    : 'none';
