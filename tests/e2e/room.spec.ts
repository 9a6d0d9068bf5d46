import type { Locator, Page } from '@playwright/test';
import { Editor } from './support/editor';
import { createMap } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();

const screens = [
  { name: 'a laptop', viewport: { width: 1440, height: 900 } },
  { name: 'a tablet', viewport: { width: 820, height: 1180 }, hasTouch: true },
  { name: 'a tablet on its side', viewport: { width: 1180, height: 820 }, hasTouch: true },
  { name: 'a laptop at 200 %', viewport: { width: 720, height: 450 } },
];

type Box = { x: number; y: number; width: number; height: number };
const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && a.y < b.y + b.height - 1 && b.y < a.y + a.height - 1;

/** Where something lies over the map. */
async function covers(page: Page): Promise<Box[]> {
  return page.locator('[data-covers-map] > *').evaluateAll((pieces) =>
    pieces.flatMap((piece) => {
      const { x, y, width, height } = piece.getBoundingClientRect();
      return width > 0 && getComputedStyle(piece).visibility !== 'hidden' ? [{ x, y, width, height }] : [];
    }),
  );
}

async function expectClear(editor: Editor, cards: Locator): Promise<void> {
  const over = await covers(editor.page);
  const boxes = await cards.evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );
  expect(boxes.length).toBeGreaterThan(0);
  expect(boxes.filter((box) => over.some((cover) => meet(box, cover)))).toEqual([]);
}

for (const { name, ...options } of screens) {
  test(`on ${name}, every card comes free of the buttons: when all of the map is shown, and by key`, async ({ person }) => {
    const { page } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, ...options });
    await createMap(page, 'en', /^Calling customer service/);
    const editor = new Editor(page, 'en');
    await editor.ready();
    const cards = editor.canvas.locator('[data-reference^="card:"]');
    await editor.fit();
    await editor.boxOf(cards.last());
    expect(await cards.count()).toBeGreaterThan(40);
    await expectClear(editor, cards);

    // With the overview on, as large as one reads it: the last card, in the corner in which the buttons are.
    const minimap = page.getByRole('button', { name: 'Show overview map' });
    if (await minimap.isVisible()) await minimap.click();
    await page.getByRole('button', { name: /^Zoom: / }).click();
    await page.getByRole('menuitem', { name: '100%' }).click();
    await editor.canvas.focus();
    await page.keyboard.press('Control+End');
    const chosen = editor.canvas.locator('[data-reference][data-selected="true"]');
    await expect(chosen).toHaveCount(1);
    await editor.boxOf(chosen);
    await expect(chosen).toBeInViewport({ ratio: 1 });
    await expectClear(editor, chosen);

    // Details that open for it over the map, where there is no room beside it, do not cover it either.
    const details = page.getByRole('button', { name: 'Show details' });
    if (await details.isVisible()) await details.click();
    await expect(editor.panel).toBeVisible();
    await expect
      .poll(async () => {
        const [box, panel] = [await chosen.boundingBox(), await editor.panel.boundingBox()];
        return box && panel ? meet(box, panel) : true;
      })
      .toBe(false);
    // And all of the map is shown beside them.
    await editor.fit();
    await editor.boxOf(cards.first());
    const panel = await editor.panel.boundingBox();
    const boxes = await cards.evaluateAll((elements) =>
      elements.map((element) => element.getBoundingClientRect().toJSON() as Box),
    );
    if (panel) expect(boxes.filter((box) => meet(box, panel))).toEqual([]);
  });
}
