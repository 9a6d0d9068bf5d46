import { readFile } from 'node:fs/promises';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, type Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Locale } from '@/lib/i18n/locale';
import { wordsOf } from './words';

const endings = { PDF: 'pdf', PNG: 'png', SVG: 'svg', JSON: 'json', Mermaid: 'mmd' } as const;

/** Exports the map that is open by the dialog and returns the file that the browser saved. */
export async function exportFile(page: Page, locale: Locale, format: keyof typeof endings): Promise<Buffer> {
  const t = wordsOf(locale, 'export');
  await page.getByRole('button', { name: wordsOf(locale, 'editor')('topbar.export'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: t('title') });
  await dialog.getByRole('radio', { name: format }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: t('download') }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${endings[format]}$`));
  const bytes = await readFile(await download.path());
  await dialog.getByRole('button', { name: wordsOf(locale, 'common')('close'), exact: true }).click();
  await expect(dialog).toBeHidden();
  return bytes;
}

/** Lets go of a file over the page, as a file manager does. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([givenName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], givenName, { type: 'text/plain' }));
      return data;
    },
    [name, text] as const,
  );
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', type, { dataTransfer: transfer });
}

export type PdfContent = { pages: number; width: number; height: number; text: string; all: string };

/** What a reader gets out of a PDF: pages, size of the first one in points, and its text (`all`: that of all pages) without any white space, since lines break anywhere. */
export async function readPdf(bytes: Buffer): Promise<PdfContent> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const first = await pdf.getPage(1);
  const { width, height } = first.getViewport({ scale: 1 });
  const pages = pdf.numPages;
  const texts: string[] = [];
  for (let number = 1; number <= pages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts.push(withoutSpace(items.map((item) => ('str' in item ? item.str : '')).join('')));
  }
  await task.destroy();
  return { pages, width, height, text: texts[0] ?? '', all: texts.join('') };
}

/** Text as `readPdf` gives it. */
export function withoutSpace(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}

export type PngContent = { width: number; height: number; colours: number; inked: number[] };

/** A picture's size in pixels, how many colours it has, and for each of its four quarters the share of pixels that are not its background. */
export async function readPng(bytes: Buffer): Promise<PngContent> {
  const image = await loadImage(bytes);
  const { width, height } = image;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  const background = pixels[0];
  const colours = new Set<number>();
  const inked = [0, 0, 0, 0];
  for (const [index, pixel] of pixels.entries()) {
    colours.add(pixel);
    if (pixel === background) continue;
    const quarter = (index % width < width / 2 ? 0 : 1) + (index < pixels.length / 2 ? 0 : 2);
    inked[quarter] = (inked[quarter] ?? 0) + 1;
  }
  return { width, height, colours: colours.size, inked: inked.map((count) => (4 * count) / pixels.length) };
}
