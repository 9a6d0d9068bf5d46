import { localeCookie } from '@/lib/i18n/locale';
import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { createMap } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();

test('words are found wherever they stand, and lead to their place', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.ready();

  // From the map by key. The browser’s own search would find only what is drawn.
  await page.keyboard.press('Control+f');
  const search = page.getByRole('search', { name: 'Find on the map' });
  const field = search.getByRole('combobox', { name: 'What to find' });
  await expect(field).toBeFocused();
  await page.keyboard.type('bill');
  const results = search.getByRole('option');
  await expect(results.first()).toBeVisible();
  const count = await results.count();
  expect(count).toBeGreaterThan(2);
  await checkAccessibility(page, 'the search');

  // Enter goes on from one to the next; each is selected and in sight, and the field keeps the keyboard.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(results.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(search.getByRole('status')).toHaveText(`2 of ${count}`);
  await expect(field).toBeFocused();
  await page.keyboard.press('Shift+Enter');
  await expect(results.nth(0)).toHaveAttribute('aria-selected', 'true');

  // A press leads there, too; Escape leaves the keyboard on what was found.
  const card = results.filter({ hasText: /card/ }).first();
  await card.click();
  const selected = editor.canvas.locator('[data-reference][data-selected="true"]');
  await expect(selected).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(search).toBeHidden();
  await expect(selected).toBeFocused();

  // What somebody else writes meanwhile is found as well.
  const other = await context.newPage();
  await other.goto(`/maps/${mapId}`);
  const theirs = new Editor(other, 'en');
  await theirs.ready();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('zeppelin');
  await expect(search.getByText('Nothing on this map has all of these words.')).toBeVisible();
  await theirs.fit();
  const first = other.locator('[aria-roledescription="card"]').first();
  await theirs.write(first, 'Comes by Zeppelin');
  await expect(results).toHaveCount(1);
  await expect(results).toContainText('Comes by Zeppelin');
});

test('every command is found by its name, and done by keyboard alone', async ({ person }) => {
  const { page, context } = await person({ locale: 'de', url: site.url, storageState: site.ownerState });
  await context.addCookies([{ name: localeCookie, value: 'de', url: site.url }]);
  await createMap(page, 'de', /Kundenservice/);
  const editor = new Editor(page, 'de');
  await editor.ready();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Alle Befehle' });
  await expect(palette.getByRole('combobox', { name: 'Befehl' })).toBeFocused();
  expect(await palette.getByRole('option').count()).toBeGreaterThan(40);
  await checkAccessibility(page, 'the command palette');

  // What makes no sense yet says so, and does nothing.
  await page.keyboard.type('zettel hinzu');
  await expect(palette.getByRole('option').first()).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expect(palette).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();

  // With a step selected it does.
  const step = editor.canvas.getByRole('group', { name: /^Schritt 1, / });
  await step.click();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('schritt danach');
  const option = palette.getByRole('option').first();
  await expect(option).toContainText('Strg');
  await page.keyboard.press('Enter');
  await expect(editor.openText).toBeFocused();
  await page.keyboard.type('Ruft noch einmal an');
  await page.keyboard.press('Escape');
  await expect(editor.step('Ruft noch einmal an')).toHaveAccessibleName(/^Schritt 2, /);

  // What the bar offers is there as well.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('export');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /export/i })).toBeVisible();
});
