import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { quarters, withCameraData } from '../builders/pictures';
import { checkAccessibility } from './support/axe';
import { type DroppedFile, dropFiles, pasteFiles } from './support/dropFiles';
import { Editor, type Place } from './support/editor';
import { exportFile } from './support/files';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { swipe } from './support/swipe';
import { expect, test } from './support/test';

const site = siteOfThisFile();
const viewport = { width: 1920, height: 1080 };

const photo = async (name = 'letter.jpg'): Promise<DroppedFile> => ({
  name,
  type: 'image/jpeg',
  bytes: withCameraData(await quarters('jpeg', { width: 600, height: 300 })),
});
const drawing = async (name = 'screen.png'): Promise<DroppedFile> => ({
  name,
  type: 'image/png',
  bytes: await quarters('png', { width: 400, height: 240 }),
});

/** Cards by what their names say, in the order of the page. */
const cardsNamed = (editor: Editor, name: RegExp): Locator =>
  editor.canvas.locator('[aria-roledescription="card"]').and(editor.page.getByRole('group', { name }));

const middleOf = async (editor: Editor, target: Locator): Promise<Place> => {
  const { x, y, width, height } = await editor.boxOf(target);
  return { x: x + width / 2, y: y + height / 2 };
};

/** Width and height of a card's picture as the browser decoded it; zeros until it has. */
const sizeOf = (card: Locator): Promise<number[]> =>
  card.locator('img').evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);

/** The browser is told to leave choosing to the test when somebody listens: long before, or it may still answer by itself (“nothing chosen”). */
const leaveChoosingToUs = (page: Page): unknown => page.on('filechooser', () => undefined);

async function openMap(page: Page): Promise<{ editor: Editor; mapId: string }> {
  leaveChoosingToUs(page);
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.ready();
  await editor.roomy();
  return { editor, mapId };
}

test('a photo dropped into a cell is a card with an upright picture, for everybody and in the PDF', async ({ person }) => {
  const { page: olgasPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const { editor: olga, mapId } = await openMap(olgasPage);
  const link = await createJoinLink(context, site.url, mapId);
  const { page: bensPage } = await person({ locale: 'en', url: site.url, viewport });
  await joinAsGuest(bensPage, 'en', link.path, 'Ben');
  const ben = new Editor(bensPage, 'en');
  await ben.ready();
  await ben.roomy();

  const place = await olga.cellAt(olga.step('Tells it all over again'), olga.lane('Doing'));
  await dropFiles(olgasPage, [await photo()], place, { hold: true });
  await expect(olga.canvas.getByText(/^(A new card here|Onto this card)$/)).toBeVisible();
  await dropFiles(olgasPage, [await photo()], place);
  const mine = cardsNamed(olga, /picture: letter\.jpg$/);
  const bens = cardsNamed(ben, /picture: letter\.jpg$/);
  await expect(mine).toHaveAttribute('data-selected', 'true');
  await expect(bens).toBeVisible();
  // It was taken lying on its side.
  for (const card of [mine, bens]) await expect.poll(() => sizeOf(card)).toEqual([300, 600]);
  await olga.saved();

  // What it shows, for those who cannot see it.
  await expect(olga.panel).toBeVisible();
  await olga.panel.getByRole('textbox', { name: 'Description of “letter.jpg”' }).fill('The letter with the wrong sum');
  await olgasPage.keyboard.press('Enter');
  const described = cardsNamed(ben, /picture: The letter with the wrong sum$/);
  await expect(described).toBeVisible();

  // A click shows it large; Escape brings the focus back.
  await described.locator('[data-picture]').click();
  const dialog = bensPage.getByRole('dialog', { name: 'letter.jpg' });
  await expect(dialog.getByRole('img', { name: 'The letter with the wrong sum' })).toBeVisible();
  await checkAccessibility(bensPage, 'a picture, large');
  await bensPage.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(described).toBeFocused();
  await bensPage.keyboard.press('Alt+Enter');
  await expect(dialog).toBeVisible();
  await bensPage.keyboard.press('Escape');

  const pdf = await getDocument({ data: new Uint8Array(await exportFile(olgasPage, 'en', 'PDF')), verbosity: 0 }).promise;
  const sheet = await pdf.getPage(1);
  expect(JSON.stringify(await sheet.getStructTree())).toContain('The letter with the wrong sum');
  const { fnArray } = await sheet.getOperatorList();
  expect(fnArray).toContain(OPS.paintImageXObject);
  await pdf.destroy();

  // One undo takes card and picture back together.
  await olga.canvas.focus();
  for (let press = 0; press < 2; press++) await olgasPage.keyboard.press('Control+z');
  await expect(described).toHaveCount(0);
  await expect(bens).toHaveCount(0);
  await olgasPage.keyboard.press('Control+Shift+z');
  await expect(bens).toBeVisible();
});

test('files go onto cards by drop, paste and choice; what cannot be taken says why', async ({ person }) => {
  const { page } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const { editor } = await openMap(page);
  const card = editor.card('Opens the e-mail');
  const terms: DroppedFile = { name: 'terms.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7 what we agreed') };
  await dropFiles(page, [terms], await middleOf(editor, card));
  await expect(card).toHaveAccessibleName(/file: terms\.pdf$/);
  await editor.saved();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    card.locator('a', { hasText: 'Save “terms.pdf”' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('terms.pdf');
  expect(await readFile(await download.path())).toEqual(terms.bytes);

  await card.click({ position: { x: 6, y: 6 } });
  await pasteFiles(page, [await drawing('image.png')]);
  await expect(card).toHaveAccessibleName(/picture: image\.png; file: terms\.pdf$/);

  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Alt+a')]);
  expect(chooser.isMultiple()).toBe(true);
  await chooser.setFiles([
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('She called twice.') },
    { name: 'setup.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
  ]);
  await expect(card).toHaveAccessibleName(/files: terms\.pdf, notes\.txt$/);
  const list = page.getByRole('region', { name: 'Pictures and files on their way' });
  await expect(list.getByRole('alert')).toHaveText(
    '“setup.exe” was not addedPrograms, scripts and documents with macros are not taken. Nothing has changed.',
  );
  await checkAccessibility(page, 'a file that was refused');
  await list.getByRole('button', { name: 'Close the message about “setup.exe”' }).click();
  await expect(list).toBeHidden();

  await dropFiles(page, [{ name: 'cat.png', type: 'image/png', bytes: Buffer.from('no picture') }], await middleOf(editor, card));
  await expect(list.getByRole('alert')).toContainText('The file is no picture, although its name says so.');
  await list.getByRole('button', { name: /^Close/ }).click();

  // Beside the map a file does nothing, and the page stays.
  await dropFiles(page, [terms], { x: 700, y: 20 });
  await expect(card).toHaveAccessibleName(/files: terms\.pdf, notes\.txt$/);

  // One that takes long can be stopped.
  await page.route(`**/api/maps/*/files`, () => undefined);
  await dropFiles(page, [await drawing('slow.png')], await middleOf(editor, card));
  await expect(list.getByText('slow.png')).toBeVisible();
  await list.getByRole('button', { name: 'Cancel “slow.png”' }).click();
  await expect(list).toBeHidden();
  await page.unroute(`**/api/maps/*/files`);
  await expect(card).not.toHaveAccessibleName(/slow/);

  // Taken away in the panel, and back by undo.
  await expect(editor.panel).toBeVisible();
  await editor.panel.getByRole('button', { name: 'Remove “notes.txt”' }).click();
  await expect(card).toHaveAccessibleName(/file: terms\.pdf$/);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(card).toHaveAccessibleName(/files: terms\.pdf, notes\.txt$/);
});

test('tags, links and kinds, by keyboard, for one card and for several', async ({ person }) => {
  const { page: olgasPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const { editor: olga, mapId } = await openMap(olgasPage);
  const link = await createJoinLink(context, site.url, mapId);
  const { page: bensPage } = await person({ locale: 'en', url: site.url, viewport });
  await joinAsGuest(bensPage, 'en', link.path, 'Ben');
  const ben = new Editor(bensPage, 'en');
  await ben.ready();
  await ben.roomy();
  const [card, bens] = [olga.card('Opens the e-mail'), ben.card('Opens the e-mail')];

  await card.click();
  await expect(olga.panel).toBeVisible();
  const field = olga.panel.getByRole('combobox', { name: 'Add a tag' });
  await field.focus();
  await olgasPage.keyboard.type('Billing');
  await olgasPage.keyboard.press('Enter');
  await olgasPage.keyboard.type('urgent,');
  await expect(bens).toHaveAccessibleName(/tags: Billing, urgent|tag: Billing, urgent/);

  // Two people at once: both tags stay.
  await bens.click();
  await expect(ben.panel).toBeVisible();
  await ben.panel.getByRole('combobox', { name: 'Add a tag' }).fill('seen');
  await Promise.all([olgasPage.keyboard.type('mine\n'), bensPage.keyboard.press('Enter')]);
  for (const each of [card, bens]) await expect(each).toHaveAccessibleName(/Billing, mine, seen, urgent/);

  // Several cards; a tag of the map is suggested.
  const other = olga.card('Holds it against');
  await card.click();
  await other.click({ modifiers: ['Shift'] });
  await expect(olga.panel.getByText('Billing (on some)')).toBeVisible();
  await field.click();
  await olgasPage.keyboard.type('bill');
  await olgasPage.keyboard.press('ArrowDown');
  await expect(olga.panel.getByRole('option', { name: 'Billing, on 1 card' })).toHaveAttribute('aria-selected', 'true');
  await checkAccessibility(olgasPage, 'tags and their suggestions');
  await olgasPage.keyboard.press('Enter');
  await expect(other).toHaveAccessibleName(/tag: Billing$/);
  await expect(olga.panel.getByText('Billing', { exact: true })).toBeVisible();

  // A link, which must be one.
  await other.click();
  await olga.panel.getByRole('button', { name: 'Add a link' }).click();
  await olgasPage.keyboard.type('javascript:alert(1)');
  await olgasPage.keyboard.press('Enter');
  await expect(olga.panel.getByRole('alert')).toContainText('This is no address that can be opened.');
  await olga.panel.getByRole('textbox', { name: 'Address' }).fill('www.example.org/bills');
  await olga.panel.getByRole('textbox', { name: 'Name (optional)' }).fill('All bills');
  await olgasPage.keyboard.press('Enter');
  const opener = ben.card('Holds it against').locator('a[href="https://www.example.org/bills"]');
  await expect(opener).toHaveText('All bills · example.org, opens in a new tab');
  await expect(opener).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(opener).toHaveAttribute('target', '_blank');

  // Kinds: by key, by menu, in the panel. Two clicks at two places of a card are no double click, however fast they are.
  await other.click();
  await other.click({ position: { x: 6, y: 6 } });
  await olgasPage.keyboard.press('Alt+k');
  await expect(ben.card('Holds it against')).toHaveAccessibleName(/Pain point/);
  await other.click({ button: 'right', position: { x: 6, y: 6 } });
  await olgasPage.getByRole('menuitem', { name: 'Kind of card' }).click();
  await olgasPage.getByRole('menuitemradio', { name: 'Question' }).click();
  await expect(ben.card('Holds it against')).toHaveAccessibleName(/Question/);
  await olga.panel.getByRole('combobox', { name: 'Kind' }).selectOption('quote');
  await expect(ben.card('Holds it against')).toHaveAccessibleName(/Quote/);

  // A copy carries what the card carries.
  await other.click({ position: { x: 6, y: 6 } });
  await olgasPage.keyboard.press('Control+d');
  await expect(cardsNamed(ben, /Holds it against.*Quote; tag: Billing; link: All bills · example\.org$/)).toHaveCount(2);
});

test('whoever may only look sees pictures and files, and has nothing to add or take away', async ({ person }) => {
  const { page: olgasPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const { editor: olga, mapId } = await openMap(olgasPage);
  await dropFiles(olgasPage, [await drawing()], await middleOf(olga, olga.card('Opens the e-mail')));
  await expect(olga.card('Opens the e-mail')).toHaveAccessibleName(/picture: screen\.png$/);
  await olga.saved();
  const link = await createJoinLink(context, site.url, mapId, 'viewer');
  const { page } = await person({ locale: 'en', url: site.url, viewport });
  await joinAsGuest(page, 'en', link.path, 'Vera');
  const vera = new Editor(page, 'en');
  await expect(vera.canvas).toBeVisible();
  await vera.roomy();
  const card = vera.card('Opens the e-mail');
  await expect.poll(() => sizeOf(card)).toEqual([400, 240]);
  await dropFiles(page, [await photo()], await middleOf(vera, card));
  // Below its picture.
  const { height } = await vera.boxOf(card);
  await card.click({ position: { x: 6, y: height - 6 } });
  await page.keyboard.press('Alt+a');
  await page.keyboard.press('Alt+k');
  await expect(vera.panel).toBeVisible();
  for (const name of [/^Add a picture/, /^Add a link/, /^Remove/]) {
    await expect(vera.panel.getByRole('button', { name })).toHaveCount(0);
  }
  await expect(vera.panel.getByRole('combobox', { name: 'Add a tag' })).toHaveCount(0);
  await vera.panel.getByRole('button', { name: 'Show “screen.png” large' }).click();
  await expect(page.getByRole('dialog', { name: 'screen.png' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toHaveAccessibleName(/picture: screen\.png$/);

  const [address] = await card.locator('img').evaluateAll((images: HTMLImageElement[]) => images.map(({ src }) => src));
  const { context: nobody } = await person({ locale: 'en', url: site.url });
  expect((await nobody.request.get(address ?? '')).status()).toBe(401);
});

test('without a connection a picture is refused with a sentence, and nothing is lost', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const { editor } = await openMap(page);
  await context.setOffline(true);
  const card = editor.card('Opens the e-mail');
  await dropFiles(page, [await drawing()], await middleOf(editor, card));
  const list = page.getByRole('region', { name: 'Pictures and files on their way' });
  await expect(list.getByRole('alert')).toContainText('Nothing is lost: please add them again when the connection is back.');
  await expect(card).not.toHaveAccessibleName(/picture/);
  await context.setOffline(false);
  await list.getByRole('button', { name: /^Close/ }).click();
  await editor.ready();
  await dropFiles(page, [await drawing()], await middleOf(editor, card));
  await expect(card).toHaveAccessibleName(/picture: screen\.png$/);
});

test('on a phone, a picture comes to a card by the panel', async ({ person }) => {
  const { page: olgasPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(olgasPage, 'en', /^Calling customer service/);
  const link = await createJoinLink(context, site.url, mapId);
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { page, context: phones } = await person({ locale: 'en', url: site.url, ...phone });
  leaveChoosingToUs(page);
  await joinAsGuest(page, 'en', link.path, 'Paula');
  const paula = new Editor(page, 'en');
  await paula.showMap();
  await paula.ready();
  const touch = await phones.newCDPSession(page);
  await swipe(touch, [{ from: { x: 195, y: 600 }, to: { x: 195, y: 400 } }]);
  const card = paula.card('Opens the e-mail');
  await expect(card).toBeInViewport();
  await card.tap();
  await expect(card).toHaveAttribute('data-selected', 'true');
  await page.getByRole('button', { name: /Details$/ }).tap();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    paula.panel.getByRole('button', { name: 'Add a picture or file' }).tap(),
  ]);
  const { name, type, bytes } = await photo('IMG_0001.JPG');
  await chooser.setFiles([{ name, mimeType: type, buffer: bytes }]);
  await expect(paula.panel.getByRole('button', { name: 'Show “IMG_0001.JPG” large' })).toBeVisible();
  await checkAccessibility(page, 'the panel with a picture, on a phone');
  await paula.panel.getByRole('button', { name: 'Close details' }).tap();
  await expect(card).toHaveAccessibleName(/picture: IMG_0001\.JPG$/);
});
