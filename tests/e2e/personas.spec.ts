import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { localeCookie } from '@/lib/i18n/locale';
import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();

async function openMap(page: Page): Promise<{ editor: Editor; mapId: string }> {
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.ready();
  return { editor, mapId };
}

/** Adds a persona in the panel of the map, by its own buttons. */
async function addPersona(editor: Editor, name: string, description: string): Promise<void> {
  const { page, panel } = editor;
  if (!(await panel.isVisible())) await page.getByRole('button', { name: 'Show details' }).click();
  await panel.getByRole('button', { name: 'Add a persona' }).click();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(description);
  await expect(panel.getByLabel('Description').last()).toHaveValue(description);
}

test('several personas have curves of their own, alone or over one another, for one’s own eyes', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const { editor, mapId } = await openMap(page);
  const link = await createJoinLink(context, site.url, mapId);
  const guest = await person({ locale: 'en', url: site.url });
  await joinAsGuest(guest.page, 'en', link.path, 'Greta');
  const greta = new Editor(guest.page, 'en');
  await greta.ready();
  await greta.roomy();

  await addPersona(editor, 'Karl, 34', 'Has three contracts');
  const mainName = await editor.panel.getByLabel('Name', { exact: true }).first().inputValue();
  await page.getByRole('button', { name: 'Hide details' }).click();
  await editor.roomy();

  // Karl feels something at the first, the second and the fourth step.
  const karl = page.getByRole('slider', { name: /^Emotion of Karl, 34 at step/ });
  const shown = editor.canvas.getByRole('button', { name: /^Whose emotions are shown: / });
  await expect(shown).toHaveAccessibleName('Whose emotions are shown: All');
  await checkAccessibility(page, 'the curves of two personas');
  await page.emulateMedia({ colorScheme: 'light' });
  await shown.click();
  await page.getByRole('menuitemradio', { name: 'Karl, 34 alone' }).click();
  await expect(shown).toHaveAccessibleName('Whose emotions are shown: Karl, 34 alone');
  await expect(editor.meta('persona')).toHaveAccessibleName('Persona: Karl, 34');
  await expect(editor.emotion('Gets a bill')).toHaveCount(0);
  for (const [step, presses] of [
    [0, 1],
    [1, 2],
    [3, 1],
  ] as const) {
    await editor.canvas.locator('[data-reference^="step:"]').nth(step).click();
    for (let press = 0; press < presses; press++) await page.keyboard.press('Control+ArrowDown');
  }
  await expect(karl).toHaveCount(3);
  await expect(karl.nth(1)).toHaveAttribute('aria-valuenow', '-2');

  // His line is broken where nobody said anything: two of his three points are neighbours.
  await editor.saved();
  const path = editor.canvas.locator('.map-curve path[d^="M"][stroke-dasharray="7 4"]').first();
  expect((await path.getAttribute('d'))?.match(/M/g)).toHaveLength(1);

  // Nobody else's view changed; both curves are there, and told apart.
  await expect(greta.meta('persona')).toHaveAccessibleName(`Persona: ${mainName}`);
  await expect(greta.canvas.getByRole('slider', { name: /^Emotion of Karl/ })).toHaveCount(3);
  await expect(greta.emotion('Gets a bill').first()).toBeVisible();

  // A choice outlives a reload, and keys go from one to the next.
  await page.reload();
  await editor.ready();
  await editor.roomy();
  await expect(shown).toHaveAccessibleName('Whose emotions are shown: Karl, 34 alone');
  await editor.canvas.focus();
  await page.keyboard.press('Alt+Shift+KeyP');
  await expect(shown).toHaveAccessibleName('Whose emotions are shown: All');
  await expect(editor.canvas.getByRole('status')).toHaveText(/Emotions of all personas/);
  // At 100 % there is a button for each, which Tab brings into view.
  await page.keyboard.press('Control+0');
  const legend = editor.canvas.getByRole('group', { name: 'Whose emotions are shown' });
  const alone = legend.getByRole('button', { name: 'Karl, 34 alone' });
  await expect(alone).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Tab');
  await expect(legend.getByRole('button', { name: 'All' })).toBeFocused();
  await expect(alone).toBeInViewport();
  expect((await editor.boxOf(alone)).height).toBeGreaterThanOrEqual(23.5);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(alone).toHaveAttribute('aria-pressed', 'true');
  await checkAccessibility(page, 'one persona alone');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.keyboard.press('Enter');
  await expect(legend.getByRole('button', { name: 'All' })).toHaveAttribute('aria-pressed', 'true');

  // Deleted by mistake: she comes back with what she felt.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Show details' }).click();
  await editor.fit();
  await checkAccessibility(page, 'two personas in the panel');
  await page.emulateMedia({ colorScheme: 'light' });
  await editor.panel.getByRole('button', { name: 'Move up: Karl, 34' }).click();
  await expect(editor.meta('persona')).toHaveAccessibleName('Persona: Karl, 34');
  await editor.panel.getByRole('button', { name: 'Move down: Karl, 34' }).click();
  await editor.panel.getByRole('button', { name: 'Remove: Karl, 34' }).click();
  await expect(karl).toHaveCount(0);
  await expect(editor.panel.getByRole('button', { name: 'Add a persona' })).toBeFocused();
  const notice = page.getByRole('listitem').filter({ hasText: 'Persona deleted' });
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect(karl).toHaveCount(3);
});

test('an export shows all personas or one, and the goal is written on the map', async ({ person }) => {
  const { page } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, acceptDownloads: true });
  const { editor } = await openMap(page);
  await addPersona(editor, 'Karl, 34', 'Has three contracts');
  await editor.write(editor.meta('goal'), 'A credit note without a second call');
  await expect(editor.meta('goal')).toHaveAccessibleName(/A credit note without a second call/);
  await editor.saved();
  const exported = async (persona: string): Promise<string> => {
    const dialog = page.getByRole('dialog', { name: /^Export/ });
    await dialog.getByLabel('Personas').selectOption({ label: persona });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download' }).click(),
    ]);
    return readFileSync(await download.path(), 'utf8');
  };
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('radio', { name: 'SVG' }).click();
  const both = await exported('All, over one another');
  expect(both).toContain('>Karl, 34<');
  const one = await exported('Karl, 34 alone');
  expect(one).toContain('>Karl, 34<');
  expect(one).not.toContain('>Margaret');
  expect(one).toContain('A credit note without a second call');
});

test('a blank map asks for its goal where it will stand', async ({ person }) => {
  const { page, context } = await person({ locale: 'de', url: site.url, storageState: site.ownerState });
  await context.addCookies([{ name: localeCookie, value: 'de', url: site.url }]);
  const mapId = await createMap(page, 'de', /^Leere Karte/);
  const editor = new Editor(page, 'de');
  await editor.ready();
  await editor.meta('goal').dblclick();
  await editor.typeNew('Ohne zweiten Anruf');
  await expect(editor.meta('goal')).toHaveAccessibleName(/Ohne zweiten Anruf/);
  await editor.saved();

  // Whoever may only look sees everything at the same height, and no question.
  await editor.write(editor.meta('goal'), ' ');
  await editor.saved();
  const link = await createJoinLink(context, site.url, mapId, 'viewer');
  const viewer = await person({ locale: 'de', url: site.url });
  await joinAsGuest(viewer.page, 'de', link.path, 'Vera');
  const vera = new Editor(viewer.page, 'de');
  await expect(vera.meta('title')).toBeVisible();
  const gap = async (from: Editor) => {
    const [title, stage] = [
      await from.boxOf(from.meta('title')),
      await from.boxOf(from.canvas.locator('[data-reference^="stage:"]').first()),
    ];
    return (stage.y - title.y) / title.height;
  };
  expect(await gap(vera)).toBeCloseTo(await gap(editor), 1);
  await expect(vera.canvas.getByText('Wann ist es')).toHaveCount(0);
});
