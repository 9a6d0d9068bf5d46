import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { alive, createJoinLink, createMap, fillSignIn, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();

/** Chooses something from the menu of a map in the list. */
async function choose(page: Page, title: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${title}`, exact: true }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

/** Opens a page of the workspace that is shown, by its menu in the header. */
async function openFromSwitcher(page: Page, name: string): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Workspace: / })
    .click();
  await page.getByRole('menuitem', { name }).click();
}

/** Makes an account for somebody by invitation, and signs in with it. */
async function inviteAs(page: Page, invited: Page, role: string, account: { name: string; email: string; password: string }) {
  await openFromSwitcher(page, 'Members');
  await expect(page.getByRole('heading', { level: 1, name: 'Members' })).toBeVisible();
  await alive(page);
  await page.getByLabel('E-mail address').fill(account.email);
  await page.getByRole('combobox', { name: 'Role', exact: true }).selectOption({ label: role });
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const invitation = await page.getByRole('dialog').getByRole('textbox', { name: 'Link' }).inputValue();
  await page.keyboard.press('Escape');
  await invited.goto(new URL(invitation).pathname);
  await alive(invited);
  await invited.getByLabel('Your name').fill(account.name);
  await invited.getByLabel('Password', { exact: true }).fill(account.password);
  await invited.getByRole('button', { name: 'Create account' }).click();
  await expect(invited.getByRole('heading', { level: 1, name: 'Maps' })).toBeVisible();
}

const edda = { name: 'Edda Ehlers', email: 'edda@example.org', password: 'another long sentence to keep' };

test('a map is copied, renamed, deleted, restored, and deleted for good', async ({ person }) => {
  const { page } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  await createMap(page, 'en', /^Calling customer service/);
  await page.goto('/');
  await alive(page);
  await choose(page, 'Calling customer service', 'Duplicate');
  await expect(page.getByRole('link', { name: 'Copy of Calling customer service' })).toBeVisible();
  await choose(page, 'Copy of Calling customer service', 'Rename');
  const rename = page.getByRole('dialog', { name: 'Rename map' });
  await rename.getByLabel('Title').fill('Second attempt');
  await rename.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('link', { name: 'Second attempt' })).toBeVisible();
  await page.getByRole('link', { name: 'Second attempt' }).click();
  const editor = new Editor(page, 'en');
  await editor.ready();
  await expect(editor.card('Holds it against')).toBeVisible();

  await page.goto('/');
  await alive(page);
  await choose(page, 'Second attempt', 'Delete');
  await expect(page.getByRole('link', { name: 'Second attempt' })).toHaveCount(0);
  await openFromSwitcher(page, 'Bin');
  await expect(page.getByRole('heading', { level: 2, name: 'Second attempt' })).toBeVisible();
  await expect(page.getByText(/^deleted by Olga Ott/)).toBeVisible();
  await checkAccessibility(page, 'bin');
  await alive(page);
  await page.getByRole('button', { name: 'Restore “Second attempt”' }).click();
  await expect(page.getByRole('heading', { name: 'The bin is empty' })).toBeVisible();
  // The button went with its line: the keyboard goes on from the page's beginning, and not from nowhere.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await checkAccessibility(page, 'empty bin');
  await page.getByRole('main').getByRole('link', { name: 'To the maps' }).click();
  await alive(page);
  await choose(page, 'Second attempt', 'Delete');
  await expect(page.getByRole('link', { name: 'Second attempt' })).toHaveCount(0);
  await choose(page, 'Calling customer service', 'Delete');
  await expect(page.getByRole('link', { name: 'Calling customer service' })).toHaveCount(0);
  await openFromSwitcher(page, 'Bin');
  await alive(page);
  await page.getByRole('button', { name: 'Delete “Second attempt” for good' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Second attempt' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Restore “Calling customer service”' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The bin is empty' })).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Calling customer service' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Second attempt' })).toHaveCount(0);
});

test('a workspace is made, gets a map, goes with everybody in it, and comes back', async ({ person }) => {
  const olgas = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const { page } = olgas;
  await page.goto('/workspaces');
  await alive(page);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Sales');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Draw the first journey' })).toBeVisible();

  const mapId = await createMap(page, 'en', /^Blank map/);
  await page.goto('/');
  await alive(page);
  await choose(page, 'Untitled', 'Move');
  const move = page.getByRole('dialog', { name: 'Move “Untitled”' });
  await checkAccessibility(page, 'moving a map');
  await move.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(page.getByText('“Untitled” is in “Sales” now.', { exact: true })).toBeVisible();

  const link = await createJoinLink(olgas.context, site.url, mapId);
  const gabi = await person({ locale: 'en', url: site.url });
  await joinAsGuest(gabi.page, 'en', link.path, 'Gabi');
  await new Editor(gabi.page, 'en').ready();

  await page.goto('/workspaces');
  await page.getByRole('link', { name: 'Open “Sales”' }).click();
  await expect(page.getByRole('link', { name: 'Untitled' })).toBeVisible();
  await alive(page);
  await openFromSwitcher(page, 'Settings');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await alive(page);
  await page.getByRole('button', { name: 'Delete workspace' }).click();
  const ask = page.getByRole('dialog', { name: 'Delete “Sales”?' });
  await checkAccessibility(page, 'deleting a workspace');
  await ask.getByLabel('To confirm, type the name: Sales').fill('Service');
  await ask.getByRole('button', { name: 'Delete workspace' }).click();
  await expect(ask.getByText('Please type the name exactly like this: Sales')).toBeVisible();
  await ask.getByLabel('To confirm, type the name: Sales').fill('Sales');
  await ask.getByRole('button', { name: 'Delete workspace' }).click();

  await expect(page.getByRole('heading', { name: 'Deleted workspaces' })).toBeVisible();
  await checkAccessibility(page, 'workspaces');
  // The guest's map closed at once, and their link opens nothing.
  await expect(gabi.page.getByRole('dialog')).toBeVisible();
  await gabi.page.goto(link.path);
  await expect(gabi.page.getByRole('heading', { level: 1, name: 'This link no longer opens a map' })).toBeVisible();
  expect((await page.request.get(`/maps/${mapId}`)).status()).toBe(404);

  await alive(page);
  await page.getByRole('button', { name: 'Restore “Sales”' }).click();
  await expect(page.getByRole('link', { name: 'Open “Sales”' })).toBeVisible();
  await gabi.page.goto(`/maps/${mapId}`);
  await new Editor(gabi.page, 'en').ready();
});

test('a guest leaves, and their name is forgotten', async ({ person }) => {
  const olgas = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(olgas.page, 'en', /^Blank map/);
  const link = await createJoinLink(olgas.context, site.url, mapId);
  const { page } = await person({ locale: 'en', url: site.url });
  await joinAsGuest(page, 'en', link.path, 'Gundula');
  await new Editor(page, 'en').ready();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'End guest access' }).click();
  await expect(page.getByRole('heading', { name: 'You are here as a guest' })).toBeVisible();
  await alive(page);
  await page.getByRole('button', { name: 'Sign out and forget my name' }).click();
  await checkAccessibility(page, 'forgetting a guest');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Forget my name' }).click();
  await expect(page.getByRole('heading', { name: 'Your name is forgotten' })).toBeVisible();
  await page.goto(link.path);
  await expect(page.getByLabel('Your name')).toHaveValue('');
});

test('an owner hands over; the account goes once nothing depends on it', async ({ person }) => {
  const { page } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  await page.goto('/workspaces');
  await alive(page);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Succession');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Draw the first journey' })).toBeVisible();
  await alive(page);
  const eddas = await person({ locale: 'en', url: site.url });
  await inviteAs(page, eddas.page, 'Edit', edda);

  await page.reload();
  await alive(page);
  await page.getByRole('button', { name: 'Actions for Edda Ehlers' }).click();
  await page.getByRole('menuitem', { name: 'Hand over' }).click();
  await checkAccessibility(page, 'handing over');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Hand over' }).click();
  await expect(page.getByText('Edda Ehlers manages “Succession” now.', { exact: true })).toBeVisible();

  // Now she is the only owner, and cannot simply go.
  await eddas.page.goto('/account');
  await expect(eddas.page.getByText('Only you manage these workspaces.')).toBeVisible();
  await checkAccessibility(eddas.page, 'account of a sole owner');
  await eddas.page.getByRole('link', { name: 'Hand “Succession” over' }).click();
  await alive(eddas.page);
  await eddas.page.getByRole('button', { name: 'Actions for Olga Ott' }).click();
  await eddas.page.getByRole('menuitem', { name: 'Hand over' }).click();
  await eddas.page.getByRole('alertdialog').getByRole('button', { name: 'Hand over' }).click();
  await expect(eddas.page.getByText('Olga Ott manages “Succession” now.', { exact: true })).toBeVisible();

  await eddas.page.goto('/account');
  await alive(eddas.page);
  const download = eddas.page.waitForEvent('download');
  await eddas.page.getByRole('button', { name: 'Download as a ZIP file' }).click();
  const files = unzipSync(new Uint8Array(await readFile(await (await download).path())));
  expect(strFromU8(files['README.txt'] ?? new Uint8Array())).toContain('Data of Edda Ehlers');
  expect(strFromU8(files['profile.json'] ?? new Uint8Array())).toContain(edda.email);

  await eddas.page.getByRole('button', { name: 'Delete account' }).click();
  const ask = eddas.page.getByRole('dialog', { name: 'Delete your account?' });
  await checkAccessibility(eddas.page, 'deleting an account');
  await ask.getByLabel('Your password', { exact: true }).fill('something else entirely');
  await ask.getByRole('button', { name: 'Delete account for good' }).click();
  await expect(ask.getByText('This is not your current password.')).toBeVisible();
  await ask.getByLabel('Your password', { exact: true }).fill(edda.password);
  await ask.getByRole('button', { name: 'Delete account for good' }).click();
  await fillSignIn(eddas.page, 'en', edda);
  await expect(eddas.page.getByRole('alert').first()).toBeVisible();

  // What the log says of her has no name any more.
  await page.goto('/workspaces');
  await page.getByRole('link', { name: 'Open “Succession”' }).click();
  await expect(page.getByRole('heading', { name: 'Draw the first journey' })).toBeVisible();
  await alive(page);
  await openFromSwitcher(page, 'Audit log');
  await expect(page.getByText('Deleted account handed the workspace over to Olga Ott.')).toBeVisible();
  await expect(page.getByText('Edda')).toHaveCount(0);
  await checkAccessibility(page, 'audit log');
  await alive(page);
  const csv = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as CSV' }).click();
  expect(await readFile(await (await csv).path(), 'utf8')).toContain('workspace.handedOver');
  await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'Maps' });
  await expect(page.getByText('Nothing is recorded here')).toBeVisible();
});
