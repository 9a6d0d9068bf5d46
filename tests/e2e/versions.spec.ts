import type { BrowserContext, Page } from '@playwright/test';
import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { exportFile, readPdf, withoutSpace } from './support/files';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const site = siteOfThisFile();

/** Keeps a map as it is, by the request that the page makes. */
async function keep(context: BrowserContext, mapId: string, name: string): Promise<void> {
  const kept = await context.request.post(`${site.url}/api/maps/${mapId}/versions`, {
    headers: { Origin: site.url },
    data: { name },
  });
  expect(kept.status()).toBe(201);
}

async function openHistory(page: Page, locale: 'de' | 'en') {
  await page.getByRole('button', { name: wordsOf(locale, 'editor')('topbar.more') }).click();
  await page.getByRole('menuitem', { name: wordsOf(locale, 'history')('open') }).click();
  return page.getByRole('dialog', { name: wordsOf(locale, 'history')('title') });
}

test('a map is kept as it is, goes on, is looked at as it was, taken along as a PDF, and is there again', async ({ person }) => {
  const t = wordsOf('en', 'versions');
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const olga = new Editor(page, 'en');
  await olga.ready();
  await olga.roomy();

  // A second window has the timeline open: what is kept in the first one appears in it.
  const second = await context.newPage();
  await second.goto(`/maps/${mapId}`);
  await new Editor(second, 'en').ready();
  const timeline = await openHistory(second, 'en');
  await expect(timeline.getByText(wordsOf('en', 'history')('nothingDone'))).toBeVisible();

  // Kept by a key.
  await olga.canvas.focus();
  await page.keyboard.press('Control+s');
  const saving = page.getByRole('dialog', { name: t('saveTitle') });
  await expect(saving.getByLabel(t('name'), { exact: true })).toBeFocused();
  await page.keyboard.type('Agreed with billing');
  await saving.getByLabel(t('note')).fill('As on 14 March');
  await checkAccessibility(page, 'keeping a version');
  await saving.getByRole('button', { name: t('save') }).click();
  await expect(saving).toBeHidden();
  const title = 'Version 1: Agreed with billing';
  await expect(timeline.getByRole('heading', { name: title })).toBeVisible();
  await expect(timeline.getByText('Saved by hand, Olga Ott')).toBeVisible();

  // The map goes on.
  await olga.write(olga.step('Waits on hold'), 'Listens to music');
  await olga.saved();

  // The timeline says who changed what since; the version is shown on the same canvas, and nobody can write in it.
  const history = await openHistory(page, 'en');
  await expect(async () => {
    await history.getByRole('button', { name: 'Load anew' }).click();
    await expect(history.getByRole('heading', { name: /Olga Ott/ })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await checkAccessibility(page, 'the timeline');
  await history.getByRole('button', { name: t('showOne', { title }) }).click();
  await expect(history).toBeHidden();
  const banner = page.getByRole('region', { name: t('lookingAt', { title }) });
  await expect(banner).toContainText('As on 14 March');
  await expect(olga.step('Waits on hold')).toBeVisible();
  await expect(olga.step('Listens to music')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await olga.step('Waits on hold').dblclick();
  await expect(olga.openText).toHaveCount(0);
  expect(new URL(page.url()).searchParams.get('version')).toBe('1');
  await checkAccessibility(page, 'a version');

  // The live map goes on beneath.
  const other = new Editor(second, 'en');
  await second.keyboard.press('Escape');
  await other.roomy();
  await other.write(other.step('Listens to music'), 'Hangs up');
  await other.saved();
  await expect(olga.step('Waits on hold')).toBeVisible();

  // The exported file is of what is shown.
  const pdf = await readPdf(await exportFile(page, 'en', 'PDF'));
  expect(pdf.text).toContain(withoutSpace('Waits on hold'));
  expect(pdf.text).not.toContain(withoutSpace('Listens to music'));
  expect(pdf.text).toContain(withoutSpace('Version 1 “Agreed with billing”'));

  // The address leads to it again; and back to now.
  await page.reload();
  await expect(banner).toBeVisible();
  await olga.roomy();
  await expect(olga.step('Waits on hold')).toBeVisible();
  await banner.getByRole('button', { name: t('backToNow') }).click();
  await expect(banner).toBeHidden();
  await expect(olga.step('Hangs up')).toBeVisible();
  await expect(olga.step('Waits on hold')).toHaveCount(0);
  expect(new URL(page.url()).searchParams.has('version')).toBe(false);
  await olga.write(olga.step('Hangs up'), 'Calls again');
  await olga.saved();

  // Deleted for good, by an owner.
  const again = await openHistory(page, 'en');
  await again.getByRole('button', { name: t('moreOf', { title }) }).click();
  await page.getByRole('menuitem', { name: t('deleteThis') }).click();
  const asking = page.getByRole('dialog', { name: t('deleteTitle', { title }) });
  await asking.getByRole('button', { name: t('delete') }).click();
  await expect(asking).toBeHidden();
  await expect(again.getByRole('heading', { name: title })).toHaveCount(0);
});

test('a guest looks at a version with a phone, in German; who may not see any is not shown one', async ({ person }) => {
  const t = wordsOf('de', 'versions');
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const olga = new Editor(page, 'en');
  await olga.ready();
  await olga.roomy();
  await keep(context, mapId, 'Vor dem Termin');
  await olga.write(olga.step('Waits on hold'), 'Listens to music');
  await olga.saved();

  const link = await createJoinLink(context, site.url, mapId);
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'dark' } as const;
  const guest = await person({ locale: 'de', url: site.url, ...phone });
  await joinAsGuest(guest.page, 'de', link.path, 'Gustav');
  const history = await openHistory(guest.page, 'de');
  const title = 'Version 1: Vor dem Termin';
  await checkAccessibility(guest.page, 'the timeline on a phone');
  await history.getByRole('button', { name: t('showOne', { title }) }).tap();
  const banner = guest.page.getByRole('region', { name: t('lookingAt', { title }) });
  await expect(banner).toBeVisible();
  await expect(guest.page.getByText('Waits on hold').first()).toBeVisible();
  await expect(guest.page.getByText('Listens to music')).toHaveCount(0);
  await checkAccessibility(guest.page, 'a version on a phone');
  await banner.getByRole('button', { name: t('backToNow') }).tap();
  await expect(guest.page.getByText('Listens to music').first()).toBeVisible();

  // Guests who only look were shown the map as it is.
  const viewing = await createJoinLink(context, site.url, mapId, 'viewer');
  const viewer = await person({ locale: 'de', url: site.url });
  await joinAsGuest(viewer.page, 'de', viewing.path, 'Vera');
  await viewer.page.goto(`/maps/${mapId}?version=1`);
  const vera = new Editor(viewer.page, 'de');
  await expect(vera.canvas).toBeVisible();
  await vera.roomy();
  await expect(vera.step('Listens to music')).toBeVisible();
  const refused = await viewer.page.request.get(`${site.url}/api/maps/${mapId}/versions/1`);
  expect(refused.status()).toBe(403);
});

test('a version is restored while somebody types on, and that is undone without a lost word', async ({ person }) => {
  const t = wordsOf('en', 'versions');
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const olga = new Editor(page, 'en');
  await olga.ready();
  await olga.roomy();
  await keep(context, mapId, 'Agreed');
  const title = 'Version 1: Agreed';
  await olga.write(olga.step('Waits on hold'), 'Listens to music');
  await olga.write(olga.step('Tells her story'), 'Tells a story');
  await olga.saved();

  const link = await createJoinLink(context, site.url, mapId);
  const guest = await person({ locale: 'en', url: site.url });
  await joinAsGuest(guest.page, 'en', link.path, 'Gustav');
  const gustav = new Editor(guest.page, 'en');
  await gustav.ready();
  await gustav.roomy();
  await expect(gustav.step('Listens to music')).toBeVisible();

  // Guests look at versions and compare them, and bring none back.
  const guests = await openHistory(guest.page, 'en');
  await expect(guests.getByRole('button', { name: t('showOne', { title }) })).toBeVisible();
  await guests.getByRole('button', { name: t('moreOf', { title }) }).click();
  await expect(guest.page.getByRole('menuitem', { name: wordsOf('en', 'comparing')('openNow') })).toBeVisible();
  await expect(guest.page.getByRole('menuitem', { name: t('restoreThis') })).toHaveCount(0);
  await guest.page.keyboard.press('Escape');
  await expect(guest.page.getByRole('menu')).toBeHidden();
  // Escape would put aside the tooltip of the button first, which has the focus again.
  await guests.getByRole('button', { name: wordsOf('en', 'common')('close') }).click();
  await expect(guests).toBeHidden();

  // Asked for over the version that is shown; put aside, the focus is back where it was; asked for again by keyboard.
  const history = await openHistory(page, 'en');
  await history.getByRole('button', { name: t('showOne', { title }) }).click();
  const banner = page.getByRole('region', { name: t('lookingAt', { title }) });
  const wish = banner.getByRole('button', { name: t('restoreThis') });
  await wish.click();
  const asking = page.getByRole('dialog', { name: t('restoreTitle', { title }) });
  await expect(asking).toContainText(t('restoreKept'));
  await checkAccessibility(page, 'restoring a version');
  await page.keyboard.press('Escape');
  await expect(asking).toBeHidden();
  await expect(wish).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'All commands' }).getByRole('combobox').fill(t('restoreThis'));
  await page.keyboard.press('Enter');
  await asking.getByRole('button', { name: t('restore') }).click();
  await expect(asking).toBeHidden();
  await expect(banner).toBeHidden();
  const messages = page.getByRole('listitem');
  await expect(messages.filter({ hasText: t('restored', { title }) })).toContainText(t('restoredBefore', { number: 2 }));
  await expect(page.locator('body')).not.toBeFocused();
  await expect(olga.step('Waits on hold')).toBeVisible();

  // The other window sees it, and somebody types on there.
  await expect(gustav.step('Waits on hold')).toBeVisible();
  await expect(gustav.step('Tells her story')).toBeVisible();
  await gustav.open(gustav.step('Waits on hold'));
  await guest.page.keyboard.press('Control+End');
  await guest.page.keyboard.type(' for an hour');
  await expect(olga.step('Waits on hold for an hour')).toBeVisible();

  // Undone from the timeline, while the text is open: the typed words stay.
  const again = await openHistory(page, 'en');
  await again.getByRole('button', { name: t('undoRestore') }).click();
  const undoing = page.getByRole('dialog', { name: t('undoTitle', { title }) });
  await checkAccessibility(page, 'undoing a restore');
  await undoing.getByRole('button', { name: t('undoRestore') }).click();
  await expect(undoing).toBeHidden();
  await expect(again).toBeHidden();
  await expect(olga.step('Tells a story')).toBeVisible();
  await expect(gustav.step('Tells a story')).toBeVisible();
  await guest.page.keyboard.press('Control+End');
  await guest.page.keyboard.type(' at least');
  await guest.page.keyboard.press('Escape');
  await gustav.saved();
  await expect(olga.step('Listens to music for an hour at least')).toBeVisible();
  const done = await openHistory(page, 'en');
  await expect(done.getByText(t('restoredAndUndone', { title }))).toBeVisible();
  await expect(done.getByRole('button', { name: t('undoRestore') })).toHaveCount(0);

  // Restored again from the timeline, and undone at once.
  await done.getByRole('button', { name: t('moreOf', { title }) }).click();
  await page.getByRole('menuitem', { name: t('restoreThis') }).click();
  await asking.getByRole('button', { name: t('restore') }).click();
  await expect(done).toBeHidden();
  const undo = messages
    .filter({ hasText: t('restored', { title }) })
    .getByRole('button', { name: 'Undo' })
    .last();
  // A message waits for whoever points at it.
  await undo.hover();
  await expect(gustav.step('Waits on hold')).toBeVisible();
  await undo.click();
  await expect(messages.filter({ hasText: 'The restore is undone' }).last()).toBeVisible();
  await expect(gustav.step('Listens to music for an hour at least')).toBeVisible();
});

test('a version is restored with a phone, in German', async ({ person }) => {
  const t = wordsOf('de', 'versions');
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'dark' } as const;
  const { page, context } = await person({ locale: 'de', url: site.url, storageState: site.ownerState, ...phone });
  await context.addCookies([{ name: 'wegmarke-locale', value: 'de', url: site.url }]);
  const mapId = await createMap(page, 'de', /^Anruf beim Kundenservice/);
  await expect(page.getByText('Bekommt eine Rechnung').first()).toBeVisible();
  await keep(context, mapId, 'Vor dem Termin');
  const title = 'Version 1: Vor dem Termin';
  await page.goto(`/maps/${mapId}?version=1`);
  const banner = page.getByRole('region', { name: t('lookingAt', { title }) });
  await banner.getByRole('button', { name: t('restoreThis') }).tap();
  const asking = page.getByRole('dialog', { name: t('restoreTitle', { title }) });
  await checkAccessibility(page, 'restoring a version on a phone');

  // Without network it says so, and asks on.
  await context.setOffline(true);
  await asking.getByRole('button', { name: t('restore') }).tap();
  await expect(asking.getByRole('alert')).toHaveText(t('restoreOffline'));
  await context.setOffline(false);
  await asking.getByRole('button', { name: t('restore') }).tap();
  await expect(asking).toBeHidden();
  await expect(banner).toBeHidden();
  // The map was not changed since.
  await expect(page.getByRole('listitem').filter({ hasText: t('restoredSame', { title }) })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  // What is gone is told.
  await page.goto(`/maps/${mapId}?version=1`);
  await banner.getByRole('button', { name: t('restoreThis') }).tap();
  const gone = await context.request.delete(`${site.url}/api/maps/${mapId}/versions/1`, { headers: { Origin: site.url } });
  expect(gone.status()).toBe(204);
  await asking.getByRole('button', { name: t('restore') }).tap();
  await expect(asking.getByRole('alert')).toHaveText(wordsOf('de', 'errors')('versionNotFound'));
});
