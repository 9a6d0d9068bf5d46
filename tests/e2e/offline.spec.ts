import { Editor } from './support/editor';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();
const viewport = { width: 1920, height: 1080 };

test('one goes offline, both edit on, and afterwards nothing is lost or doubled', async ({ person }) => {
  const { page: olgasPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const mapId = await createMap(olgasPage, 'en', /^Calling customer service/);
  const link = await createJoinLink(context, site.url, mapId);
  const cable = await site.layCable();
  const { page: bensPage, context: bensContext } = await person({ locale: 'en', url: cable.url, viewport });
  await joinAsGuest(bensPage, 'en', link.path, 'Ben');
  const [olga, ben] = [new Editor(olgasPage, 'en'), new Editor(bensPage, 'en')];
  for (const editor of [olga, ben]) {
    await editor.ready();
    await editor.roomy();
  }

  await bensContext.setOffline(true);
  cable.cut();
  await ben.offline(0);
  await expect(olga.avatar('Ben')).toBeHidden();

  await ben.emotion('Waits on hold').click();
  await bensPage.keyboard.press('ArrowUp');
  await ben.offline(1);
  await ben.open(ben.card('Holds it against'));
  await bensPage.keyboard.type(', twice');
  await bensPage.keyboard.press('Escape');
  await ben.card('annoyed').hover();
  await bensPage.getByRole('button', { name: 'Add a card' }).click();
  await ben.typeNew('alone with it');
  await ben.drag(ben.card('Resets her password'), await ben.cellAt(ben.step('Finds a phone number'), ben.lane('Thinking')));
  await expect(ben.saveState).toHaveAccessibleName(/^Offline, \d+ changes kept on this device$/);

  await olga.open(olga.card('Holds it against'));
  await olgasPage.keyboard.press('Control+Home');
  await olgasPage.keyboard.type('At night: ');
  await olgasPage.keyboard.press('Escape');
  await olga.write(olga.card('Fills in eleven'), 'Fills in twelve required fields');
  await olga.step('Finds a phone number').click();
  await olgasPage.keyboard.press('Alt+ArrowLeft');
  await olga.saved();
  await expect(olga.card('alone with it')).toHaveCount(0);
  await expect(ben.card('Fills in eleven')).toBeVisible();

  cable.mend();
  await bensContext.setOffline(false);
  await ben.saved();
  await expect(ben.card('Fills in twelve')).toBeVisible();
  await expect(olga.card('alone with it')).toBeVisible();
  const both = 'At night: Holds it against last month’s bill, twice';
  for (const editor of [olga, ben]) {
    await expect(editor.card(both)).toHaveCount(1);
    await expect(editor.card('alone with it')).toHaveCount(1);
    await expect(editor.card('Resets her password')).toHaveCount(1);
    await expect(editor.card('Resets her password')).toHaveAccessibleName(/step 3 Finds a phone number at last, lane Thinking$/);
    await expect(editor.emotion('Waits on hold')).toHaveAttribute('aria-valuenow', '-1');
  }
  const before = await olga.contents();
  expect(await ben.contents()).toEqual(before);

  await Promise.all([olgasPage.reload(), bensPage.reload()]);
  for (const editor of [olga, ben]) {
    await editor.ready();
    await editor.fit();
    await expect.poll(() => editor.contents(), 'what was stored is what both saw').toEqual(before);
  }
});

test('who closes the page while offline finds the edits arriving when the page is opened again', async ({ person }) => {
  const { page: olgasPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const mapId = await createMap(olgasPage, 'en', /^Calling customer service/);
  const link = await createJoinLink(context, site.url, mapId);
  const cable = await site.layCable();
  const bens = await person({ locale: 'en', url: cable.url, viewport });
  await joinAsGuest(bens.page, 'en', link.path, 'Ben');
  const [olga, ben] = [new Editor(olgasPage, 'en'), new Editor(bens.page, 'en')];
  await Promise.all([olga.ready(), ben.ready()]);
  await Promise.all([olga.fit(), ben.fit()]);

  cable.cut();
  await ben.offline(0);
  await ben.write(ben.card('Holds it against'), 'Written in a tunnel');
  await expect(ben.saveState).toHaveAccessibleName(/^Offline, \d+ changes? kept on this device$/);
  // A browser that closes the page now would not be asked to stay: all of it lies on the device, and not only in the window.
  await expect.poll(() => ben.asksToStay()).toBe(false);
  await bens.page.close();
  await expect(olga.card('Holds it against')).toBeVisible();

  cable.mend();
  const page = await bens.context.newPage();
  await page.goto(`/maps/${mapId}`);
  const again = new Editor(page, 'en');
  await again.ready();
  await expect(again.card('Written in a tunnel')).toHaveCount(1);
  await expect(olga.card('Written in a tunnel')).toHaveCount(1);
  await expect(olga.card('Holds it against')).toHaveCount(0);
});
