import { Editor } from './support/editor';
import { countRenders, takeRenders } from './support/renders';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();

test('another person’s edit of a card renders that card and no other; one’s own none until it is closed', async ({ person }) => {
  const { page: olgasPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  await countRenders(context);
  const mapId = await createMap(olgasPage, 'en', /^Calling customer service/);
  const olga = new Editor(olgasPage, 'en');
  await olga.ready();
  const link = await createJoinLink(context, site.url, mapId);
  const { page: bensPage } = await person({ locale: 'en', url: site.url });
  await joinAsGuest(bensPage, 'en', link.path, 'Ben');
  const ben = new Editor(bensPage, 'en');
  await ben.ready();

  const name = 'Opens the e-mail and does a double take';
  const id = await ben.card(name).getAttribute('data-reference');
  const shown = olga.canvas.locator(`[data-reference="${id}"]`);
  await expect(shown).toBeVisible();
  const cards = await olga.canvas.locator('.map-card').count();
  expect(cards).toBeGreaterThan(10);

  // Ben’s first letter grows no line, and Olga sees him in the card before she counts.
  await ben.open(ben.card(name));
  await expect(olga.selectionOf('Ben')).toBeVisible();
  await takeRenders(olgasPage);
  await bensPage.keyboard.type('!');
  await expect(shown).toContainText('!');
  expect(await takeRenders(olgasPage)).toEqual({ [id ?? '']: 1 });

  // Olga types into the same card: her letters stand in the text field.
  await bensPage.keyboard.press('Escape');
  await olga.open(shown);
  await expect(shown).toHaveAttribute('data-selected', 'true');
  await takeRenders(olgasPage);
  await olgasPage.keyboard.type('?');
  await expect(olga.openText).toHaveValue(/\?$/);
  await olga.saved();
  expect(await takeRenders(olgasPage)).toEqual({});
  await olgasPage.keyboard.press('Escape');
  await expect(shown).toContainText('?');
  expect(Object.keys(await takeRenders(olgasPage))).toEqual([id]);
});
