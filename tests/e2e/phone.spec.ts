import type { Page } from '@playwright/test';
import { Editor } from './support/editor';
import { alive, createJoinLink, createMap, mapIdOf } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { swipe } from './support/swipe';
import { expect, test } from './support/test';

const site = siteOfThisFile();

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(content, 'the page is no wider than the phone').toBeLessThanOrEqual(window);
}

test('a guest works on the map with a phone', async ({ person }) => {
  const { page: olgasPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(olgasPage, 'en', /^Calling customer service/);
  const link = await createJoinLink(context, site.url, mapId);
  const olga = new Editor(olgasPage, 'en');
  await olga.ready();
  await olga.fit();

  const phone = await person({
    locale: 'en',
    url: site.url,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const { page } = phone;
  await page.goto(link.path);
  await alive(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel('Your name').tap();
  await page.keyboard.type('Paula');
  await page.getByRole('button', { name: 'To the map' }).tap();
  await mapIdOf(page);
  const paula = new Editor(page, 'en');
  await paula.showMap();
  await paula.ready();
  await expectNoSidewaysScroll(page);
  const touch = await phone.context.newCDPSession(page);

  // Pan with one finger until the cards are in sight.
  const canvas = await paula.boxOf(paula.canvas);
  const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 };
  const step = paula.step('Gets a bill');
  const before = await paula.boxOf(step);
  await swipe(touch, [{ from: middle, to: { x: middle.x, y: middle.y - 200 } }]);
  await expect.poll(async () => before.y - (await paula.boxOf(step)).y, 'the map follows the finger').toBeGreaterThan(150);
  const card = paula.card('Holds it against');
  await expect(card).toBeInViewport();

  // A tap selects, another one opens.
  await card.tap();
  await expect(card).toHaveAttribute('data-selected', 'true');
  await card.tap();
  await expect(paula.openText).toBeFocused();
  await page.keyboard.type(', on the phone');
  await paula.step('Gets a bill').tap();
  await expect(paula.openText).toHaveCount(0);
  await expect(olga.card('Holds it against last month’s bill, on the phone')).toBeVisible();

  // A new card below it.
  const place = await paula.boxOf(card);
  const below = { x: place.x + place.width / 2, y: place.y + place.height + 12 };
  await page.touchscreen.tap(below.x, below.y);
  await page.touchscreen.tap(below.x, below.y);
  await expect(paula.openText).toBeFocused();
  await page.keyboard.type('Takes a photo of it');
  await paula.step('Gets a bill').tap();
  await expect(olga.card('Takes a photo of it')).toHaveAccessibleName(/step 1 Gets a bill that is too high, lane Doing$/);
  await paula.saved();

  // Zoom with two fingers.
  const wide = await paula.boxOf(step);
  await swipe(touch, [
    { from: { x: middle.x - 30, y: middle.y }, to: { x: middle.x - 90, y: middle.y } },
    { from: { x: middle.x + 30, y: middle.y }, to: { x: middle.x + 90, y: middle.y } },
  ]);
  await expect.poll(async () => (await step.boundingBox())?.width ?? Number.POSITIVE_INFINITY).toBeGreaterThan(wide.width * 1.5);
  await expect(page.getByRole('button', { name: /^Zoom: [12]\d\d%$/ })).toBeVisible();
  await expectNoSidewaysScroll(page);
});
