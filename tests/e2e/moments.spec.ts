import type { Page } from '@playwright/test';
import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { exportFile } from './support/files';
import { lensOf } from './support/lens';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();
const viewport = { width: 1920, height: 1080 };

async function openServiceCall(page: Page): Promise<{ editor: Editor; mapId: string }> {
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.ready();
  await editor.roomy();
  return { editor, mapId };
}

test('all-or-nothing moments are counted, gone through one by one, and one failed colours what is behind it', async ({
  person,
}) => {
  const { page } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const { editor } = await openServiceCall(page);
  const { keyboard } = page;
  const { button, panel } = lensOf(page, 'moments');
  const tally = (words: string) => expect(editor.canvas.getByText(words, { exact: true })).toBeAttached();
  const lost = editor.canvas.getByRole('note', { name: /^Behind a failed all-or-nothing moment/ });
  await tally('2 all-or-nothing moments: 1 failed, 1 held');
  await expect(lost).toHaveAccessibleName(/Lost from here on: the 14% who leave at step 6$/);

  await test.step('by keyboard: forwards, round, and back', async () => {
    await editor.canvas.focus();
    await keyboard.press('F9');
    await expect(editor.step('Waits on hold')).toBeFocused();
    await expect(panel).toContainText('Moment 1 of 2');
    await expect(panel).toContainText('customer leaves');
    await expect(panel.getByRole('term')).toHaveText(['What makes the customer stay', 'What makes the customer leave']);
    await keyboard.press('F9');
    await expect(editor.step('Gets a straight answer')).toBeFocused();
    const canvas = await editor.boxOf(editor.canvas);
    const step = await editor.boxOf(editor.step('Gets a straight answer'));
    expect(Math.abs(step.x + step.width / 2 - canvas.x - canvas.width / 2), 'in the middle').toBeLessThan(3);
    await expect(panel).toContainText('customer stays');
    await keyboard.press('F9');
    await expect(editor.step('Waits on hold')).toBeFocused();
    await keyboard.press('Shift+F9');
    await expect(editor.step('Gets a straight answer')).toBeFocused();
    await checkAccessibility(page, 'moments one by one');
  });

  await test.step('with the mouse: the buttons keep the focus, so that one can press them again', async () => {
    const next = panel.getByRole('button', { name: 'Next moment' });
    await next.click();
    await expect(panel).toContainText('Moment 1 of 2');
    await expect(next).toBeFocused();
    await keyboard.press('Enter');
    await expect(panel).toContainText('Moment 2 of 2');
    await panel.getByRole('button', { name: 'Previous moment' }).click();
    await expect(panel).toContainText('Moment 1 of 2');
    await button.click();
    await expect(panel).toHaveCount(0);
  });

  await test.step('another verdict, another colour', async () => {
    await editor.fit();
    await editor.step('Waits on hold').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'What happens at this moment' }).hover();
    await page.getByRole('menuitemradio', { name: 'customer stays' }).click();
    await tally('2 all-or-nothing moments: 2 held');
    await expect(lost).toHaveCount(0);
    await editor.step('Gets a straight answer').click();
    await editor.panel.getByRole('radio', { name: 'Open' }).click();
    await tally('2 all-or-nothing moments: 1 held, 1 still open');
    await editor.panel.getByRole('radio', { name: 'Leaves' }).click();
    await expect(lost).toHaveAccessibleName(/Lost from here on: those who leave at step 10$/);
    await editor.saved();
  });

  await test.step('the files show it, too', async () => {
    const svg = (await exportFile(page, 'en', 'SVG')).toString('utf8');
    expect(svg).toContain('2 all-or-nothing moments:');
    expect(svg).toContain('Lost from here on');
  });
});

test('what is only assumed is told apart, counted, said of several at once, and exported so', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const { editor, mapId } = await openServiceCall(page);
  const { keyboard } = page;
  const { button, panel } = lensOf(page, 'evidence');
  const [assumed, observed] = [editor.step('Tells her story'), editor.step('Waits on hold')];
  const card = editor.card('Describes what she was');

  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(panel.getByRole('status')).toHaveText('9 of 12 steps are only assumed');
  await expect(panel.getByRole('row', { name: /^observed/ }).getByRole('cell')).toHaveText(['3', '20']);
  await expect(assumed).toHaveAttribute('data-assumed', 'true');
  await expect(observed).toHaveAttribute('data-assumed', 'false');
  await expect(card).toHaveAttribute('data-assumed', 'true');
  await expect(editor.card('Puts the phone on speaker')).toHaveAttribute('data-assumed', 'false');
  await checkAccessibility(page, 'what is only assumed');

  await test.step('several steps and cards are given one level at once', async () => {
    await assumed.click();
    await editor.step('Is passed on').click({ modifiers: ['Shift'] });
    await card.click({ modifiers: ['Shift'] });
    await expect(editor.panel.getByRole('heading', { name: '2 steps, 1 card' })).toBeVisible();
    const level = editor.panel.getByLabel('How it is known');
    await expect(level).toHaveValue('various');
    await level.selectOption({ label: 'measured' });
    await expect(panel.getByRole('status')).toHaveText('7 of 12 steps are only assumed');
    await expect(card).toHaveAttribute('data-assumed', 'false');
    await expect(level).toHaveValue('measured');
    await editor.canvas.focus();
    await keyboard.press('Control+z');
    await expect(panel.getByRole('status')).toHaveText('9 of 12 steps are only assumed');
    await keyboard.press('Control+Shift+z');
    await expect(panel.getByRole('status')).toHaveText('7 of 12 steps are only assumed');
    await editor.saved();
  });

  await test.step('it is one’s own look: a viewer sees the map as usual, and may look so, too', async () => {
    const link = await createJoinLink(context, site.url, mapId, 'viewer');
    const { page: visPage } = await person({ locale: 'en', url: site.url, viewport });
    await joinAsGuest(visPage, 'en', link.path, 'Vi');
    const vi = new Editor(visPage, 'en');
    await expect(vi.canvas).toBeVisible();
    await expect(vi.step('Gets a bill')).toHaveAttribute('data-assumed', 'false');
    await vi.canvas.focus();
    await visPage.keyboard.press('Control+Shift+E');
    await expect(lensOf(visPage, 'evidence').panel.getByRole('status')).toHaveText('7 of 12 steps are only assumed');
    await expect(vi.step('Gets a bill')).toHaveAttribute('data-assumed', 'true');
  });

  await test.step('an export asks, and begins with what one sees', async () => {
    const shown = (await exportFile(page, 'en', 'SVG')).toString('utf8');
    expect(shown).toContain('hatched: only assumed, 7 of 12 steps');
    await panel.getByRole('button', { name: 'Show the map as usual' }).click();
    await expect(panel).toHaveCount(0);
    await expect(page.locator('[data-assumed="true"]')).toHaveCount(0);
    const plain = (await exportFile(page, 'en', 'SVG')).toString('utf8');
    expect(plain).not.toContain('only assumed');
  });
});

test('on a phone, both have room beside the map', async ({ person }) => {
  const { page } = await person({
    ...{ locale: 'en', url: site.url, storageState: site.ownerState },
    ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  });
  await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.showMap();
  await editor.ready();
  const moments = lensOf(page, 'moments');
  await moments.button.tap();
  await moments.panel.getByRole('button', { name: 'Next moment' }).tap();
  await expect(moments.panel).toContainText('Waits on hold');
  await expect(editor.step('Waits on hold')).toBeInViewport();
  const [panel, step] = [await editor.boxOf(moments.panel), await editor.boxOf(editor.step('Waits on hold'))];
  expect(step.y, 'the step lies below the panel').toBeGreaterThan(panel.y + panel.height - 1);
  await checkAccessibility(page, 'moments on a phone');
  const evidence = lensOf(page, 'evidence');
  await evidence.button.tap();
  await expect(evidence.panel.getByRole('status')).toHaveText('9 of 12 steps are only assumed');
  await evidence.panel.getByRole('button', { name: 'Close' }).tap();
  await expect(editor.step('Waits on hold')).toHaveAttribute('data-assumed', 'false');
  await evidence.button.tap();
  await expect(evidence.button).toHaveAttribute('aria-pressed', 'false');
});
