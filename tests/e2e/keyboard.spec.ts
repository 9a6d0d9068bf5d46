import type { Locator, Page } from '@playwright/test';
import { Editor } from './support/editor';
import { alive, mapIdOf } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();

/** Walks on by Tab until something has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target, 'reached by Tab').toBeFocused();
}

test('a map is made from nothing without touching the mouse', async ({ person }) => {
  const { page } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const { keyboard } = page;
  await page.goto('/');
  await alive(page);
  await tabTo(page, page.getByRole('button', { name: 'New map' }).first());
  await keyboard.press('Enter');
  const blank = page.getByRole('radio', { name: /^Blank map/ });
  await expect(page.getByRole('dialog', { name: 'New map' })).toBeVisible();
  // Held for as long as a finger does: Radix chooses what an arrow key reaches only while the key is down.
  const checked = page.getByRole('radio', { checked: true });
  for (let presses = 0; presses < 5; presses++) {
    const before = await checked.textContent();
    await keyboard.press('ArrowDown', { delay: 60 });
    await expect(checked).not.toHaveText(before ?? '');
  }
  await expect(blank).toBeChecked();
  await tabTo(page, page.getByRole('button', { name: 'Create map' }));
  await keyboard.press('Enter');
  await mapIdOf(page);
  const editor = new Editor(page, 'en');
  await editor.ready();

  // Into the map, to its first step: a title, a second step beside it, a stage of its own.
  await tabTo(page, editor.canvas);
  await keyboard.press('Enter');
  await expect(editor.step('Untitled').first()).toBeFocused();
  await keyboard.type('Notices the bill');
  await keyboard.press('Enter');
  await expect(editor.step('Notices the bill')).toBeFocused();
  await keyboard.press('Control+Alt+ArrowRight');
  await expect(editor.openText).toBeFocused();
  await keyboard.type('Calls the hotline');
  await keyboard.press('Escape');
  await expect(editor.step('Calls the hotline')).toHaveAccessibleName(/^Step 2, .*stage Before, /);
  await keyboard.press('ArrowUp');
  await expect(editor.stage('Before')).toBeFocused();
  await keyboard.press('ContextMenu');
  const focusedItem = page.locator('[role="menuitem"]:focus');
  const itemName = async () => ((await focusedItem.count()) > 0 ? focusedItem.first().innerText() : '');
  await page.getByRole('menuitem', { name: 'Add a stage after' }).waitFor();
  for (let name = await itemName(); !name.startsWith('Add a stage after'); name = await itemName()) {
    await keyboard.press('ArrowDown');
    // The menu moves its focus after the key: a second key too early would go past the line.
    await expect.poll(itemName).not.toBe(name);
  }
  await keyboard.press('Enter');
  await expect(editor.openText).toBeFocused();
  await keyboard.type('On the phone');
  await keyboard.press('Enter');
  await expect(editor.stage('On the phone')).toBeFocused();

  // Cards: typing in an empty cell writes one, Enter goes on to the next, Tab to the next cell.
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowDown');
  await expect(editor.step('Notices the bill')).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.type('Opens the letter');
  await keyboard.press('Enter');
  await expect(editor.openText).toBeFocused();
  await keyboard.type('Compares it');
  await keyboard.press('Tab');
  await expect(editor.card('Opens the letter')).toHaveAccessibleName(/step 1 Notices the bill, lane Doing$/);
  await expect(editor.card('Compares it')).toHaveCount(1);
  await expect(page.getByRole('group', { name: 'Empty cell, step 2 Calls the hotline, lane Doing' })).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.type('Dials');
  await keyboard.press('Escape');
  await expect(editor.card('Dials')).toBeFocused();

  // Arrows walk, Alt and arrows move.
  await keyboard.press('ArrowLeft');
  await expect(editor.card('Opens the letter')).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(editor.card('Compares it')).toBeFocused();
  await keyboard.press('Alt+ArrowUp');
  await keyboard.press('ArrowDown');
  await expect(editor.card('Opens the letter')).toBeFocused();
  await keyboard.press('Alt+ArrowRight');
  await expect(editor.card('Opens the letter')).toHaveAccessibleName(/step 2 Calls the hotline, lane Doing$/);
  await keyboard.press('Alt+ArrowDown');
  await expect(editor.card('Opens the letter')).toHaveAccessibleName(/lane Thinking$/);
  await expect(editor.card('Opens the letter')).toBeFocused();

  // Delete and take it back.
  await keyboard.press('Delete');
  await expect(editor.card('Opens the letter')).toHaveCount(0);
  await keyboard.press('Control+z');
  await expect(editor.card('Opens the letter')).toHaveCount(1);
  await keyboard.press('Control+Shift+z');
  await expect(editor.card('Opens the letter')).toHaveCount(0);
  await keyboard.press('Control+z');

  // The step's emotion and its all-or-nothing moment.
  await keyboard.press('Control+ArrowDown');
  await keyboard.press('ArrowDown');
  const point = editor.emotion('Calls the hotline');
  await expect(point).toBeFocused();
  await expect(point).toHaveAttribute('aria-valuenow', '-2');
  await keyboard.press('Shift+ArrowUp');
  await expect(point).toHaveAttribute('aria-valuenow', '-1.9');
  await keyboard.press('Escape');
  await expect(editor.step('Calls the hotline')).toBeFocused();
  await keyboard.press('Control+Shift+m');
  await expect(editor.step('Calls the hotline')).toHaveAccessibleName(/all-or-nothing moment$/);

  // Out of the map again, and what was made is stored.
  await keyboard.press('Escape');
  await keyboard.press('Tab');
  await expect(editor.canvas).not.toBeFocused();
  await editor.saved();
  const before = await editor.contents();
  await page.reload();
  await editor.ready();
  await expect.poll(() => editor.contents()).toEqual(before);
});
