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

  // By hand: a step stands for another one. The address remembers it.
  await panel.locator('summary').click();
  const last = panel.locator('details').getByRole('combobox').last();
  const steps = await last.locator('option').count();
  expect(steps).toBeGreaterThan(2);
  const before = await last.inputValue();
  await last.selectOption({ index: before === '' ? 1 : 0 });
  await expect.poll(() => page.url()).toContain('pairs=steps:');
  await expect(last).not.toHaveValue(before);
  await checkAccessibility(page, 'matching by hand');
  const after = await last.inputValue();
  await page.reload();
  await panel.locator('summary').click();
  await expect(last).toHaveValue(after);
});
