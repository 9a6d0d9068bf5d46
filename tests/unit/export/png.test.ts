import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { maxPixels, toPng } from '@/lib/export/png';
import { createPngEncoder } from '@/lib/export/pngEncoder';
import { sentenceOf } from '@/lib/http/problem';
import { palette } from '@/lib/map/layout/palette';
import { mapBuilder, smallMap } from '../../builders/map';
import { sceneOf } from './scenes';

async function pixelsOf(bytes: Uint8Array) {
  const image = await loadImage(Buffer.from(bytes));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  const at = (x: number, y: number) =>
    `#${[0, 1, 2].map((channel) => (data[(y * width + x) * 4 + channel] ?? 0).toString(16).padStart(2, '0')).join('')}`;
  return { width, height, at, data };
}

const make = (scale: 1 | 2 | 4, ...args: Parameters<typeof sceneOf>) => {
  const { layout, options } = sceneOf(...args);
  return { layout, made: toPng(layout, { ...options, scale }) };
};

describe('toPng', () => {
  it.each([1, 2, 4] as const)('draws the whole map at %d×', async (scale) => {
    const { layout, made } = make(scale, smallMap());
    const picture = await pixelsOf((await made).bytes);
    expect([picture.width, picture.height]).toEqual([layout.width * scale, layout.height * scale]);
    expect(picture.at(2, 2)).toBe(palette.paper.light);
    const stage = layout.stages[0]?.box ?? { x: 0, y: 0 };
    expect(picture.at((stage.x + 4) * scale, (stage.y + 4) * scale)).toBe(palette.band.light);
    // The last row is drawn too: strips have no gaps.
    expect(picture.at(2, picture.height - 1)).toBe(palette.paper.light);
  });

  it('draws in the dark', async () => {
    const picture = await pixelsOf((await make(1, smallMap(), 'de', 'dark').made).bytes);
    expect(picture.at(2, 2)).toBe(palette.paper.dark);
  });

  it('draws ink where text is', async () => {
    const { layout, made } = make(2, mapBuilder({ title: 'MMMM' }).toMap());
    const picture = await pixelsOf((await made).bytes);
    const line = layout.title.title.lines[0] ?? { x: 0, y: 0, width: 0 };
    const row = Array.from({ length: Math.floor(line.width * 2) }, (_, x) =>
      picture.at(Math.floor(line.x * 2) + x, Math.floor(line.y * 2) - 8),
    );
    expect(row).toContain(palette.ink.light);
    expect(row).toContain(palette.paper.light);
  });

  it('reports characters without a font', async () => {
    expect((await make(1, mapBuilder({ title: 'Tokio 東京' }).toMap()).made).missing).toEqual(['東', '京']);
  });

  it('refuses pictures with too many pixels, and says which scale would do', async () => {
    const { layout, options } = sceneOf(smallMap());
    const huge = { ...layout, width: 30_000, height: Math.ceil(maxPixels / 30_000 / 2) };
    const refused = await toPng(huge, { ...options, scale: 2 }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'tooLarge', messageKey: 'exportTooLarge' });
    expect(sentenceOf(refused, 'en')).toContain('(1× at most)');
    expect(sentenceOf(refused, 'de')).toContain('höchstens 1×');
    await expect(toPng({ ...layout, width: 100_000 }, { ...options, scale: 1 })).rejects.toMatchObject({
      messageKey: 'exportNeverFits',
    });
  });
});

describe('createPngEncoder', () => {
  it('puts rows that come in parts together', async () => {
    const encoder = createPngEncoder(2, 3, 96);
    await encoder.write(Uint8Array.from([255, 0, 0, 255, 0, 255, 0, 255]));
    await encoder.write(Uint8Array.from([0, 0, 255, 255, 1, 2, 3, 255, 9, 8, 7, 255, 6, 5, 4, 255]));
    const picture = await pixelsOf(await encoder.end());
    expect([picture.at(0, 0), picture.at(1, 0), picture.at(0, 1), picture.at(1, 2)]).toEqual([
      '#ff0000',
      '#00ff00',
      '#0000ff',
      '#060504',
    ]);
  });
});
