import { Editor } from './support/editor';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();
const viewport = { width: 1920, height: 1080 };

test('the server is killed while two people edit, starts again, and nothing is lost or doubled', async ({ person }) => {
  const { page: olgasPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const mapId = await createMap(olgasPage, 'en', /^Calling customer service/);
  const link = await createJoinLink(context, site.url, mapId);
  const { page: bensPage } = await person({ locale: 'de', url: site.url, viewport });
  await joinAsGuest(bensPage, 'de', link.path, 'Ben');
  const [olga, ben] = [new Editor(olgasPage, 'en'), new Editor(bensPage, 'de')];
  for (const editor of [olga, ben]) {
    await editor.ready();
    await editor.roomy();
  }

  await olga.write(olga.card('Holds it against'), 'Saved just before');
  await ben.write(ben.card('Opens the e-mail'), 'Gerade noch gespeichert');
  await Promise.all([olga.saved(), ben.saved()]);
  await site.server.kill();
  await Promise.all([olga.offline(0), ben.offline(0)]);

  await olga.write(olga.card('Keys in customer number'), 'Written while the server was gone');
  await ben.write(ben.card('Fills in eleven'), 'Geschrieben, als der Server weg war');
  await olga.open(olga.card('Puts the phone on speaker'));
  await olgasPage.keyboard.type(' (Olga)');
  await olgasPage.keyboard.press('Escape');
  await ben.open(ben.card('Puts the phone on speaker'));
  await bensPage.keyboard.press('Control+Home');
  await bensPage.keyboard.type('(Ben) ');
  await bensPage.keyboard.press('Escape');
  await expect(olga.saveState).toHaveAccessibleName(/^Offline, \d+ changes kept on this device$/);
  await expect(ben.saveState).toHaveAccessibleName(/^Offline, \d+ Änderungen auf diesem Gerät$/);

  await site.server.start();
  await Promise.all([olga.saved(), ben.saved()]);
  await expect(olga.avatar('Ben')).toBeVisible();
  await expect(ben.avatar('Olga Ott')).toBeVisible();
  const texts = [
    'Saved just before',
    'Gerade noch gespeichert',
    'Written while the server was gone',
    'Geschrieben, als der Server weg war',
    '(Ben) Puts the phone on speaker and tidies the kitchen (Olga)',
  ];
  const gone = ['Holds it against', 'Opens the e-mail', 'Keys in customer number', 'Fills in eleven', 'Puts the phone'];
  const check = async () => {
    for (const editor of [olga, ben]) {
      for (const text of texts) await expect(editor.card(text)).toHaveCount(1);
      for (const text of gone) await expect(editor.card(text)).toHaveCount(0);
    }
  };
  await check();
  await Promise.all([olgasPage.reload(), bensPage.reload()]);
  for (const editor of [olga, ben]) {
    await editor.ready();
    await editor.fit();
  }
  await check();
});
