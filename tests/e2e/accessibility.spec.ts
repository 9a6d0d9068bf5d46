import { checkAccessibility as check } from './support/axe';
import { Editor } from './support/editor';
import { alive, createJoinLink, createMap, joinAsGuest, mapIdOf } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile((page) => check(page, 'first run'));
const viewport = { width: 1440, height: 900 };

test('the list of maps and everything that opens from it', async ({ person }) => {
  const { page } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  await page.goto('/');
  await alive(page);
  await expect(page.getByRole('heading', { name: 'Draw the first journey' })).toBeVisible();
  await check(page, 'empty list');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Account of/ })
    .click();
  await check(page, 'account menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'New map' }).first().click();
  await check(page, 'new map');
  await page.getByRole('radio', { name: /^From a file/ }).click();
  await page.getByLabel('Or paste text').fill('journey\n  title Bill\n  section Noticing\n    Open it: 9: Petra\n    what');
  await check(page, 'new map from a file');
  await page.getByRole('button', { name: 'Show preview' }).click();
  await expect(page.getByText('are not taken over')).toBeVisible();
  await check(page, 'preview of a file');
  await createMap(page, 'en', /^Calling customer service/);
  await page.goto('/');
  await alive(page);
  await expect(page.getByRole('link', { name: 'Calling customer service' })).toBeVisible();
  await check(page, 'list');
  await page.getByRole('button', { name: 'Actions for Calling customer service' }).click();
  await check(page, 'actions for a map');
});

test('the editor, its dialogs and its menus', async ({ person }) => {
  const { page } = await person({ locale: 'de', url: site.url, storageState: site.ownerState, viewport });
  await page.context().addCookies([{ name: 'wegmarke-locale', value: 'de', url: site.url }]);
  await createMap(page, 'de', /^Leere Karte/);
  const editor = new Editor(page, 'de');
  await editor.ready();
  await check(page, 'blank map');
  await createMap(page, 'de', /^Anruf beim Kundenservice/);
  await editor.ready();
  await check(page, 'full map');
  await editor.step('Gibt beim Online-Formular auf').click();
  await expect(editor.panel.getByRole('heading', { name: 'Gibt beim Online-Formular auf' })).toBeVisible();
  await check(page, 'panel of a step');
  await editor.card('Legt sie neben').click();
  await check(page, 'panel of a card');
  await editor.open(editor.card('Legt sie neben'));
  await check(page, 'open text');
  await page.keyboard.press('Escape');
  await editor.card('Legt sie neben').click({ button: 'right' });
  await check(page, 'context menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Teilen' }).click();
  await expect(page.getByRole('button', { name: 'Link erstellen' })).toBeVisible();
  await check(page, 'share dialog');
  await page.getByRole('button', { name: 'Link erstellen' }).click();
  await expect(page.getByRole('textbox', { name: 'Adresse des Links' })).toBeVisible();
  await check(page, 'share dialog with a link');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Exportieren' }).click();
  await expect(page.getByRole('dialog', { name: 'Exportieren' })).toBeVisible();
  await check(page, 'export dialog');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Mehr', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Tastenkürzel' }).click();
  await expect(page.getByRole('dialog', { name: 'Tastenkürzel' })).toBeVisible();
  await check(page, 'shortcuts');
});

test('what guests and strangers see', async ({ person }) => {
  const { page: olgasPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(olgasPage, 'en', /^Calling customer service/);
  const link = await createJoinLink(context, site.url, mapId, 'viewer');
  const { page } = await person({ locale: 'en', url: site.url, viewport });
  await page.goto('/sign-in');
  await alive(page);
  await check(page, 'sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await check(page, 'sign-in with mistakes');
  await page.goto(link.path);
  await alive(page);
  await check(page, 'join page');
  await joinAsGuest(page, 'en', null, 'Vera');
  await mapIdOf(page);
  const editor = new Editor(page, 'en');
  await expect(editor.canvas).toBeVisible();
  await editor.card('Holds it against').click();
  await check(page, 'map of a viewer');
  await context.request.delete(`/api/join-links/${link.id}`, { headers: { origin: site.url } });
  await expect(page.getByRole('dialog', { name: 'Your access has ended' })).toBeVisible();
  await check(page, 'access ended');
  await page.goto(link.path);
  await alive(page);
  await check(page, 'join page of a closed link');
  await page.goto('/nowhere');
  await alive(page);
  await expect(page.getByRole('heading', { name: 'No way leads here' })).toBeVisible();
  await check(page, 'page not found');
});

test('account, members and maps that are not there', async ({ person }) => {
  const { page } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  await page.goto('/account');
  await alive(page);
  await check(page, 'account');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Account of/ })
    .click();
  await page.getByRole('menuitem', { name: 'Members' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Members' })).toBeVisible();
  await page.getByLabel('E-mail address').fill('paul@example.org');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.getByRole('dialog', { name: /^Invitation for/ })).toBeVisible();
  await check(page, 'invitation made');
  const invitation = await page.getByRole('dialog').getByRole('textbox', { name: 'Link' }).inputValue();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Open invitations')).toBeVisible();
  await check(page, 'members');
  await page.goto('/maps/nonsense');
  await alive(page);
  await expect(page.getByRole('heading', { name: 'There is no such map' })).toBeVisible();
  await check(page, 'map not found');
  const { page: paulsPage } = await person({ locale: 'en', url: site.url, viewport });
  await paulsPage.goto(new URL(invitation).pathname);
  await alive(paulsPage);
  await check(paulsPage, 'invitation');
  await paulsPage.goto('/reset/nonsense');
  await alive(paulsPage);
  await check(paulsPage, 'reset link that is over');
});

test('the page about the API, on a desk and on a phone', async ({ person }) => {
  const { page } = await person({ locale: 'de', url: site.url, viewport });
  await page.goto('/docs/api');
  await alive(page);
  await page.locator('#edit-operations summary').first().click();
  // One operation is built like the next one: all of them would take minutes.
  await check(page, 'API page', ['nav', '#start', '#createMap', '#edit-operations', '#problems', '#type-Problem']);
  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow(), 'nothing is wider than a phone').toBe(0);
});
