import type { Page } from '@playwright/test';
import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { alive, createJoinLink, createMap, joinAsGuest, mapIdOf } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();

async function openNewMap(page: Page) {
  await page.goto('/');
  await alive(page);
  await page.getByRole('button', { name: 'New map' }).click();
  return page.getByRole('dialog', { name: 'New map' });
}

const message = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });

test('a map is kept as a template, others begin with it, and it is renamed and deleted', async ({ person }) => {
  const olga = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const { page } = olga;
  await page.goto('/');
  await alive(page);
  await createMap(page, 'en', /^Online order, return and complaint/);
  const editor = new Editor(page, 'en');
  await editor.ready();
  await editor.roomy();
  await expect(editor.card('One chart for all brands')).toBeVisible();

  // From the editor, whole.
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save as template' }).click();
  const save = page.getByRole('dialog', { name: 'Save as template' });
  await expect(save.getByLabel('Name')).toBeFocused();
  await expect(save.getByLabel('Name')).toHaveValue('Online order, return and complaint');
  await save.getByLabel('Name').fill('');
  await save.getByRole('button', { name: 'Save template' }).click();
  await expect(save.getByText('Please enter a name of 100 characters at most.')).toBeVisible();
  await checkAccessibility(page, 'saving a template');
  await save.getByLabel('Name').fill('Order with return');
  await save.getByLabel('What it is for').fill('For everything that is sent back');
  await save.getByRole('button', { name: 'Save template' }).click();
  await expect(message(page, 'The template “Order with return” is saved.')).toBeVisible();
  await expect(save).toBeHidden();

  // From the list, its structure alone, by keyboard.
  await page.goto('/');
  await alive(page);
  await page.getByRole('button', { name: 'Actions for Online order, return and complaint' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Save as template' }).focus();
  await page.keyboard.press('Enter');
  await expect(save.getByLabel('Name')).toBeFocused();
  await page.keyboard.type('Bare order');
  await save.getByRole('radio', { name: 'Everything' }).focus();
  // Held for as long as a finger does: Radix chooses what an arrow key reaches only while the key is down.
  await page.keyboard.press('ArrowRight', { delay: 60 });
  await expect(save.getByText('Without cards, feelings, notes')).toBeVisible();
  await save.getByLabel('Name').press('Enter');
  await expect(message(page, 'The template “Bare order” is saved.')).toBeVisible();

  const dialog = await openNewMap(page);
  const own = dialog.getByRole('group', { name: 'From this workspace' });
  await expect(own.getByRole('radio')).toHaveCount(2);
  await expect(own.getByRole('radio', { name: /^Bare order/ })).toBeChecked();
  await expect(
    own.getByRole('radio', { name: /^Order with return.*sent back.*13 steps, 3 all-or-nothing moments/ }),
  ).toBeVisible();
  await checkAccessibility(page, 'choice with templates of the workspace');
  // Everything by keyboard: arrows choose, Tab goes to what can be done with the chosen one.
  await page.keyboard.press('ArrowDown', { delay: 60 });
  await expect(own.getByRole('radio', { name: /^Order with return/ })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Actions for the template Order with return' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Rename' }).press('Enter');
  const rename = page.getByRole('dialog', { name: 'Rename template' });
  await rename.getByLabel('Name').fill('Return of an order');
  await rename.getByLabel('Name').press('Enter');
  await expect(own.getByRole('radio', { name: /^Return of an order/ })).toBeChecked();
  await expect(rename).toBeHidden();

  // Somebody else deletes nothing by accident: it is asked.
  await dialog.getByRole('button', { name: 'Actions for the template Bare order' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const ask = page.getByRole('alertdialog', { name: 'Delete the template “Bare order”?' });
  await checkAccessibility(page, 'deleting a template');
  await ask.getByRole('button', { name: 'Cancel' }).click();
  await expect(own.getByRole('radio')).toHaveCount(2);
  await own.getByRole('radio', { name: /^Bare order/ }).click();
  await dialog.getByRole('button', { name: 'Create map' }).click();
  await mapIdOf(page);
  await editor.ready();
  await expect(editor.step('Guesses the size')).toBeVisible();
  await expect(editor.card('One chart for all brands')).toHaveCount(0);

  await openNewMap(page);
  await dialog.getByRole('button', { name: 'Actions for the template Bare order' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await ask.getByRole('button', { name: 'Delete template' }).click();
  await expect(own.getByRole('radio')).toHaveCount(1);
  await expect(own.getByRole('radio', { name: /^Return of an order/ })).toBeFocused();
  await dialog.getByRole('button', { name: 'Create map' }).click();
  await mapIdOf(page);
  await editor.ready();
  await editor.roomy();
  await expect(editor.card('One chart for all brands')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Return of an order');
});

test('guests save no templates', async ({ person }) => {
  const olga = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(olga.page, 'en', /^Service blueprint/);
  const link = await createJoinLink(olga.context, site.url, mapId);
  const gabi = await person({ locale: 'en', url: site.url });
  await joinAsGuest(gabi.page, 'en', link.path, 'Gabi');
  await new Editor(gabi.page, 'en').ready();
  await gabi.page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(gabi.page.getByRole('menuitem', { name: /^Keyboard/ })).toBeVisible();
  await expect(gabi.page.getByRole('menuitem', { name: 'Save as template' })).toHaveCount(0);
});

test('the choice fits a phone, in German', async ({ person }) => {
  const { page, context } = await person({
    locale: 'de',
    url: site.url,
    storageState: site.ownerState,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await context.addCookies([{ name: 'wegmarke-locale', value: 'de', url: site.url }]);
  await page.goto('/');
  await alive(page);
  await page.getByRole('button', { name: 'Neue Karte' }).first().tap();
  const dialog = page.getByRole('dialog', { name: 'Neue Karte' });
  await expect(dialog.getByRole('radio', { name: /^Wasserschaden.*13 Schritte, 3 Alles-oder-nichts-Momente/ })).toBeAttached();
  await checkAccessibility(page, 'choice on a phone');
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
  await dialog.getByRole('radio', { name: /^Die ersten drei Monate/ }).tap();
  await dialog.getByRole('button', { name: 'Karte anlegen' }).tap();
  await mapIdOf(page);
  const editor = new Editor(page, 'de');
  await editor.showMap();
  await editor.ready();
});
