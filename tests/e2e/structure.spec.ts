import type { Locator, Page } from '@playwright/test';
import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, type Person, type PersonOptions, test } from './support/test';

const site = siteOfThisFile();

type Opened = { page: Page; editor: Editor; mapId: string; context: Person['context'] };

/** The owner on a map of the service call, or on a blank one. */
async function openMap(
  person: (options: PersonOptions) => Promise<Person>,
  source = /^Calling customer service/,
): Promise<Opened> {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(page, 'en', source);
  const editor = new Editor(page, 'en');
  await editor.ready();
  await editor.roomy();
  return { page, editor, mapId, context };
}

/** A message at the lower edge. */
const message = (page: Page, text: string | RegExp): Locator => page.getByRole('listitem').filter({ hasText: text });

/** Chooses a line of the menu of something. */
async function choose(page: Page, target: Locator, name: string | RegExp): Promise<void> {
  await target.click({ button: 'right' });
  await page.getByRole('menuitem', { name }).click();
}

test('steps are merged and split by keyboard, and others see it at once', async ({ person }) => {
  const { page, editor, mapId, context } = await openMap(person);
  const { keyboard } = page;
  const guest = await person({ locale: 'en', url: site.url });
  const link = await createJoinLink(context, site.url, mapId);
  await joinAsGuest(guest.page, 'en', link.path, 'Gwen');
  const gwen = new Editor(guest.page, 'en');
  await gwen.ready();
  await gwen.fit();

  await editor.step('Waits on hold').click();
  await keyboard.press('Shift+ArrowRight');
  await expect(editor.step('Tells her story')).toBeFocused();
  await expect(editor.step('Waits on hold')).toHaveAttribute('data-selected', 'true');
  await keyboard.press('Alt+Backspace');
  const merged = 'Waits on hold / Tells her story';
  await expect(editor.step(merged)).toHaveAccessibleName(/^Step 6, /);
  await expect(editor.step(merged)).toBeFocused();
  await expect(message(page, '2 steps are now one')).toContainText('Step 6 keeps its id: evidence and comparisons stay with it.');
  await expect(gwen.step(merged)).toBeVisible();
  await expect(gwen.card('Gives name, number')).toHaveAccessibleName(/step 6 Waits on hold/);

  // Split again, from a card on: Space ticks, Enter does it.
  await editor.card('Gives name, number').click();
  await keyboard.press('Alt+Enter');
  const dialog = page.getByRole('dialog', { name: 'Split step 6: Waits on hold / Tells her story' });
  await expect(dialog).toContainText('The first part keeps its id: evidence, transitions, moment, times and notes stay with it.');
  await expect(dialog.getByRole('textbox', { name: 'Title of the new step' })).toBeFocused();
  await keyboard.type('Tells her story');
  await expect(dialog.getByRole('checkbox', { name: 'Puts the phone on speaker and tidies the kitchen' })).not.toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: 'Gives name, number' })).toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: 'Describes what she was told' })).toBeChecked();
  const relieved = dialog.getByRole('checkbox', { name: 'relieved' });
  const was = await relieved.isChecked();
  await relieved.focus();
  await keyboard.press('Space');
  await expect(relieved).toBeChecked({ checked: !was });
  await keyboard.press('Space');
  await checkAccessibility(page, 'window for splitting a step', ['[role="dialog"]']);
  await dialog.getByRole('textbox', { name: 'Title of the new step' }).focus();
  await keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(editor.step('Tells her story')).toHaveAccessibleName(/^Step 7, /);
  await expect(editor.step('Tells her story')).toBeFocused();
  await expect(editor.card('Gives name, number')).toHaveAccessibleName(/step 7 Tells her story/);
  await expect(gwen.card('Describes what she was told')).toHaveAccessibleName(/step 7 Tells her story/);

  // Each is one step of undo.
  await keyboard.press('Control+z');
  await expect(editor.card('Gives name, number')).toHaveAccessibleName(/step 6 Waits on hold/);
  await keyboard.press('Control+z');
  await expect(editor.step('Tells her story')).toHaveAccessibleName(/^Step 7, /);
  await expect(editor.step(merged)).toHaveCount(0);
  await expect(gwen.step('Tells her story')).toHaveAccessibleName(/^Step 7, /);
});

test('stages are merged and split, and whole things duplicated, by mouse', async ({ person }) => {
  const { page, editor } = await openMap(person);
  await choose(page, editor.stage('Noticing'), 'Merge with the next stage');
  const merged = editor.stage('Noticing / Looking for a way in');
  await expect(merged).toHaveAccessibleName(/4 steps$/);
  await message(page, '2 stages are now one').getByRole('button', { name: 'Undo' }).click();
  await expect(editor.stage('Looking for a way in')).toHaveAccessibleName(/3 steps$/);
  await editor.stage('Noticing').click();
  await editor.stage('Looking for a way in').click({ modifiers: ['Shift'] });
  await editor.stage('Noticing').click({ button: 'right' });
  const item = page.getByRole('menuitem', { name: 'Merge 2 stages' });
  await expect(item).toContainText('The first one keeps its id');
  await checkAccessibility(page, 'menu of stages', ['[role="menu"]']);
  await item.click();
  await expect(merged).toHaveAccessibleName(/4 steps$/);

  await choose(page, editor.step('Gives up on the contact form'), 'Begin a new stage here');
  await editor.typeNew('Online in vain');
  await expect(editor.stage('Online in vain')).toHaveAccessibleName(/2 steps$/);

  await choose(page, editor.step('Waits on hold'), 'Duplicate');
  await expect(message(page, 'Step duplicated')).toContainText('Transitions stay with the originals.');
  await expect(editor.step('Waits on hold')).toHaveCount(2);
  await expect(editor.card('Puts the phone on speaker')).toHaveCount(2);
  await expect(editor.step('Waits on hold').nth(1)).toHaveAccessibleName(/all-or-nothing moment$/);

  await choose(page, editor.lane('Thinking'), 'Duplicate');
  await expect(editor.lane('Thinking')).toHaveCount(2);
  // Two lanes at once are dragged below the next one.
  await editor.fit();
  await editor.lane('Thinking').first().click();
  await editor
    .lane('Thinking')
    .nth(1)
    .click({ modifiers: ['Shift'] });
  const feeling = await editor.boxOf(editor.lane('Feeling'));
  await editor.drag(editor.lane('Thinking').first(), { x: feeling.x + 20, y: feeling.y + feeling.height - 4 });
  await expect
    .poll(async () => {
      const [upper, lower] = [await editor.boxOf(editor.lane('Feeling')), await editor.boxOf(editor.lane('Thinking').first())];
      return upper.y < lower.y;
    })
    .toBe(true);
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => {
      const [lower, upper] = [await editor.boxOf(editor.lane('Feeling')), await editor.boxOf(editor.lane('Thinking').nth(1))];
      return upper.y < lower.y;
    })
    .toBe(true);
});

test('steps are cut and pasted on the map, and copied into another one', async ({ person }) => {
  const { page, editor } = await openMap(person);
  const { keyboard } = page;
  const contents = (await editor.contents()).filter((name) => name.startsWith('Card'));
  await editor.step('Waits on hold').click();
  await keyboard.press('Control+x');
  await expect(editor.step('Waits on hold')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /unplaced/ })).toHaveCount(0);
  await editor.step('Is passed on to Billing').click();
  await keyboard.press('Control+v');
  await expect(editor.step('Waits on hold')).toHaveAccessibleName(/^Step 8, .*all-or-nothing moment$/);
  // It is the same step: the way out of it is there again.
  await expect(page.getByRole('group', { name: /^Exit .*hang up and cancel/ })).toHaveAccessibleName(/at step 8$/);
  await keyboard.press('Control+z');
  await keyboard.press('Control+z');
  await expect(editor.step('Waits on hold')).toHaveAccessibleName(/^Step 6, /);
  await expect.poll(async () => (await editor.contents()).filter((name) => name.startsWith('Card'))).toEqual(contents);

  // A folded lane comes along into a map that has neither lane nor department.
  await editor.lane('Pain points').click();
  await keyboard.press('Space');
  await editor.step('Tells her story').click();
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press('Control+c');
  await createMap(page, 'en', /^Blank map/);
  await editor.ready();
  await editor.fit();
  await editor.step('Untitled').first().click();
  await keyboard.press('Control+v');
  await expect(editor.step('Tells her story')).toHaveAccessibleName(/^Step 2, .*stage Before/);
  await expect(editor.step('Is passed on to Billing')).toHaveAccessibleName(/^Step 3, /);
  await expect(editor.lane('Thinking')).toHaveCount(1);
  await expect(editor.lane('Upstream cause')).toHaveCount(1);
  await expect(editor.card('What she keyed into the menu')).toHaveAccessibleName(
    /step 2 Tells her story, lane Pain points\. Pain point$/,
  );
  await editor.saved();
  await page.reload();
  await editor.ready();
  await editor.fit();
  await expect(editor.card('Please don’t let me').or(editor.card('“Please don’t let me'))).toHaveCount(1);
});

test('a cell is taken as one thing', async ({ person }) => {
  const { page, editor } = await openMap(person);
  const { keyboard } = page;
  await editor.card('Opens the e-mail').click();
  await keyboard.press('Shift+Enter');
  const cell = (number: number) => page.getByRole('group', { name: new RegExp(`^Cell, step ${number} .*lane Doing$`) });
  await expect(cell(1)).toBeFocused();
  await keyboard.press('Alt+ArrowRight');
  await expect(editor.card('Opens the e-mail')).toHaveAccessibleName(/step 2 /);
  await expect(editor.card('Holds it against')).toHaveAccessibleName(/step 2 /);
  await expect(cell(2)).toBeFocused();
  await keyboard.press('Control+x');
  await expect(editor.card('Opens the e-mail')).toHaveCount(0);
  await editor.step('Waits on hold').click();
  await keyboard.press('ArrowDown');
  await keyboard.press('Control+v');
  await expect(editor.card('Opens the e-mail')).toHaveAccessibleName(/step 6 /);
  await expect(editor.card('Resets her password')).toHaveAccessibleName(/step 6 /);
});

test('with a finger and without the right to write', async ({ person }) => {
  const { page: olgasPage, context, mapId } = await openMap(person);
  const phone = { locale: 'en', url: site.url, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
  const editorLink = await createJoinLink(context, site.url, mapId);
  const { page } = await person(phone);
  await joinAsGuest(page, 'en', editorLink.path, 'Paula');
  const paula = new Editor(page, 'en');
  await paula.showMap();
  await paula.ready();
  await paula.step('Gets a bill').tap();
  await page.getByRole('button', { name: /Details$/ }).tap();
  await paula.panel.getByRole('button', { name: 'Merge with the next step' }).tap();
  const olga = new Editor(olgasPage, 'en');
  await expect(olga.step('Gets a bill that is too high / Looks for an explanation online')).toBeVisible();
  await message(page, '2 steps are now one').getByRole('button', { name: 'Dismiss' }).tap();
  await paula.panel.getByRole('button', { name: 'Split …' }).tap();
  const dialog = page.getByRole('dialog', { name: /^Split step 1/ });
  await dialog.getByRole('button', { name: 'None' }).tap();
  await dialog.getByRole('checkbox', { name: 'Reads three help pages' }).tap();
  await expect(dialog.getByRole('status')).toHaveText(/^1 of \d+$/);
  await dialog.getByRole('button', { name: 'Split the step' }).tap();
  await expect(olga.card('Reads three help pages')).toHaveAccessibleName(/step 2 /);

  const viewerLink = await createJoinLink(context, site.url, mapId, 'viewer');
  const viewer = await person({ locale: 'en', url: site.url });
  await joinAsGuest(viewer.page, 'en', viewerLink.path, 'Viola');
  const viola = new Editor(viewer.page, 'en');
  await expect(viola.canvas).toBeVisible();
  await viola.roomy();
  await viola.step('Waits on hold').click({ button: 'right' });
  for (const name of [/^Merge with the next step/, /^Split the step/, 'Begin a new stage here', /^Duplicate/, /^Cut/]) {
    await expect(viewer.page.getByRole('menuitem', { name })).toBeDisabled();
  }
  await expect(viewer.page.getByRole('menuitem', { name: /^Copy/ })).toBeEnabled();
});
