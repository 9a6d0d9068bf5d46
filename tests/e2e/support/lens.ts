import type { Locator, Page } from '@playwright/test';
import { dropFile } from './files';
import { alive, mapIdOf } from './setUp';
import { wordsOf } from './words';

/** What somebody looks through at the map, in English: the sign at the lower edge, and the panel that it opens. */
export function lensOf(page: Page, kind: 'ways' | 'moments' | 'evidence'): { button: Locator; panel: Locator } {
  const t = wordsOf('en', 'editor');
  const name = t(`lens.${kind}.title`);
  const tools = page.getByRole('toolbar', { name: t('lens.controls') });
  return { button: tools.getByRole('button', { name }), panel: page.getByRole('region', { name, exact: true }) };
}

/** Makes a map of the text of a file, dropped on the list of maps, and waits for the editor. */
export async function openFile(page: Page, name: string, text: string): Promise<string> {
  await page.goto('/');
  await alive(page);
  await dropFile(page, name, text);
  const dialog = page.getByRole('dialog', { name: wordsOf('en', 'workspace')('newMap.title') });
  await dialog.getByRole('button', { name: wordsOf('en', 'workspace')('newMap.createFromFile') }).click();
  return mapIdOf(page);
}

/** How many different colours a painted part of the map has around a place on the screen: fewer of them when it is faded. */
export function darkestAround(page: Page, place: { x: number; y: number }, radius = 12): Promise<number> {
  return page.evaluate(
    ([x, y, reach]) => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas.map-painted');
      const context = canvas?.getContext('2d');
      if (!canvas || !context) throw new Error('nothing is painted');
      const rect = canvas.getBoundingClientRect();
      const ratio = canvas.width / rect.width;
      const size = Math.round(2 * reach * ratio);
      const { data } = context.getImageData((x - rect.left - reach) * ratio, (y - rect.top - reach) * ratio, size, size);
      let darkest = 255;
      for (let at = 0; at < data.length; at += 4) {
        // What is not painted lets the paper through.
        const part = (data[at + 3] ?? 0) / 255;
        darkest = Math.min(darkest, (data[at] ?? 0) * part + 251 * (1 - part));
      }
      return Math.round(darkest);
    },
    [place.x, place.y, radius] as const,
  );
}
