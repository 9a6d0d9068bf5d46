import type { Locator, Page } from '@playwright/test';
import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { dragByFinger } from './support/touch';

const site = siteOfThisFile();
const template = /^Calling customer service/;

const heightOf = async (editor: Editor, lane: Locator): Promise<number> => (await editor.boxOf(lane)).height;
const grip = (page: Page): Locator => page.locator('[data-lane-edge]');
/** Rests on a lane until its own edge can be taken: two moves within one frame are one. */
const hoverLane = async (page: Page, lane: Locator): Promise<void> => {
  await lane.hover();
  const id = (await lane.getAttribute('data-reference'))?.replace('lane:', '') ?? '';
  await expect(grip(page)).toHaveAttribute('data-lane-edge', id);
};
const toast = (page: Page, text: string | RegExp): Locator => page.getByRole('listitem').filter({ hasText: text });

/** A map of the template, at 100 %, without the overview and the panel. */
async function openMap(page: Page): Promise<{ editor: Editor; mapId: string }> {
  const mapId = await createMap(page, 'en', template);
  const editor = new Editor(page, 'en');
  await editor.ready();
  await editor.roomy();
  return { editor, mapId };
}

test('a lane is made higher by mouse, by keys and by a number, and everybody sees it', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const { editor, mapId } = await openMap(page);
  const link = await createJoinLink(context, site.url, mapId);
  const guest = await person({ locale: 'de', url: site.url });
  await joinAsGuest(guest.page, 'de', link.path, 'Gerd');
  const other = new Editor(guest.page, 'de');
  await other.ready();
  await other.roomy();

  const others = other.lane('Tun');
  const othersBefore = await heightOf(other, others);
  const lane = editor.lane('Doing');
  const below = editor.lane('Thinking');
  const before = await editor.boxOf(lane);
  const belowBefore = await editor.boxOf(below);
  await hoverLane(page, lane);
  const handle = await editor.boxOf(grip(page));
  expect(handle.height, 'tall enough for a hand').toBeGreaterThanOrEqual(20);

  // The map follows the edge; Escape gives it up, and nothing happened.
  // By its upper half: the other one lies over the next lane, which a mouse that jumps there may rest on first.
  const from = { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 - 5 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + 60, { steps: 6 });
  await expect(page.getByText(/^\d+ px$/)).toBeVisible();
  expect((await editor.boxOf(below)).y, 'what lies below follows').toBeGreaterThan(belowBefore.y + 40);
  await page.keyboard.press('Escape');
  await page.mouse.move(from.x, from.y + 90, { steps: 3 });
  await page.mouse.up();
  expect(await heightOf(editor, lane)).toBeCloseTo(before.height, 0);

  // Drawn and let go: higher for everybody, and one step of undo.
  await hoverLane(page, lane);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + 60, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => heightOf(editor, lane)).toBeGreaterThan(before.height + 40);
  await editor.saved();
  await expect.poll(() => heightOf(other, others)).toBeGreaterThan(othersBefore * 1.2);
  await expect(lane).toHaveAttribute('data-selected', 'true');

  await page.keyboard.press('Control+z');
  await expect.poll(() => heightOf(editor, lane)).toBeLessThan(before.height + 8);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => heightOf(editor, lane)).toBeGreaterThan(before.height + 40);
  expect(await heightOf(editor, lane)).toBeGreaterThan(before.height * 1.2);

  // By keys, from a cell of the lane as well.
  await lane.click();
  const start = await heightOf(editor, lane);
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect.poll(() => heightOf(editor, lane)).toBeGreaterThan(start);
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(() => heightOf(editor, lane)).toBeCloseTo(start, 0);

  // By a number, which says what it cannot take; and as high as its cards again.
  const field = editor.panel.getByLabel('Least height in pixels');
  await field.fill('12');
  await field.press('Enter');
  await expect(editor.panel.getByText('Write a number from 24 to 4,000.')).toBeVisible();
  await field.fill('400');
  await field.press('Enter');
  await expect.poll(() => heightOf(editor, lane)).toBeGreaterThan(start);
  await checkAccessibility(page, 'a lane with a height');
  await page.emulateMedia({ colorScheme: 'light' });
  await editor.panel.getByRole('button', { name: 'As high as its cards' }).click();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
  await editor.fit();
  await expect.poll(() => heightOf(editor, lane)).toBeLessThan(start);
});

test('a finger makes a lane higher', async ({ person }) => {
  const owner = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const { mapId } = await openMap(owner.page);
  const link = await createJoinLink(owner.context, site.url, mapId);
  const phone = await person({
    locale: 'en',
    url: site.url,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await joinAsGuest(phone.page, 'en', link.path, 'Paula');
  const paula = new Editor(phone.page, 'en');
  await paula.showMap();
  await paula.ready();
  const lane = paula.lane('Doing');
  const touch = await phone.context.newCDPSession(phone.page);
  const canvas = await paula.boxOf(paula.canvas);
  const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 };
  await dragByFinger(touch, middle, { x: middle.x, y: middle.y - 250 });
  await lane.tap();
  await expect(lane).toHaveAttribute('data-selected', 'true');
  const before = await heightOf(paula, lane);
  const handle = await paula.boxOf(grip(phone.page));
  const from = { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 };
  await dragByFinger(touch, from, { x: from.x, y: from.y + 80 });
  await expect.poll(() => heightOf(paula, lane)).toBeGreaterThan(before + 60);
  await paula.saved();
});

test('lanes are hidden for everyone and shown again, and nobody loses a word or the keyboard', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const { editor, mapId } = await openMap(page);
  const link = await createJoinLink(context, site.url, mapId);
  const guest = await person({ locale: 'en', url: site.url });
  await joinAsGuest(guest.page, 'en', link.path, 'Greta');
  const greta = new Editor(guest.page, 'en');
  await greta.ready();
  await greta.roomy();

  // Greta writes in the lane that Olga hides.
  const hers = await greta.open(greta.card('Holds it against'));
  await guest.page.keyboard.type(', twice');
  await expect(editor.card('Holds it against last month’s bill, twice')).toBeVisible();
  await editor.lane('Doing').click();
  await page.keyboard.press('Shift+Space');
  await expect(editor.lane('Doing')).toHaveCount(0);
  await expect(editor.card('Holds it against')).toHaveCount(0);
  await expect(toast(page, 'Lane “Doing” is hidden for everyone')).toBeVisible();
  await expect(page.getByRole('button', { name: /^\d+ unplaced card/ })).toHaveCount(0);
  await expect(editor.lane('Thinking'), 'the keyboard goes on at the lane beside it').toBeFocused();

  await expect(toast(guest.page, 'Lane “Doing” has been hidden for everyone')).toContainText('What was written there is kept.');
  await expect(hers).toHaveCount(0);
  await expect(greta.step('Gets a bill'), 'she goes on at the same step').toBeFocused();

  // The button below the lanes tells of it, is reached by Tab, and shows the lane again.
  const button = editor.canvas.getByRole('button', { name: '1 hidden lane' });
  await expect(button).toBeVisible();
  await expect(greta.canvas.getByRole('button', { name: '1 hidden lane' })).toBeVisible();
  await editor.lane('Thinking').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Hide the lane for everyone/ }).click();
  const both = editor.canvas.getByRole('button', { name: '2 hidden lanes' });
  await expect(both).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(editor.canvas).toBeFocused();
  for (let presses = 0; presses < 12 && !(await both.evaluate((element) => element === document.activeElement)); presses++) {
    await page.keyboard.press('Tab');
  }
  await expect(both).toBeFocused();
  await checkAccessibility(page, 'hidden lanes');
  await page.keyboard.press('Enter');
  const list = page.getByRole('dialog', { name: '2 hidden lanes' });
  await expect(list.getByText('Not on the map and in no picture, for nobody.')).toBeVisible();
  await checkAccessibility(page, 'the list of hidden lanes');
  await page.emulateMedia({ colorScheme: 'light' });
  await list.getByRole('button', { name: 'Show Doing' }).press('Enter');
  await expect(editor.lane('Doing')).toBeFocused();
  await expect(editor.lane('Doing')).toHaveAttribute('data-selected', 'true');
  await expect(editor.card('Holds it against last month’s bill, twice')).toBeVisible();
  await expect(greta.card('Holds it against last month’s bill, twice')).toBeVisible();

  // In the panel, too: hidden from the lane's own, shown from the map's.
  await page.keyboard.press('Space');
  await expect(editor.lane('Doing, folded')).toBeFocused();
  await page.keyboard.press('Space');
  const panel = editor.panel;
  if (!(await panel.isVisible())) await page.getByRole('button', { name: 'Show details' }).click();
  await panel.getByRole('button', { name: 'Hide the lane' }).click();
  await expect(editor.lane('Doing')).toHaveCount(0);
  await toast(page, 'Lane “Doing” is hidden').last().getByRole('button', { name: 'Undo' }).click();
  await expect(editor.lane('Doing')).toBeVisible();
  await page.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Show Thinking' }).click();
  await expect(editor.lane('Thinking')).toBeFocused();
  await expect(editor.canvas.getByRole('button', { name: /hidden lane/ })).toHaveCount(0);
});

test('somebody who may only look sees that lanes are hidden, and no way to change it', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const { editor, mapId } = await openMap(page);
  await editor.lane('Doing').click();
  await page.keyboard.press('Shift+Space');
  await editor.saved();
  const link = await createJoinLink(context, site.url, mapId, 'viewer');
  const viewer = await person({ locale: 'en', url: site.url });
  await joinAsGuest(viewer.page, 'en', link.path, 'Vera');
  const vera = new Editor(viewer.page, 'en');
  await expect(vera.lane('Thinking')).toBeVisible();
  await vera.roomy();
  await vera.lane('Thinking').click();
  await expect(grip(viewer.page)).toHaveCount(0);
  await expect(vera.panel.getByRole('button', { name: 'Hide the lane' })).toHaveCount(0);
  await viewer.page.keyboard.press('Shift+Space');
  await expect(vera.lane('Thinking')).toBeVisible();
  await vera.canvas.getByRole('button', { name: '1 hidden lane' }).click();
  const list = viewer.page.getByRole('dialog', { name: '1 hidden lane' });
  await expect(list.getByText('Doing')).toBeVisible();
  await expect(list.getByRole('button')).toHaveCount(0);
});
