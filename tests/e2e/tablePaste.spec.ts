import type { Locator, Page } from '@playwright/test';
import { localeCookie } from '@/lib/i18n/locale';
import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();
const permissions = ['clipboard-read', 'clipboard-write'];

/** Text in the clipboard, and Ctrl V on the page. */
async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('Control+v');
}

/** A paste of HTML exactly as another program left it: the page's own clipboard would clean it first. */
async function pasteHtml(page: Page, html: string, text: string): Promise<void> {
  await page.evaluate(
    (parts) => {
      const clipboardData = new DataTransfer();
      for (const [type, words] of Object.entries(parts)) clipboardData.setData(type, words);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    },
    { 'text/html': html, 'text/plain': text },
  );
}

const cellsOf = (table: Locator): Promise<string[][]> =>
  table
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')));

const excel = `<html><head><style>td {white-space:nowrap}</style></head><body><table><!--StartFragment-->
<tr><td></td><td>Reads the letter</td><td>Asks a friend</td></tr>
<tr><td>Tun</td><td>Opens it<br>
 and frowns</td><td>Sends a photo</td></tr>
<tr><td></td><td></td><td></td></tr>
<tr><td>Emotion</td><td>-2</td><td>+1,5</td></tr>
<tr><td>Touchpoints</td><td>Telefon, Contact form</td><td></td></tr>
<tr><td>Kosten &amp; Zeit</td><td>3 €</td><td onclick="alert(1)"><img src="https://example.org/x.png">10 min</td></tr>
<!--EndFragment--></table></body></html>`;

test('a table from a spreadsheet becomes steps and lanes, in one step of undo', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, permissions });
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.ready();
  await editor.roomy();
  const link = await createJoinLink(context, site.url, mapId);
  const guest = await person({ locale: 'en', url: site.url });
  await joinAsGuest(guest.page, 'en', link.path, 'Greta');
  const greta = new Editor(guest.page, 'en');
  await greta.ready();
  await greta.roomy();

  await editor.step('Gets a bill').click();
  await pasteHtml(page, excel, 'Reads the letter\tAsks a friend');
  const dialog = page.getByRole('dialog', { name: 'Paste a table' });
  const table = dialog.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText([/^Reads the letter/, /^Asks a friend/]);
  await expect(table.getByRole('rowheader')).toHaveText([
    /^Tun.*Lane Doing$/,
    /^Emotion.*Emotion of Margaret, 47/,
    /^Touchpoints.*Lane Touchpoints$/,
    /^Kosten & Zeit.*New lane of its own$/,
  ]);
  expect(await cellsOf(table)).toEqual([
    ['Opens it\nand frowns', 'Sends a photo'],
    ['−2', '+1.5'],
    ['Phone, Contact form', ''],
    ['3 €', '10 min'],
  ]);
  await expect(dialog.getByText('A blank row is left out.')).toBeVisible();
  await expect(dialog.getByLabel('Where it goes')).toHaveValue('0');
  await expect(dialog.getByLabel('Where it goes')).toHaveText(/^As new steps after step 1 Gets a bill/);
  await expect(table.locator('caption')).toHaveText('2 steps, 4 rows, 8 entries');
  await checkAccessibility(page, 'the look at a table');
  await page.emulateMedia({ colorScheme: 'light' });

  await dialog.getByRole('button', { name: 'Insert' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(editor.step('Reads the letter')).toHaveAccessibleName(/^Step 2, /);
  await expect(editor.step('Reads the letter')).toBeFocused();
  await expect(editor.card('Opens it')).toHaveAccessibleName(/step 2 Reads the letter, lane Doing$/);
  await expect(editor.lane('Kosten & Zeit')).toBeVisible();
  await expect(editor.emotion('Asks a friend')).toHaveAttribute('aria-valuenow', '1.5');
  await expect(page.getByRole('listitem').filter({ hasText: 'Pasted: 2 steps, 1 lane, 8 entries' })).toBeVisible();
  await expect(greta.step('Asks a friend')).toBeVisible();
  await expect(greta.card('10 min')).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(editor.step('Reads the letter')).toHaveCount(0);
  await expect(editor.lane('Kosten & Zeit')).toHaveCount(0);
  await expect(greta.card('Opens it')).toHaveCount(0);
});

test('text with tabs fills cells, by keyboard alone, and opens with nothing selected', async ({ person }) => {
  const { page } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, permissions });
  await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.ready();
  await editor.roomy();
  const dialog = page.getByRole('dialog', { name: 'Paste a table' });
  const { keyboard } = page;

  // Nothing selected: never silent, and Escape leaves all as it was.
  await editor.canvas.focus();
  await pasteText(page, 'alpha\tbeta\r\n"two\nlines ""here"""\tdelta\r\n');
  await expect(dialog.getByLabel('Where it goes')).toHaveText('As new steps at the end of the map');
  await keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(editor.canvas).toBeFocused();

  // From a cell on: no titles, no names, as there are none that one knows.
  await editor.step('Looks for an explanation').click();
  await keyboard.press('ArrowDown');
  await keyboard.press('Tab');
  await pasteText(page, 'alpha\tbeta\r\n"two\nlines ""here"""\tdelta\r\n');
  const place = dialog.getByLabel('Where it goes');
  await expect(place).toBeFocused();
  await expect(place).toHaveText(/^Into the cells from step 3, lane Doing/);
  for (const name of ['The first row holds the titles', 'The first column holds the names', 'Swap rows and columns']) {
    await expect(dialog.getByRole('switch', { name })).not.toBeChecked();
  }
  expect(await cellsOf(dialog.getByRole('table'))).toEqual([
    ['alpha', 'beta'],
    ['two\nlines "here"', 'delta'],
  ]);
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await expect(dialog.getByRole('switch', { name: 'Swap rows and columns' })).toBeFocused();
  await keyboard.press('Space');
  await expect
    .poll(() => cellsOf(dialog.getByRole('table')))
    .toEqual([
      ['alpha', 'two\nlines "here"'],
      ['beta', 'delta'],
    ]);
  await keyboard.press('Space');
  await dialog.getByRole('button', { name: 'Insert' }).focus();
  await keyboard.press('Enter');
  await expect(editor.card('alpha')).toBeFocused();
  await expect(editor.card('two lines "here"')).toHaveAccessibleName(/step 3 .*, lane Thinking$/);
  await keyboard.press('Control+z');
  await expect(editor.card('two lines "here"')).toHaveCount(0);

  // What is too long is named by row and column, and nothing goes in.
  await editor.canvas.focus();
  await keyboard.press('Escape');
  await pasteText(page, `\tStep\nDoing\t${'x'.repeat(20_001)}`);
  await expect(dialog.getByText('Row 2, column 2: 20,001 characters; at most 20,000.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Insert' })).toHaveAttribute('aria-disabled', 'true');
  await checkAccessibility(page, 'a table that is too much');
  await page.emulateMedia({ colorScheme: 'light' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  // A plain list makes cards as ever, one of a word processor too.
  await editor.step('Looks for an explanation').click();
  await keyboard.press('ArrowDown');
  await pasteText(page, '•\tfirst thought\n•\tsecond thought');
  await expect(editor.card('first thought')).toBeVisible();
  await expect(editor.card('second thought')).toBeVisible();
  await expect(dialog).toHaveCount(0);
});

test('on a phone, in German, a table lies over the whole width and scrolls by itself', async ({ person }) => {
  const { page, context } = await person({
    ...{ locale: 'de', url: site.url, storageState: site.ownerState, permissions },
    ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  });
  await context.addCookies([{ name: localeCookie, value: 'de', url: site.url }]);
  await createMap(page, 'de', /^Leere Karte/);
  const editor = new Editor(page, 'de');
  await editor.showMap();
  await editor.ready();
  await editor.canvas.focus();
  await pasteText(page, '\tTun\tDenken\tGefühl\nLiest den Brief\tÖffnet ihn\t„Was ist das?“\t-2\nFragt nach\tRuft an\t\t1');
  const dialog = page.getByRole('dialog', { name: 'Tabelle einfügen' });
  await expect(dialog.getByRole('switch', { name: 'Zeilen und Spalten tauschen' })).toBeChecked();
  await expect(dialog.getByRole('rowheader')).toHaveText([/^Tun.*Spur Tun$/, /^Denken.*Spur Denken$/, /^Gefühl.*Gefühl von/]);
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(width[0]).toBe(width[1]);
  await checkAccessibility(page, 'the look at a table on a phone');
  await dialog.getByRole('button', { name: 'Einfügen' }).tap();
  await expect(page.getByRole('listitem').filter({ hasText: 'Eingefügt: 2 Schritte, 5 Einträge' })).toBeVisible();
  await editor.fit();
  await expect(editor.step('Liest den Brief')).toBeVisible();
});
