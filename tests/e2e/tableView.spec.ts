import { localeCookie } from '@/lib/i18n/locale';
import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();

test('the map as a table: read and written by keyboard, together with somebody on the canvas', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.ready();
  const other = await context.newPage();
  await other.goto(`/maps/${mapId}`);
  const theirs = new Editor(other, 'en');
  await theirs.ready();
  await theirs.roomy();

  await page.getByRole('button', { name: 'Show as table' }).click();
  const grid = page.getByRole('grid', { name: 'The map as a table' });
  await expect(grid.getByRole('rowheader', { name: 'Gets a bill that is too high' })).toBeVisible();
  await expect(grid.getByRole('columnheader', { name: 'Doing' })).toBeVisible();
  await checkAccessibility(page, 'the table');

  // Arrow keys go from cell to cell; a title is written by Enter.
  const { keyboard } = page;
  await grid.getByRole('rowheader', { name: 'Gets a bill that is too high' }).click();
  await keyboard.press('Enter');
  const field = grid.getByRole('textbox');
  await expect(field).toBeFocused();
  await keyboard.press('Control+a');
  await keyboard.type('Opens a bill');
  await keyboard.press('Enter');
  await expect(grid.getByRole('rowheader', { name: 'Opens a bill' })).toBeFocused();
  await expect(theirs.step('Opens a bill')).toBeVisible();

  // A feeling: what is no feeling says so and stays; then it is on their curve.
  await keyboard.press('ArrowRight');
  await keyboard.type('7');
  await keyboard.press('Enter');
  await expect(grid.getByRole('alert')).toHaveText('Write a number from −2 to +2.');
  await keyboard.press('Control+a');
  await keyboard.type('-1,5');
  await keyboard.press('Enter');
  await expect(theirs.emotion('Opens a bill').first()).toHaveAttribute('aria-valuetext', /−1\.5/);

  // Typing into a cell of cards begins a new one; Enter the next; an empty one leaves no trace.
  await grid.getByRole('columnheader', { name: 'Doing' }).scrollIntoViewIfNeeded();
  const doing = await grid
    .getByRole('columnheader')
    .evaluateAll((cells) => cells.findIndex((cell) => cell.textContent === 'Doing'));
  for (let column = 1; column < doing; column++) await keyboard.press('ArrowRight');
  const before = await theirs.card('').count();
  await keyboard.type('Puts it aside');
  await keyboard.press('Enter');
  await keyboard.type('Opens it again');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await expect(theirs.card('Puts it aside')).toBeVisible();
  await expect(theirs.card('Opens it again')).toBeVisible();
  await expect(theirs.card('')).toHaveCount(before + 2);

  // A step is added below, moved, and taken back.
  await keyboard.press('Home');
  await keyboard.press('Control+Enter');
  await expect(field).toBeFocused();
  await keyboard.type('Compares it with last month');
  await keyboard.press('Enter');
  await expect(theirs.step('Compares it with last month')).toHaveAccessibleName(/^Step 2, /);
  await keyboard.press('Alt+ArrowUp');
  await expect(theirs.step('Compares it with last month')).toHaveAccessibleName(/^Step 1, /);
  await expect(grid.getByRole('rowheader', { name: 'Compares it with last month' })).toBeFocused();
  await keyboard.press('Control+z');
  await expect(theirs.step('Compares it with last month')).toHaveAccessibleName(/^Step 2, /);

  // What they write comes live, and shows where they are.
  await theirs.write(theirs.card('Puts it aside'), 'Puts it in a drawer');
  await expect(grid.getByText('Puts it in a drawer')).toBeVisible();

  // The address shows the same again, and back to the map nothing is lost.
  await editor.saved();
  await page.reload();
  await expect(grid.getByText('Puts it in a drawer')).toBeVisible();
  await page.getByRole('button', { name: 'Show as map' }).click();
  await expect(editor.canvas).toBeVisible();
});

test('whoever may only look reads the table and opens the details', async ({ person }) => {
  const { page, context } = await person({ locale: 'de', url: site.url, storageState: site.ownerState });
  await context.addCookies([{ name: localeCookie, value: 'de', url: site.url }]);
  const mapId = await createMap(page, 'de', /Kundenservice/);
  const link = await createJoinLink(page.context(), site.url, mapId, 'viewer');
  const guest = await person({ locale: 'de', url: site.url });
  await joinAsGuest(guest.page, 'de', link.path, 'Vera');
  const editor = new Editor(guest.page, 'de');
  await expect(editor.canvas).toBeVisible();
  await guest.page.getByRole('button', { name: 'Als Tabelle zeigen' }).click();
  const grid = guest.page.getByRole('grid', { name: 'Die Karte als Tabelle' });
  await grid.getByRole('rowheader').nth(1).click();
  await guest.page.keyboard.press('Enter');
  await expect(editor.panel).toBeVisible();
  await guest.page.keyboard.type('x');
  await expect(grid.getByRole('textbox')).toHaveCount(0);
  await expect(guest.page.getByRole('button', { name: 'Schritt', exact: true })).toHaveCount(0);
});
