import type { Page } from '@playwright/test';
import { checkAccessibility as check } from './support/axe';
import { Editor } from './support/editor';
import { alive, createJoinLink, createMap, fillSignIn, joinAsGuest, owner } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();
const viewport = { width: 1920, height: 1080 };
const changesKept = /^Offline, \d+ changes? kept on this device$/;
const unreachable = 'Wegmarke cannot be reached at the moment';

/** Waits until the indicator says that the map opens on this device without network. */
async function kept(page: Page): Promise<void> {
  const editor = new Editor(page, 'en');
  await editor.saveState.click();
  await expect(page.getByText('On this device the map opens again even without network.')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Escape');
}

/** What is left of maps in a browser: pages that open without network, and databases with their content. */
function leftovers(page: Page): Promise<{ pages: number; copies: number }> {
  return page.evaluate(async () => ({
    pages: (await caches.has('wegmarke-pages')) ? (await (await caches.open('wegmarke-pages')).keys()).length : 0,
    copies: (await indexedDB.databases()).filter(({ name }) => name?.startsWith('wegmarke/')).length,
  }));
}

test('a map seen before opens without network, is worked on, and joins the others when the network is back', async ({
  person,
}) => {
  const { page: olgasPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const mapId = await createMap(olgasPage, 'en', /^Calling customer service/);
  const link = await createJoinLink(context, site.url, mapId);
  const cable = await site.layCable();
  const { page, context: bensContext } = await person({ locale: 'en', url: cable.url, viewport });
  await joinAsGuest(page, 'en', link.path, 'Ben');
  const [olga, ben] = [new Editor(olgasPage, 'en'), new Editor(page, 'en')];
  await Promise.all([olga.ready(), ben.ready()]);
  await olga.roomy();
  await kept(page);

  await test.step('it opens, says that there is no connection, and keeps what is written', async () => {
    await bensContext.setOffline(true);
    cable.cut();
    await page.reload();
    await expect(ben.canvas).toBeVisible();
    await ben.offline(0);
    await ben.roomy();
    await ben.write(ben.card('Holds it against'), 'Written in a tunnel');
    await expect(ben.saveState).toHaveAccessibleName(changesKept);
    await expect.poll(() => ben.asksToStay()).toBe(false);
    await page.reload();
    await expect(ben.canvas).toBeVisible();
    await ben.fit();
    await expect(ben.card('Written in a tunnel')).toHaveCount(1);
    await expect(ben.saveState).toHaveAccessibleName(changesKept);
  });

  await test.step('parts of the editor that were never opened are there, too', async () => {
    await page.getByRole('button', { name: 'Show as table' }).click();
    await expect(page.getByRole('grid', { name: 'The map as a table' })).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Show as map' }).click();
  });

  await test.step('what was not seen before says so, and leads to what was', async () => {
    await page.goto('/maps/never-seen-before');
    await expect(page.getByRole('heading', { level: 1, name: unreachable })).toBeVisible();
    await expect(page.getByText('This map was not opened on this device before')).toBeVisible();
    await check(page, 'page without network');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByRole('link', { name: /^Calling customer service/ }).click();
    await expect(ben.canvas).toBeVisible();
    await expect(ben.saveState).toHaveAccessibleName(changesKept);
  });

  await test.step('the network is back: the edit joins what Olga wrote meanwhile', async () => {
    await olga.write(olga.card('Fills in eleven'), 'Fills in twelve required fields');
    await olga.saved();
    // A page from the device may be of yesterday: it asks for role and name anew.
    const asked = page.waitForRequest((request) => request.url().includes(`/maps/${mapId}?_rsc=`));
    cable.mend();
    await bensContext.setOffline(false);
    await ben.saved();
    await asked;
    await expect(olga.card('Written in a tunnel')).toHaveCount(1);
    await ben.fit();
    await expect(ben.card('Fills in twelve')).toHaveCount(1);
  });
});

test('while the server is down a phone opens its map as a list, and the list of maps waits for the server', async ({
  person,
}) => {
  const { page } = await person({
    locale: 'en',
    url: site.url,
    storageState: site.ownerState,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.saved();
  await kept(page);
  await site.server.kill();
  await page.goto(`/maps/${mapId}`);
  await expect(page.getByRole('button', { name: 'Show as map' })).toBeVisible();
  await editor.offline(0);
  await expect(page.getByText('Gets a bill that is too high').first()).toBeVisible();

  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: unreachable })).toBeVisible();
  await site.server.start();
  // Nobody presses anything: the page has gone on trying.
  await expect(page.getByRole('heading', { level: 1, name: 'Maps' })).toBeVisible({ timeout: 40_000 });

  await test.step('an installation that does not want it any more takes it away again', async () => {
    await site.server.kill();
    await site.server.start({ OFFLINE_OPENING: 'false' });
    await page.reload();
    const left = () =>
      page.evaluate(async () => ({
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        caches: (await caches.keys()).length,
      }));
    await expect.poll(left).toEqual({ workers: 0, caches: 0 });
    await page.goto(`/maps/${mapId}`);
    await editor.saved();
    expect(await left()).toEqual({ workers: 0, caches: 0 });
    await site.server.kill();
    await site.server.start();
  });
});

test('nothing is left of a map for whoever comes after its person, or after their access', async ({ person }) => {
  const olgas = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const mapId = await createMap(olgas.page, 'en', /^Calling customer service/);
  const link = await createJoinLink(olgas.context, site.url, mapId);
  const cable = await site.layCable();
  const device = await person({ locale: 'en', url: cable.url, viewport });
  const { page, context } = device;
  const showsNothing = async (): Promise<void> => {
    await expect.poll(() => leftovers(page)).toEqual({ pages: 0, copies: 0 });
    await context.setOffline(true);
    cable.cut();
    await page.goto(`/maps/${mapId}`);
    await expect(page.getByRole('heading', { level: 1, name: unreachable })).toBeVisible();
    await expect(page.getByText('Calling customer service')).toHaveCount(0);
    cable.mend();
    await context.setOffline(false);
  };

  await test.step('after signing out', async () => {
    await page.goto('/sign-in');
    await fillSignIn(page, 'en', owner);
    await expect(page.getByRole('heading', { level: 1, name: 'Maps' })).toBeVisible();
    await page.goto(`/maps/${mapId}`);
    await new Editor(page, 'en').ready();
    await kept(page);
    await page.goto('/');
    await alive(page);
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await showsNothing();
    // The network is back, and so is the server's word.
    await expect(page).toHaveURL(/\/sign-in/);
  });

  await test.step('after access was closed while nobody looked: the next connected visit tells', async () => {
    await joinAsGuest(page, 'en', link.path, 'Ben');
    await new Editor(page, 'en').ready();
    await kept(page);
    await page.goto('about:blank');
    const closed = await olgas.context.request.delete(`/api/join-links/${link.id}`, { headers: { origin: site.url } });
    expect(closed.ok()).toBe(true);
    await page.goto(`/maps/${mapId}`);
    await expect(page).toHaveURL(/\/sign-in/);
    await showsNothing();
    // The network is back, and so is the server's word.
    await expect(page).toHaveURL(/\/sign-in/);
  });

  await test.step('when somebody else signs in without the first one signing out', async () => {
    const second = await createJoinLink(olgas.context, site.url, mapId);
    await joinAsGuest(page, 'en', second.path, 'Cleo');
    await new Editor(page, 'en').ready();
    await kept(page);
    await page.goto('/sign-in');
    await fillSignIn(page, 'en', owner);
    await expect(page.getByRole('heading', { level: 1, name: 'Maps' })).toBeVisible();
    await showsNothing();
  });
});
