import { createCanvas } from '@napi-rs/canvas';
import { AppError } from '@/lib/errors';
import type { MapLayout } from '@/lib/map/layout/types';
import { createCanvasPen } from './canvasPen';
import { createPngEncoder } from './pngEncoder';
import { drawMap, type SceneOptions } from './scene';

export const pngScales = [1, 2, 4] as const;
export type PngScale = (typeof pngScales)[number];

/** More pixels than this take minutes and hundreds of megabytes in whatever opens the picture. */
export const maxPixels = 400_000_000;
/** Many programs refuse pictures with a longer side. */
export const maxSide = 65_000;
/** Pixels that are drawn at once: 4 bytes each. */
const stripPixels = 4_000_000;

const sizeAt = (layout: MapLayout, scale: number) => ({
  width: Math.ceil(layout.width * scale),
  height: Math.ceil(layout.height * scale),
});

/** Whether a map at a scale makes a picture that programs can open. */
export function canDrawPng(layout: MapLayout, scale: number): boolean {
  const { width, height } = sizeAt(layout, scale);
  return width <= maxSide && height <= maxSide && width * height <= maxPixels;
}

/**
 * A map as an opaque PNG, drawn strip by strip. Throws `tooLarge` (`exportTooLarge`) when the picture would have more than `maxPixels`.
 * `missing` are characters that no shipped font has; a box stands for each.
 */
export async function toPng(
  layout: MapLayout,
  options: Omit<SceneOptions, 'background'> & { scale: PngScale },
): Promise<{ bytes: Uint8Array; missing: string[] }> {
  const { scale } = options;
  if (!canDrawPng(layout, scale)) {
    const best = pngScales.filter((smaller) => canDrawPng(layout, smaller)).at(-1) ?? 0;
    throw new AppError('tooLarge', `A picture of this map at ${scale}× has too many pixels.`, {
      messageKey: best > 0 ? 'exportTooLarge' : 'exportNeverFits',
      values: { best },
    });
  }
  const { width, height } = sizeAt(layout, scale);
  const pen = createCanvasPen();
  drawMap(layout, { ...options, background: true }, pen);
  await pen.ready();

  const encoder = createPngEncoder(width, height, 96 * scale);
  const rows = Math.max(1, Math.min(height, Math.floor(stripPixels / width)));
  const context = createCanvas(width, rows).getContext('2d');
  context.textRendering = 'geometricPrecision';
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top);
    context.setTransform(scale, 0, 0, scale, 0, -top);
    for (const command of pen.commands()) {
      if (command.bottom * scale >= top && command.top * scale <= top + count) command.draw(context);
    }
    await encoder.write(context.getImageData(0, 0, width, count).data);
  }
  return { bytes: await encoder.end(), missing: [...pen.missing()] };
}
