import type { BrowserContext, Page } from '@playwright/test';
import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { createMap } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const site = siteOfThisFile();

/** Keeps a map as it is, by the request that the page makes. */
async function keep(context: BrowserContext, mapId: string, name: string): Promise<void> {
  const kept = await context.request.post(`${site.url}/api/maps/${mapId}/versions`, {
    headers: { Origin: site.url },
    data: { name },
  });
  expect(kept.status()).toBe(201);
}

const panelOf = (page: Page, locale: 'de' | 'en') =>
  page.getByRole('complementary', { name: wordsOf(locale, 'comparing')('panel') });

test('a version is compared with the live map, on one map and side by side, while others go on', async ({ person }) => {
  const t = wordsOf('en', 'comparing');
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const olga = new Editor(page, 'en');
  await olga.ready();
  await olga.roomy();
  await keep(context, mapId, 'Agreed');
  await olga.write(olga.step('Waits on hold'), 'Waits in the queue');
  await olga.saved();

  // From the history.
  await page.getByRole('button', { name: wordsOf('en', 'editor')('topbar.more') }).click();
  await page.getByRole('menuitem', { name: wordsOf('en', 'history')('open') }).click();
  const history = page.getByRole('dialog', { name: wordsOf('en', 'history')('title') });
  await history.getByRole('button', { name: wordsOf('en', 'versions')('moreOf', { title: 'Version 1: Agreed' }) }).click();
  await page.getByRole('menuitem', { name: t('openNow') }).click();
  await expect(history).toBeHidden();
  const banner = page.getByRole('region', { name: t('label', { from: 'Version 1: Agreed', to: 'Now' }) });
  await expect(banner).toBeVisible();
  const panel = panelOf(page, 'en');
  await expect(panel.getByText(/^1 step says something else/)).toBeVisible();
  expect(page.url()).toContain('?compare=1..live');

  // The step says both, word by word, and what became of it. Nobody can write in it.
  const step = olga.step('Waits on hold in the queue');
  await expect(step).toHaveAccessibleDescription(t('kinds.changed'));
  await expect(panel.getByRole('button', { name: /^Changed Step/ }).locator('del')).toHaveText('on hold');
  await step.dblclick();
  await expect(olga.openText).toHaveCount(0);
  await checkAccessibility(page, 'a comparison');

  // The live map goes on, and the comparison with it.
  const second = await context.newPage();
  await second.goto(`/maps/${mapId}`);
  const other = new Editor(second, 'en');
  await other.ready();
  await other.roomy();
  const first = other.canvas.locator('[aria-roledescription="card"]').first();
  await other.write(first, 'Somebody else wrote this');
  await other.saved();
  await expect(panel.getByRole('button', { name: t('count', { kind: t('kinds.changed'), count: '2' }) })).toBeVisible();

  // By key from one to the next, and to its place.
  await olga.canvas.focus();
  await page.keyboard.press('F7');
  await expect(panel.locator('[aria-current="true"]')).toHaveCount(1);
  await expect(panel.getByText(t('position', { at: 1, all: 2 }))).toBeVisible();
  await page.keyboard.press('F7');
  await expect(panel.getByText(t('position', { at: 2, all: 2 }))).toBeVisible();
  await page.keyboard.press('Shift+F7');
  await expect(panel.getByText(t('position', { at: 1, all: 2 }))).toBeVisible();

  // What is left out is not listed.
  await panel.getByRole('button', { name: t('count', { kind: t('kinds.changed'), count: '2' }) }).click();
  await expect(panel.locator('[data-difference]')).toHaveCount(0);
  await panel.getByRole('button', { name: t('count', { kind: t('kinds.changed'), count: '2' }) }).click();
  await expect(panel.locator('[data-difference]')).toHaveCount(2);

  // Side by side; the address leads to it again.
  await banner.getByRole('radio', { name: t('modes.beside') }).click();
  await expect(page.getByRole('region', { name: t('pane.before', { name: 'Version 1: Agreed' }) })).toBeVisible();
  await expect(page.getByRole('region', { name: t('pane.after', { name: 'Now' }) })).toBeVisible();
  await checkAccessibility(page, 'a comparison side by side');
  await page.reload();
  await expect(page.getByRole('region', { name: t('pane.after', { name: 'Now' }) })).toBeVisible();
  await banner.getByRole('radio', { name: t('modes.overlaid') }).click();
  await expect(olga.canvas).toBeVisible();

  // And back to now.
  await banner.getByRole('button', { name: t('end') }).click();
  await expect(banner).toBeHidden();
  await olga.roomy();
  await expect(olga.step('Waits in the queue')).toBeVisible();
  expect(page.url()).not.toContain('compare');
  await olga.write(olga.step('Waits in the queue'), 'Waits');
  await olga.saved();
});

test('on a phone, in German, the differences of two versions are a list; who may see no version compares none', async ({
  person,
}) => {
  const t = wordsOf('de', 'comparing');
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const olga = new Editor(page, 'en');
  await olga.ready();
  await olga.roomy();
  await keep(context, mapId, 'A');
  await olga.write(olga.step('Waits on hold'), 'Waits');
  await olga.saved();
  await keep(context, mapId, '');
  await olga.write(olga.step('Waits'), 'Hangs up');
  await olga.saved();

  const phone = await person({
    ...{ locale: 'de', url: site.url, storageState: site.ownerState },
    ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  });
  await phone.context.addCookies([{ name: 'wegmarke-locale', value: 'de', url: site.url }]);
  await phone.page.goto(`/maps/${mapId}?compare=1..2`);
  const panel = panelOf(phone.page, 'de');
  await expect(panel.getByText(/^1 Schritt lautet anders/)).toBeVisible();
  const entry = panel.getByRole('button', { name: /^Geändert Schritt/ });
  await expect(entry.locator('del')).toHaveText(/on hold/);
  await entry.tap();
  await expect(entry).toHaveAttribute('aria-current', 'true');
  await expect(phone.page.getByRole('main')).toBeHidden();
  await checkAccessibility(phone.page, 'a comparison on a phone');

  // The map is one tap away, at the place of the difference, with the way to the next one below it.
  const hanna = new Editor(phone.page, 'de');
  const shows = (what: 'list' | 'map') => phone.page.getByRole('radio', { name: t(`onPhone.${what}`), exact: true });
  await shows('map').tap();
  await expect(hanna.canvas).toBeVisible();
  await expect(hanna.canvas.locator('[data-selected="true"]')).toBeInViewport();
  await expect(entry).toBeHidden();
  await expect(panel.getByRole('button', { name: t('next') })).toBeVisible();
  await checkAccessibility(phone.page, 'the map of a comparison on a phone');
  await shows('list').tap();
  await expect(entry).toBeVisible();
  await expect(entry).toHaveAttribute('aria-current', 'true');
  // What lies over the map brings it along.
  await phone.page.getByRole('button', { name: wordsOf('de', 'editor')('topbar.more') }).tap();
  await phone.page.getByRole('menuitem', { name: wordsOf('de', 'finding')('search.open') }).tap();
  await expect(phone.page.getByRole('search')).toBeVisible();
  await expect(hanna.canvas).toBeVisible();
  await phone.page
    .getByRole('search')
    .getByRole('button', { name: wordsOf('de', 'finding')('search.close') })
    .tap();
  await shows('list').tap();
  await expect(phone.page.getByRole('main')).toBeHidden();
  await phone.page.getByRole('button', { name: wordsOf('de', 'editor')('topbar.more') }).tap();
  await phone.page.getByRole('menuitem', { name: wordsOf('de', 'filter')('open') }).tap();
  await expect(phone.page.getByRole('region', { name: wordsOf('de', 'filter')('title') })).toBeVisible();
  await phone.page.getByRole('button', { name: t('end') }).tap();
  await expect(panel).toBeHidden();

  // What cannot be compared says so.
  await phone.page.goto(`/maps/${mapId}?compare=1..9`);
  await expect(phone.page.getByRole('alert').filter({ hasText: t('failed') })).toBeVisible();
  await phone.page.goto(`/maps/${mapId}?compare=1..nowhere@live`);
  await expect(phone.page.getByRole('alert').filter({ hasText: t('failed') })).toBeVisible();
});

test('a map of another origin is compared by suggestion, and by hand', async ({ person }) => {
  const t = wordsOf('en', 'comparing');
  const { page } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const first = await createMap(page, 'en', /^Calling customer service/);
  const olga = new Editor(page, 'en');
  await olga.ready();
  await createMap(page, 'en', /^Online order/);
  await olga.ready();

  await page.getByRole('button', { name: wordsOf('en', 'editor')('topbar.more') }).click();
  await page.getByRole('menuitem', { name: t('open') }).click();
  const choosing = page.getByRole('dialog', { name: t('dialog.title') });
  await choosing.getByLabel(t('dialog.map')).selectOption(first);
  await checkAccessibility(page, 'choosing what is compared');
  await choosing.getByRole('button', { name: t('dialog.start') }).click();
  await expect(choosing).toBeHidden();
  const panel = panelOf(page, 'en');
  await expect(panel.getByText(t('matching.suggested'))).toBeVisible();
  expect(page.url()).toContain(`compare=${first}@live..live`);

  // By hand: a step stands for another one. The address remembers it. Options are made for the field that is open, and for no other.
  await panel.locator('summary').click();
  const last = panel.locator('details').getByRole('combobox').last();
  await expect(panel.getByRole('option')).toHaveCount(0);
  const before = await last.inputValue();
  await last.focus();
  await page.keyboard.press('ArrowDown');
  await expect(panel.getByRole('listbox')).toHaveCount(1);
  expect(await panel.getByRole('option').count()).toBeGreaterThan(2);
  await checkAccessibility(page, 'the steps that one can stand for');
  await page.keyboard.press('Escape');
  await expect(panel.getByRole('option')).toHaveCount(0);
  await expect(last).toBeFocused();
  await expect(last).toHaveValue(before);
  // Found by typing, and the keyboard stays in the field.
  await page.keyboard.type(before === t('matching.none') ? 'refund' : t('matching.none'));
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain('pairs=steps:');
  await expect(last).toBeFocused();
  await expect(last).not.toHaveValue(before);
  await page.keyboard.type('no step is called this');
  await expect(panel.getByText(t('matching.notFound'))).toBeVisible();
  await page.keyboard.press('Escape');
  await checkAccessibility(page, 'matching by hand');
  const after = await last.inputValue();
  await page.reload();
  await panel.locator('summary').click();
  await expect(last).toHaveValue(after);

  // Two that are not the same are parted; the button goes with that, and the keyboard stays there.
  await panel
    .getByRole('button', { name: /^Changed Step/ })
    .first()
    .click();
  const part = panel.getByRole('button', { name: t('matching.part') });
  await part.focus();
  await page.keyboard.press('Enter');
  await expect(part).toBeHidden();
  await expect(panel.getByRole('heading', { name: t('matching.title') })).toBeFocused();
  await expect(panel.getByText(t('matching.parted'))).toBeAttached();
});

test('the keyboard keeps its place when states are swapped, while they are fetched, and when the comparison is over', async ({
  person,
}) => {
  const t = wordsOf('en', 'comparing');
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const olga = new Editor(page, 'en');
  await olga.ready();
  await olga.roomy();
  await keep(context, mapId, 'Agreed');
  await olga.write(olga.step('Waits on hold'), 'Waits in the queue');
  await olga.saved();

  // A version is looked at, and compared: the button goes, and the line over the map has the keyboard.
  await page.goto(`/maps/${mapId}?version=1`);
  const openNow = page.getByRole('button', { name: t('openNow') });
  await openNow.focus();
  await page.keyboard.press('Enter');
  const banner = page.getByRole('region', { name: t('label', { from: 'Version 1: Agreed', to: 'Now' }) });
  await expect(banner).toBeFocused();
  const panel = panelOf(page, 'en');
  await expect(panel.getByRole('button', { name: /removed: “on hold”/ })).toBeVisible();
  await expect(panel.getByRole('button', { name: /added: “in the queue”/ })).toBeVisible();

  // Swapped, the same button has it.
  const swap = page.getByRole('button', { name: t('swap') });
  await swap.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: t('label', { from: 'Now', to: 'Version 1: Agreed' }) })).toBeVisible();
  await expect(swap).toBeFocused();

  // What is shared or kept is called what the map is called, not what two states are called together.
  await page.keyboard.press('Enter');
  await expect(banner).toBeVisible();
  await page.getByRole('button', { name: t('end') }).click();
  await expect(olga.canvas).toBeVisible();
  await olga.write(olga.meta('title'), 'Calling the service');
  await olga.saved();
  await page.goto(`/maps/${mapId}?compare=1..live`);
  await expect(banner).toBeVisible();
  await page.getByRole('button', { name: wordsOf('en', 'editor')('topbar.more') }).click();
  await page.getByRole('menuitem', { name: wordsOf('en', 'templates')('saveAs') }).click();
  const keeping = page.getByRole('dialog');
  await expect(keeping.getByRole('textbox').first()).toHaveValue('Calling the service');
  await page.keyboard.press('Escape');
  await expect(keeping).toBeHidden();

  // Over, the map has it.
  await page.getByRole('button', { name: t('end') }).focus();
  await page.keyboard.press('Enter');
  await expect(banner).toBeHidden();
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);

  // A comparison that takes long can be given up. It is here only when somebody lets it, however long the checks of the page take.
  let release = (): void => undefined;
  const letGo = new Promise<void>((resolve) => {
    release = resolve;
  });
  await context.route(/\/versions\/1$/, async (route) => {
    await letGo;
    await route.continue().catch(() => undefined);
  });
  await page.goto(`/maps/${mapId}?compare=1..live`);
  const cancel = page.getByRole('button', { name: t('cancel') });
  await expect(cancel).toBeVisible();
  await checkAccessibility(page, 'a comparison that is fetched');
  await cancel.focus();
  await page.keyboard.press('Enter');
  await expect(cancel).toBeHidden();
  expect(page.url()).not.toContain('compare');
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  // What comes after all changes nothing any more.
  const late = page.waitForResponse(/\/versions\/1$/);
  release();
  await (await late).finished();
  await expect(banner).toBeHidden();
  await expect(olga.canvas).toBeVisible();
});

test('at twice the size the differences stand beside the map, with room for both', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const olga = new Editor(page, 'en');
  await olga.ready();
  await olga.roomy();
  await keep(context, mapId, 'Agreed');
  await olga.write(olga.step('Waits on hold'), 'Waits in the queue');
  await olga.saved();
  // 1440 × 900 at 200 %.
  await page.setViewportSize({ width: 720, height: 450 });
  await page.goto(`/maps/${mapId}?compare=1..live`);
  const panel = panelOf(page, 'en');
  await expect(panel.getByText(/^1 step says something else/)).toBeVisible();
  const [beside, map] = [await panel.boundingBox(), await page.getByRole('main').boundingBox()];
  if (!beside || !map) throw new Error('both are there');
  expect(beside.x).toBeGreaterThanOrEqual(map.x + map.width - 1);
  expect(Math.min(beside.height, map.height)).toBeGreaterThan(260);
  expect(Math.min(beside.width, map.width)).toBeGreaterThan(260);
  await checkAccessibility(page, 'a comparison at twice the size');
});

test('two maps that were swapped are chosen as they are, and of another map what was agreed about it', async ({ person }) => {
  const t = wordsOf('en', 'comparing');
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const first = await createMap(page, 'en', /^Calling customer service/);
  const olga = new Editor(page, 'en');
  await olga.ready();
  await keep(context, first, 'Agreed');
  const second = await createMap(page, 'en', /^Online order/);
  await olga.ready();
  await page.goto(`/maps/${second}?compare=live..${first}@1`);
  const panel = panelOf(page, 'en');
  await expect(panel.getByText(t('matching.suggested'))).toBeVisible();
  await page.getByRole('button', { name: t('other') }).click();
  const choosing = page.getByRole('dialog', { name: t('dialog.title') });
  await expect(choosing.getByLabel(t('dialog.map'))).toHaveValue(first);
  await expect(choosing.getByLabel(t('dialog.from'))).toHaveValue('live');
  await expect(choosing.getByLabel(t('dialog.to'))).toHaveValue('1');
  await choosing.getByLabel(t('dialog.to')).selectOption('live');
  await choosing.getByRole('button', { name: t('dialog.start') }).click();
  await expect(choosing).toBeHidden();
  await expect.poll(() => page.url()).toContain(`compare=live..${first}@live`);
});
