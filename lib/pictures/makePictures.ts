import { type Canvas, createCanvas, Image } from '@napi-rs/canvas';
import { AppError } from '@/lib/errors';
import type { MadePicture, MadePictures, PictureWork } from './picture';

/** The longest side of a picture for reading; the box that one on a card has to fit into, on a fine screen. */
const large = { width: 2048, height: 2048, quality: 86, mostPngBytes: 1_500_000 };
const small = { width: 720, height: 900, quality: 82, mostPngBytes: 250_000 };

const broken = (message: string): AppError => new AppError('invalid', message, { messageKey: 'pictureBroken' });

async function decode(work: PictureWork): Promise<Image> {
  const image = new Image();
  try {
    image.src = Buffer.from(work.bytes.buffer, work.bytes.byteOffset, work.bytes.byteLength);
    await image.decode();
  } catch (cause) {
    throw Object.assign(broken('The picture cannot be decoded.'), { cause });
  }
  // Upright, it may have its sides exchanged; any other size is not what was judged.
  const sides = [image.width, image.height].sort((a, b) => a - b);
  const said = [work.width, work.height].sort((a, b) => a - b);
  const isSaid = sides.every((side, index) => side > 0 && side <= (said[index] ?? 0));
  if (!isSaid) throw broken('The picture has another size than it says.');
  return image;
}

function draw(source: Image | Canvas, within: { width: number; height: number }): Canvas {
  const scale = Math.min(1, within.width / source.width, within.height / source.height);
  const canvas = createCanvas(Math.max(1, Math.round(source.width * scale)), Math.max(1, Math.round(source.height * scale)));
  const context = canvas.getContext('2d');
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function isOpaque(canvas: Canvas): boolean {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 255) < 255) return false;
  return true;
}

/**
 * Photos become JPEG. Drawings stay PNG as long as that is not large, as a JPEG would be blurred for nothing; what one can see through is PNG
 * in any case.
 */
async function encode(canvas: Canvas, { format }: PictureWork, { quality, mostPngBytes }: typeof large): Promise<MadePicture> {
  const { width, height } = canvas;
  const opaque = format === 'jpeg' || isOpaque(canvas);
  if (!opaque || format === 'png' || format === 'gif') {
    const bytes = await canvas.encode('png');
    if (!opaque || bytes.length <= mostPngBytes) return { bytes, mediaType: 'image/png', width, height };
  }
  return { bytes: await canvas.encode('jpeg', quality), mediaType: 'image/jpeg', width, height };
}

/**
 * Makes the two pictures that are stored of one that came: only pixels are taken over, so that places, names and whatever else cameras write
 * stay behind, and the orientation is applied. Heavy: runs in a worker thread. Throws `invalid` for what cannot be decoded.
 */
export async function makePictures(work: PictureWork): Promise<MadePictures> {
  const full = draw(await decode(work), large);
  return { large: await encode(full, work, large), small: await encode(draw(full, small), work, small) };
}
