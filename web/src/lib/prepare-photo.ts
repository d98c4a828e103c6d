// A photo made small in the browser before it travels: a phone's picture is fifty times what a screen shows. Loaded when one is chosen.

/** Of what is shown over the whole screen. */
const SIDE = 1600;
const QUALITY = 0.82;

export interface Prepared {
  blob: Blob;
  width: number;
  height: number;
}

/** So that no side is longer; null where this browser cannot read the picture. What moves goes as it is. */
export async function preparePhoto(file: Blob, side = SIDE): Promise<Prepared | null> {
  let bitmap: ImageBitmap;
  try {
    // As the camera was held.
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return null;
  }
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  if (file.type === 'image/gif') {
    bitmap.close();
    return { blob: file, width, height };
  }
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const blob = await encoded(canvas);
  // What was small already only loses by being made anew.
  const isWorth = blob !== null && context !== null && (scale < 1 || blob.size < file.size);
  return { blob: isWorth ? blob : file, width, height };
}

/** Where a browser does not write WebP it gives PNG, which is large for photos: then JPEG. */
async function encoded(canvas: HTMLCanvasElement): Promise<Blob | null> {
  const as = (type: string) => new Promise<Blob | null>((done) => canvas.toBlob(done, type, QUALITY));
  const webp = await as('image/webp');
  return webp?.type === 'image/webp' ? webp : as('image/jpeg');
}
