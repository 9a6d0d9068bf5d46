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
  await checkAccessibility(page, 'the search');

  // Enter goes on from one to the next; each is selected and in sight, and the field keeps the keyboard.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(results.nth(1)).toHaveAttribute('aria-selected', 'true');
  // What is found for the whole word comes a moment after what is found for its beginning.
  await expect(async () => {
    const count = await results.count();
    expect(count).toBeGreaterThan(2);
    await expect(search.getByRole('status')).toHaveText(`2 of ${count}`, { timeout: 500 });
  }).toPass({ timeout: 15_000 });
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

test('what is typed before the palette is there is what is looked for, and nothing is written onto the map', async ({
  person,
}) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.ready();
  const step = editor.canvas.getByRole('group', { name: /^Step 1, / });
  await step.click();
  const name = (await step.getAttribute('aria-label')) ?? '';
  // Its program comes when everything has been typed.
  let comeNow = (): void => undefined;
  const typed = new Promise<void>((resolve) => {
    comeNow = resolve;
  });
  await context.route('**/_next/static/**/*.js', async (route) => {
    await typed;
    await route.continue();
  });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('show as tablx');
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  comeNow();
  const field = page.getByRole('dialog', { name: 'All commands' }).getByRole('combobox');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('show as tabl');
  await page.keyboard.type('e');
  await expect(field).toHaveValue('show as table');
  // Behind a window the map has no roles.
  await expect(page.locator(`[aria-label="${name}"]`)).toBeAttached();
  await expect(editor.openText).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid')).toBeVisible();
});

test('a filter lets stand out what matches, in every view, for oneself alone', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.ready();
  await editor.roomy();
  const other = await context.newPage();
  await other.goto(`/maps/${mapId}`);
  const theirs = new Editor(other, 'en');
  await theirs.ready();
  await theirs.roomy();

  // By key, with the keyboard alone: a department.
  await page.keyboard.press('Control+Shift+F');
  const panel = page.getByRole('region', { name: 'Filter', exact: true });
  const first = panel.getByRole('group', { name: 'Department' }).getByRole('checkbox').first();
  await expect(first).toBeFocused();
  await page.keyboard.press('Space');
  await expect(first).toBeChecked();
  const bar = page.getByRole('region', { name: 'Filter is on' });
  const told = bar.getByRole('button', { name: /^\d+ of \d+ cards · \d+ of \d+ steps$/ });
  await expect(told).toBeVisible();
  const faded = editor.canvas.locator('.map-item[data-faded="true"]');
  await expect(faded.first()).toBeAttached();
  await expect(faded.first()).toHaveAttribute('aria-description', 'outside the filter');
  await expect(theirs.canvas.locator('[data-faded="true"]')).toHaveCount(0);

  // Groups narrow each other down.
  const all = await told.textContent();
  await panel.getByRole('group', { name: 'Evidence level' }).getByText('confirmed').click();
  await expect(told).not.toHaveText(all ?? '');
  await checkAccessibility(page, 'the filter');
  await panel.getByRole('button', { name: 'Take off filter' }).click();
  await expect(bar).toBeHidden();
  await expect(first).toBeFocused();

  // Who began a card: nobody yet, all came with the template.
  const people = panel.getByRole('group', { name: 'Card begun by' });
  await expect(people).toHaveCount(0);
  await other.locator('[aria-roledescription="card"]').first().click();
  await other.keyboard.press('Control+Enter');
  await theirs.typeNew('Begun by Olga');
  await people.getByText('Olga Ott (you)').click();
  await expect(told).toHaveText(/^1 of \d+ cards · 1 of /);
  await expect(editor.card('Begun by Olga')).toHaveAttribute('data-faded', 'false');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();

  // It stays on in the table and in the list, and is told there.
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(bar).toBeVisible();
  const grid = page.getByRole('grid');
  await expect(grid.getByText('(outside the filter)').first()).toBeAttached();
  await checkAccessibility(page, 'the table with a filter');
  await page.goto(`${page.url().split('?')[0]}?view=list`);
  await expect(page.getByRole('region', { name: 'The journey as a list' })).toBeVisible();
  await expect(bar).toBeHidden();
  await page.keyboard.press('Control+Shift+F');
  await panel.getByRole('group', { name: 'Channel' }).getByText('Phone', { exact: true }).click();
  await expect(page.getByRole('button', { name: /outside the filter/ }).first()).toBeVisible();
  await checkAccessibility(page, 'the list with a filter');

  // Taken off: value by value, or at once from the palette.
  await bar.getByRole('button', { name: 'Channel: Phone, take out of the filter' }).click();
  await expect(bar).toBeHidden();
  await panel.getByRole('group', { name: 'Evidence level' }).getByText('observed').click();
  await expect(bar).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('take off');
  await page.keyboard.press('Enter');
  await expect(bar).toBeHidden();
});
