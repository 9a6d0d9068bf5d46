import { Editor } from './support/editor';
import { alive, createJoinLink, createMap, fillSignIn, joinAsGuest, mapIdOf, owner } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();
const viewport = { width: 1920, height: 1080 };

test('whoever may only look sees the map live and has nothing to change it with', async ({ person }) => {
  const { page: olgasPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const mapId = await createMap(olgasPage, 'en', /^Calling customer service/);
  const link = await createJoinLink(context, site.url, mapId, 'viewer');
  const { page } = await person({ locale: 'en', url: site.url, viewport });
  await page.goto(link.path);
  await expect(page.getByText('You can follow it live')).toBeVisible();
  await joinAsGuest(page, 'en', null, 'Vera');
  const [olga, vera] = [new Editor(olgasPage, 'en'), new Editor(page, 'en')];
  await olga.ready();
  await expect(vera.canvas).toBeVisible();
  await expect(vera.saveState).toHaveAccessibleName('Read only');
  for (const editor of [olga, vera]) await editor.roomy();
  const before = await vera.contents();

  for (const name of ['Share', 'Undo', 'Redo', 'Add a stage', 'Add a step', 'Add a lane']) {
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
  }
  await expect(page.getByRole('banner').getByRole('textbox', { name: 'Title of the map' })).toHaveJSProperty('readOnly', true);
  const card = vera.card('Holds it against');
  await card.dblclick();
  await expect(vera.openText).toHaveCount(0);
  await expect(vera.panel.getByText('You may look, not change.')).toBeVisible();
  await expect(vera.panel.getByRole('textbox', { name: 'Text' })).toHaveJSProperty('readOnly', true);
  await card.click();
  await page.keyboard.type('nonsense');
  for (const key of ['Enter', 'Delete', 'Control+Enter', 'Control+d', 'Alt+ArrowRight', 'Control+Shift+m', 'Control+ArrowUp']) {
    await page.keyboard.press(key);
  }
  await page.keyboard.press('Escape');
  await vera.drag(card, await vera.cellAt(vera.step('Waits on hold'), vera.lane('Thinking')));
  await vera.step('Waits on hold').hover();
  await expect(page.getByTitle('Draw a transition')).toHaveCount(0);
  await card.click({ button: 'right' });
  for (const name of ['Edit the text', 'Add a card', 'Cut', 'Paste', 'Duplicate', 'Delete']) {
    const item = page.getByRole('menuitem', { name, exact: true });
    if ((await item.count()) > 0) await expect(item).toBeDisabled();
  }
  await page.keyboard.press('Escape');

  await olga.write(olga.card('Opens the e-mail'), 'A change that Vera sees');
  await expect(vera.card('A change that Vera sees')).toBeVisible();
  const changed = before.map((name) => name.replace('Opens the e-mail and does a double take', 'A change that Vera sees')).sort();
  await vera.fit();
  await expect.poll(() => vera.contents()).toEqual(changed);
  await expect.poll(() => olga.contents()).toEqual(changed);
  const refused = await page.request.post(`/api/maps/${mapId}/join-links`, {
    data: { role: 'editor', label: '', expiresInHours: 24 },
    headers: { origin: site.url },
  });
  expect(refused.status()).toBe(403);
});

test('closing a link throws its guests out at once', async ({ person }) => {
  const { page: olgasPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(olgasPage, 'en', /^Blank map/);
  const link = await createJoinLink(context, site.url, mapId);
  const { page } = await person({ locale: 'en', url: site.url });
  await joinAsGuest(page, 'en', link.path, 'Gabi');
  const [olga, gabi] = [new Editor(olgasPage, 'en'), new Editor(page, 'en')];
  await Promise.all([olga.ready(), gabi.ready()]);
  await expect(olga.avatar('Gabi')).toBeVisible();

  await olgasPage.getByRole('button', { name: 'Share' }).click();
  const dialog = olgasPage.getByRole('dialog', { name: /^Share/ });
  await expect(dialog.getByText('1 person has joined')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close link' }).click();
  const question = olgasPage.getByRole('alertdialog', { name: 'Close this link?' });
  await question.getByRole('button', { name: 'Close link' }).click();

  const ended = page.getByRole('dialog', { name: 'Your access has ended' });
  await expect(ended).toBeVisible();
  // There is nothing behind the window to go back to.
  await page.keyboard.press('Escape');
  await expect(ended).toBeVisible();
  await expect(ended.getByRole('button', { name: 'Close' })).toHaveCount(0);
  await expect(page.locator('[data-reference]')).toHaveCount(0);
  await expect(olga.avatar('Gabi')).toBeHidden();
  await page.goto(link.path);
  await expect(page.getByRole('heading', { level: 1, name: 'This link no longer opens a map' })).toBeVisible();
  await page.goto(`/maps/${mapId}`);
  await expect(page.getByText('If you joined by a link, your access has ended')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Map', exact: true })).toHaveCount(0);
});

test('maps that one may not see do not exist', async ({ person }) => {
  const { page: olgasPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const [shared, hidden] = [await createMap(olgasPage, 'en', /^Blank map/), await createMap(olgasPage, 'en', /^Blank map/)];
  const link = await createJoinLink(context, site.url, shared);
  const { page } = await person({ locale: 'en', url: site.url });
  await joinAsGuest(page, 'en', link.path, 'Gabi');
  await new Editor(page, 'en').ready();
  for (const id of [hidden, '0192f0a0-0000-7000-8000-000000000000', 'nonsense']) {
    const response = await page.goto(`/maps/${id}`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1, name: 'There is no such map' })).toBeVisible();
  }
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'You are here as a guest' })).toBeVisible();
});

test('a map opens after signing in, and signing out everywhere closes it in another browser', async ({ person }) => {
  const olgas = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(olgas.page, 'en', /^Blank map/);
  const laptop = await person({ locale: 'de', url: site.url });
  await laptop.page.goto(`/maps/${mapId}`);
  await expect(laptop.page.getByRole('heading', { level: 1, name: 'Anmelden' })).toBeVisible();
  await fillSignIn(laptop.page, 'de', { ...owner, password: 'not this one, surely' });
  await expect(laptop.page.getByRole('alert').filter({ hasText: 'passen nicht zusammen' })).toBeVisible();
  await fillSignIn(laptop.page, 'de', owner);
  expect(await mapIdOf(laptop.page)).toBe(mapId);
  // From here on in the language of the account.
  await expect(laptop.page.locator('html')).toHaveAttribute('lang', 'en');
  const editor = new Editor(laptop.page, 'en');
  await editor.ready();

  await olgas.page.goto('/account');
  await alive(olgas.page);
  await olgas.page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await olgas.page.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(olgas.page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();

  const ended = laptop.page.getByRole('dialog', { name: 'You are no longer signed in' });
  await expect(ended).toBeVisible();
  await ended.getByRole('link', { name: 'Sign in' }).click();
  await fillSignIn(laptop.page, 'de', owner);
  expect(await mapIdOf(laptop.page)).toBe(mapId);
  await editor.ready();
});
