import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { swipe } from './support/swipe';
import { expect, test } from './support/test';

const site = siteOfThisFile();

test('a map is presented by keys, slide by slide, while others go on writing', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  await page.addInitScript(() => {
    const tell = async (awake: string): Promise<void> => {
      document.documentElement.dataset.awake = awake;
    };
    const request = async () => {
      await tell('yes');
      return { release: () => tell('no') };
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
  });
  const root = page.locator('html');
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.ready();
  await page.keyboard.press('Control+Alt+Enter');
  const presentation = page.getByRole('dialog', { name: /^Presentation of “/ });
  const heading = presentation.getByRole('heading', { level: 2 }).last();
  const said = presentation.getByRole('status');
  await expect(presentation.locator('h2').last()).toHaveText('Calling customer service');
  await expect(said).toHaveText(/^Slide 1 of \d+: Title$/);
  await expect(root, 'the screen does not go dark').toHaveAttribute('data-awake', 'yes');
  await checkAccessibility(page, 'presentation, title');
  await page.keyboard.press('f');
  await expect(presentation.getByRole('button', { name: 'Full screen', exact: true })).toBeVisible();
  await page.keyboard.press('f');
  await expect(presentation.getByRole('button', { name: 'Leave full screen' })).toBeVisible();

  await page.keyboard.press('ArrowRight');
  await expect(said).toContainText('Stage 1:');
  await checkAccessibility(page, 'presentation, stage');
  const stage = await heading.innerText();
  await page.keyboard.press('ArrowDown');
  await expect(said).toContainText('Step 1:');
  await page.keyboard.press('ArrowUp');
  await expect(heading).toHaveText(stage);

  // To the first moment, by whatever way.
  const next = presentation.getByRole('button', { name: 'Next slide' });
  for (let slide = 0; slide < 12 && !(await said.innerText()).includes('All-or-nothing'); slide++) await next.click();
  await expect(said).toContainText('All-or-nothing moment at step');
  await expect(presentation.getByText('What makes customers stay')).toBeVisible();
  await checkAccessibility(page, 'presentation, moment');
  await page.keyboard.press('f');
  await expect(presentation.getByRole('button', { name: 'Full screen', exact: true })).toBeVisible();
  const size = page.viewportSize();
  await page.setViewportSize({ width: 1000, height: 260 });
  const words = presentation.locator('[data-long-words]');
  expect((await words.locator('h2').boundingBox())?.y, 'what is longer than the screen begins at its top').toBeGreaterThan(0);
  await page.mouse.move(300, 100);
  await page.mouse.wheel(0, 2_000);
  await expect.poll(() => words.evaluate(({ scrollTop }) => scrollTop), 'and can be read to its end').toBeGreaterThan(0);
  await page.setViewportSize(size ?? { width: 1280, height: 720 });

  // Somebody renames the map meanwhile.
  const link = await createJoinLink(context, site.url, mapId);
  const guest = await person({ locale: 'en', url: site.url });
  await joinAsGuest(guest.page, 'en', link.path, 'Gerd');
  const gerd = new Editor(guest.page, 'en');
  await gerd.ready();
  await page.keyboard.press('End');
  await expect(said).toContainText('The whole journey');
  await gerd.write(gerd.meta('title'), 'Calling us');
  await expect(presentation.locator('h2').last()).toHaveText('Calling us');
  await checkAccessibility(page, 'presentation, end');

  await page.keyboard.press('Home');
  await page.keyboard.press('s');
  await expect(presentation.getByRole('button', { name: 'Step by step' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(said).toContainText('Step 1:');
  await page.keyboard.press('ArrowLeft');
  await expect(said).toContainText('Stage 1:');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(root).toHaveAttribute('data-awake', 'no');
  await expect(editor.canvas).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Present');
  await page
    .getByRole('option', { name: /^Present/ })
    .first()
    .click();
  await expect(page.getByRole('dialog', { name: 'Presentation of “Calling us”' })).toBeVisible();
});

test('on a phone a link is swiped through, step by step', async ({ person }) => {
  const { page: olgasPage, context } = await person({ locale: 'de', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(olgasPage, 'en', /^Calling customer service/);
  const made = await context.request.post(`/api/maps/${mapId}/view-links`, { data: {}, headers: { origin: site.url } });
  const { url } = (await made.json()) as { url: string };
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { page } = await person({ locale: 'de', url: site.url, ...phone });
  await page.goto(new URL(url).pathname);
  await page.getByRole('button', { name: 'Präsentieren' }).tap();
  const presentation = page.getByRole('dialog', { name: /^Präsentation von/ });
  const said = presentation.getByRole('status');
  await expect(said).toHaveText(/^Folie 1 von \d+: Titel$/);
  await checkAccessibility(page, 'presentation on a phone');
  const touch = await page.context().newCDPSession(page);
  const left = { from: { x: 330, y: 420 }, to: { x: 60, y: 430 } };
  await swipe(touch, [left]);
  await expect(said).toContainText('Phase 1:');
  await swipe(touch, [left]);
  await expect(said).toContainText('Schritt 1:');
  await swipe(touch, [{ from: left.to, to: left.from }]);
  await expect(said).toContainText('Phase 1:');
  await page.touchscreen.tap(330, 500);
  await expect(said).toContainText('Schritt 1:');
  await page.touchscreen.tap(30, 500);
  await expect(said).toContainText('Phase 1:');
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(width[0], 'the page is no wider than the phone').toBeLessThanOrEqual(width[1] ?? 0);
  await presentation.getByRole('button', { name: 'Präsentation beenden' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
