import type { Locator, Page } from '@playwright/test';
import { toMapFile } from '@/lib/interchange/mapFile';
import { largeMap } from '@/tests/builders/map';
import { checkAccessibility } from './support/axe';
import { Editor, type Place } from './support/editor';
import { darkestAround, lensOf, openFile } from './support/lens';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();
/** A large screen: the whole map is on it, large enough to be worked on. */
const viewport = { width: 1920, height: 1080 };

const middleOf = (box: { x: number; y: number; width: number; height: number }): Place => ({
  x: box.x + box.width / 2,
  y: box.y + box.height / 2,
});

async function openServiceCall(page: Page): Promise<{ editor: Editor; mapId: string }> {
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.ready();
  await editor.roomy();
  return { editor, mapId };
}

const transition = (editor: Editor, name: string): Locator => editor.canvas.getByRole('group', { name, exact: true });

/** Drags by the mouse over several places. */
async function dragOver(page: Page, from: Place, ...places: Place[]): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (const place of places) await page.mouse.move(place.x, place.y, { steps: 6 });
  await page.mouse.up();
}

test('transitions are drawn, led elsewhere and given shares with the mouse', async ({ person }) => {
  const { page } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const { editor } = await openServiceCall(page);
  const handle = page.getByTitle('Draw a transition to another step');

  await test.step('a trembling hand draws nothing; out and back draws a loop; into the open an exit', async () => {
    const step = editor.step('Tells her story');
    await step.hover();
    const start = middleOf(await editor.boxOf(handle));
    await dragOver(page, start, { x: start.x + 5, y: start.y + 4 });
    await expect(editor.openText).toHaveCount(0);
    await step.hover();
    const box = await editor.boxOf(step);
    await dragOver(page, start, { x: start.x, y: start.y - 90 }, middleOf(box));
    await editor.typeNew('is asked once more');
    await expect(transition(editor, 'Transition “is asked once more” (back) from step 7 to itself')).toBeVisible();
    await editor.step('Is passed on to Billing').hover();
    const other = middleOf(await editor.boxOf(handle));
    await dragOver(page, other, { x: other.x, y: other.y - 130 });
    await editor.typeNew('gives up');
    await expect(transition(editor, 'Exit “gives up” at step 8')).toBeVisible();
  });

  await test.step('both ends of a transition are dragged to other steps', async () => {
    // The details have opened beside the map.
    await editor.fit();
    await transition(editor, 'Transition “31% call a second time” (back) from step 11 to step 5').click();
    const target = await editor.boxOf(editor.step('Gives up on the contact form'));
    await editor.drag(page.getByTitle('where the transition leads'), middleOf(target));
    await expect(transition(editor, 'Transition “31% call a second time” (back) from step 11 to step 3')).toBeVisible();
    const source = await editor.boxOf(editor.step('Tells it all over again'));
    await editor.drag(page.getByTitle('where the transition begins'), middleOf(source));
    await expect(transition(editor, 'Transition “31% call a second time” (back) from step 9 to step 3')).toBeVisible();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(transition(editor, 'Transition “31% call a second time” (back) from step 11 to step 5')).toBeVisible();
  });

  await test.step('shares of more than all customers are pointed out, not forbidden', async () => {
    await transition(editor, 'Transition “is asked once more” (back) from step 7 to itself').click();
    const share = editor.panel.getByLabel('Share of customers in %');
    await share.fill('60');
    await share.press('Enter');
    await expect(editor.panel.getByText('more than come')).toHaveCount(0);
    await editor.panel.getByLabel('To', { exact: true }).selectOption({ label: 'Out of the journey' });
    await expect(transition(editor, 'Exit “60% is asked once more” at step 7')).toBeVisible();
    await editor.panel.getByLabel('From', { exact: true }).selectOption({ label: '6 Waits on hold' });
    await expect(transition(editor, 'Exit “60% is asked once more” at step 6')).toBeVisible();
    await share.fill('90');
    await share.press('Enter');
    const warning = editor.panel.getByText('Together, the ways from step 6 take 104% of the customers: more than come.');
    await expect(warning).toBeVisible();
    await editor.step('Waits on hold').click();
    await expect(warning).toBeVisible();
    await expect(editor.panel.getByRole('button', { name: '14% · leaves · hang up and cancel' })).toBeVisible();
  });
  await editor.saved();
});

test('a transition is made, led elsewhere and described without the mouse', async ({ person }) => {
  const { page } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const { editor } = await openServiceCall(page);
  const { keyboard } = page;
  await editor.canvas.focus();
  await keyboard.press('Enter');
  await expect(editor.step('Gets a bill')).toBeFocused();
  await keyboard.press('Control+Shift+K');
  const dialog = page.getByRole('dialog', { name: 'Connect step 1' });
  await expect(dialog.getByRole('combobox', { name: 'Find a step' })).toBeFocused();
  await checkAccessibility(page, 'choosing a target', ['[role="dialog"]']);
  await keyboard.type('phone');
  await expect(dialog.getByRole('option', { selected: true })).toHaveText('4 Finds a phone number at last');
  await keyboard.press('Enter');
  await expect(editor.openText).toBeFocused();
  await keyboard.type('knows the number');
  await keyboard.press('Escape');
  const made = transition(editor, 'Transition “knows the number” (skips) from step 1 to step 4');
  await expect(made).toBeFocused();

  // The same from the details, whose lists have the platform's own keys.
  const target = editor.panel.getByLabel('To', { exact: true });
  await target.focus();
  await keyboard.press('ArrowDown');
  await expect(transition(editor, 'Transition “knows the number” (skips) from step 1 to step 5')).toBeVisible();
  await target.focus();
  await keyboard.press('Home');
  await expect(transition(editor, 'Transition “knows the number” (back) from step 1 to itself')).toBeVisible();

  // A way to the last entry: the same step again; and Escape leaves the list without making anything.
  await editor.step('Looks for an').click();
  await keyboard.press('Control+Shift+K');
  await page.getByRole('combobox', { name: 'Find a step' }).press('End');
  await keyboard.press('Enter');
  await expect(editor.openText).toBeFocused();
  await keyboard.press('Escape');
  await expect(transition(editor, 'Transition “again” (back) from step 2 to itself')).toBeVisible();
  await keyboard.press('Control+Shift+K');
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(editor.openText).toHaveCount(0);
});

test('the ways are listed, and one of them is highlighted for oneself alone', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const { editor, mapId } = await openServiceCall(page);
  const link = await createJoinLink(context, site.url, mapId, 'viewer');
  const { page: visPage } = await person({ locale: 'en', url: site.url, viewport });
  await joinAsGuest(visPage, 'en', link.path, 'Vi');
  const vi = new Editor(visPage, 'en');
  await expect(vi.canvas).toBeVisible();
  const { button, panel } = lensOf(page, 'ways');
  const { keyboard } = page;

  await button.click();
  await expect(panel.getByRole('radio', { name: 'No way highlighted' })).toBeFocused();
  await expect(panel.getByRole('radio')).toHaveCount(7);
  await expect(panel.getByRole('group', { name: 'Leaves at step 6: hang up and cancel' }).getByRole('radio')).toHaveCount(2);
  const straight = panel.getByRole('radio', { name: /^Steps 1–6 14% of those who begin$/ });
  await straight.check();
  const [on, off] = [editor.step('Waits on hold'), editor.step('Tells her story')];
  await expect(off).toHaveAttribute('data-faded', 'true');
  await expect(on).toHaveAttribute('data-faded', 'false');
  await expect(editor.card('Puts the phone on speaker')).toHaveAttribute('data-faded', 'false');
  await expect(editor.stage('Getting it settled')).toHaveAttribute('data-faded', 'true');
  await expect(transition(editor, 'Transition “31% call a second time” (back) from step 11 to step 5')).toHaveAttribute(
    'data-faded',
    'true',
  );
  await expect(page.locator('[data-way-line]')).toBeAttached();
  await checkAccessibility(page, 'a way highlighted');

  await test.step('arrow keys go from way to way; Escape ends the highlighting, then closes the list', async () => {
    await straight.focus();
    await keyboard.press('ArrowDown');
    const looped = panel.getByRole('radio', { name: /^Steps 1–11, back to 5–6 .*1 loop, gone through once$/ });
    await expect(looped).toBeChecked();
    await expect(off).toHaveAttribute('data-faded', 'false');
    await expect(editor.step('Makes up her mind')).toHaveAttribute('data-faded', 'true');
    await keyboard.press('Escape');
    await expect(page.locator('[data-faded="true"]')).toHaveCount(0);
    await expect(panel).toBeVisible();
    await keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(editor.canvas).toBeFocused();
  });

  await test.step('by keyboard alone, with the list closed, and ended on the map', async () => {
    await keyboard.press('Control+Shift+G');
    await expect(panel.getByRole('radio', { name: 'No way highlighted' })).toBeFocused();
    await keyboard.press('ArrowDown');
    await expect(off).toHaveAttribute('data-faded', 'true');
    await panel.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('button', { name: 'Way: Steps 1–6' })).toBeVisible();
    await expect(off).toHaveAttribute('data-faded', 'true');
    await editor.canvas.focus();
    await keyboard.press('Escape');
    await expect(off).toHaveAttribute('data-faded', 'false');
    await expect(page.getByRole('button', { name: /^Way: / })).toHaveCount(0);
  });

  await test.step('others see the map as usual, and a change of theirs that takes the way away ends it', async () => {
    await button.click();
    await panel.getByRole('radio', { name: /^Steps 1–11, back to 5–6/ }).check();
    await expect(editor.step('Makes up her mind')).toHaveAttribute('data-faded', 'true');
    await expect(visPage.locator('[data-faded="true"]')).toHaveCount(0);
    await transition(editor, 'Transition “31% call a second time” (back) from step 11 to step 5').click();
    await keyboard.press('Delete');
    await expect(page.locator('[data-faded="true"]')).toHaveCount(0);
    await expect(panel.getByRole('radio')).toHaveCount(4);
  });

  await test.step('a viewer has the list, too', async () => {
    const theirs = lensOf(visPage, 'ways');
    await theirs.button.click();
    await theirs.panel.getByRole('radio', { name: /^Steps 1–6/ }).check();
    await expect(vi.step('Tells her story')).toHaveAttribute('data-faded', 'true');
    await visPage.keyboard.press('Escape');
    await expect(visPage.locator('[data-faded="true"]')).toHaveCount(0);
  });
});

test('a way is highlighted on a map so large that it is painted', async ({ person }) => {
  const { page } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const map = largeMap({ steps: 24, lanes: 8, cardsPerCell: 3 });
  map.transitions.push({ id: 'out', kind: 'exit', from: 'step3', to: null, label: 'leave early', share: 0.2 });
  await openFile(page, 'large.json', toMapFile(map, { programVersion: '1.0.0' }));
  const editor = new Editor(page, 'en');
  await editor.ready();
  await editor.roomy();
  await expect(editor.canvas).toHaveAttribute('data-painted', 'true');
  const canvas = await editor.boxOf(editor.canvas);
  const right = { x: canvas.x + canvas.width * 0.8, y: canvas.y + canvas.height * 0.5 };
  const before = await darkestAround(page, right, 30);
  expect(before).toBeLessThan(150);

  const { button, panel } = lensOf(page, 'ways');
  await button.click();
  await panel.getByRole('radio', { name: /^Steps 1–3 20%/ }).check();
  await expect.poll(() => darkestAround(page, right, 30)).toBeGreaterThan(180);
  await page.keyboard.press('Escape');
  await expect.poll(() => darkestAround(page, right, 30)).toBe(before);
});

test('with a finger: a loop is drawn, a way chosen and ended', async ({ person }) => {
  const { page, context } = await person({
    ...{ locale: 'en', url: site.url, storageState: site.ownerState },
    ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  });
  await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.showMap();
  await editor.ready();
  const touch = await context.newCDPSession(page);
  const step = editor.step('Gets a bill');
  await step.tap();
  await expect(step).toHaveAttribute('data-selected', 'true');
  const start = middleOf(await editor.boxOf(page.getByTitle('Draw a transition to another step')));
  const box = middleOf(await editor.boxOf(step));
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [start] });
  for (const place of [{ x: start.x, y: start.y - 40 }, { x: start.x, y: start.y - 80 }, { x: box.x, y: box.y - 20 }, box])
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [place] });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(editor.openText).toBeFocused();
  await page.keyboard.type('reads it again');
  await step.tap();
  await expect(transition(editor, 'Transition “reads it again” (back) from step 1 to itself')).toBeAttached();

  const { button, panel } = lensOf(page, 'ways');
  await button.tap();
  await panel.getByText(/^Steps 1–6$/).tap();
  await panel.getByRole('button', { name: 'Show the whole way' }).tap();
  await panel.getByRole('button', { name: 'Close' }).tap();
  const chip = page.getByRole('button', { name: 'Way: Steps 1–6' });
  await expect(chip).toBeVisible();
  await expect(page.locator('[data-faded="true"]').first()).toBeAttached();
  await checkAccessibility(page, 'a way on a phone');
  await page.getByRole('button', { name: 'End highlighting' }).tap();
  await expect(page.locator('[data-faded="true"]')).toHaveCount(0);
  await expect(chip).toHaveCount(0);
});
