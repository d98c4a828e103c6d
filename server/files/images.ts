// Pictures, made anew from their points: nothing of what a camera wrote beside them (place, time, owner) stays.
import sharp from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';

// One picture at a time on one core: whoever talks meanwhile shall not wait for pictures.
sharp.concurrency(1);
sharp.cache(false);
// Of the formats that the library reads, only those of photos: a drawing or a document may not pass for one.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((format) => `VipsForeignLoad${format}`),
});

/** Longest sides. */
const SIDES = { small: 480, large: 1600 };
/** More points than this are no photo but an attack on the memory. */
const MOST_PIXELS = 64_000_000;
/** Of all frames together; what moves for longer stands still. */
const MOST_MOVING_PIXELS = 30_000_000;
const MOST_FRAMES = 120;

export interface Photo {
  width: number;
  height: number;
  thumbhash: string;
  small: Buffer;
  large: Buffer;
}

/** The file at this path as a photo in two sizes; throws where it is no picture that can be read. */
export async function makePhoto(path: string): Promise<Photo> {
  const { pages = 1, pageHeight, height, width } = await sharp(path).metadata();
  const moves =
    pages > 1 && pages <= MOST_FRAMES && width * (pageHeight ?? height) * pages <= MOST_MOVING_PIXELS;
  const source = () => sharp(path, { limitInputPixels: MOST_PIXELS, animated: moves }).autoOrient();
  const fitted = (side: number) =>
    source()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80, effort: 3 })
      .toBuffer({ resolveWithObject: true });
  const large = await fitted(SIDES.large);
  const small = await fitted(SIDES.small);
  const { data, info } = await sharp(small.data)
    .resize({ width: 100, height: 100, fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    width: large.info.width,
    height: large.info.pageHeight ?? large.info.height,
    thumbhash: Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64'),
    small: small.data,
    large: large.data,
  };
}

/** The middle of a picture as a square of this side, for somebody's picture; throws where it is no picture that can be read. */
export function makeSquare(picture: Buffer, side: number): Promise<Buffer> {
  return sharp(picture, { limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .resize(side, side, { fit: 'cover', position: sharp.strategy.attention })
    .webp({ quality: 80 })
    .toBuffer();
}
