import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();

test('a participant with a phone reads the journey as a list, and writes and changes cards with one thumb', async ({
  person,
}) => {
  const { page: olgasPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(olgasPage, 'en', /^Calling customer service/);
  const link = await createJoinLink(context, site.url, mapId);
  const olga = new Editor(olgasPage, 'en');
  await olga.ready();
  await olga.fit();

  const { page } = await person({
    locale: 'en',
    url: site.url,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await joinAsGuest(page, 'en', link.path, 'Paula');
  const list = page.getByRole('region', { name: 'The journey as a list' });
  await expect(list.getByRole('heading', { name: /Gets a bill that is too high/ })).toBeVisible();
  await checkAccessibility(page, 'the list on a phone');
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(width[0], 'the page is no wider than the phone').toBeLessThanOrEqual(width[1] ?? 0);

  // A card in a lane of a step.
  const step = list.getByRole('article').filter({ has: page.getByRole('heading', { name: /Waits on hold/ }) });
  await step.getByRole('button', { name: 'Add a card to “Waits on hold”' }).tap();
  await page.getByRole('menuitem', { name: 'Thinking' }).tap();
  const field = step.getByRole('textbox', { name: 'Text of the card' });
  await expect(field).toBeFocused();
  await page.keyboard.type('How long is this going to take?');
  await step.getByRole('button', { name: 'Done' }).tap();
  await expect(field).toHaveCount(0);
  await expect(olga.card('How long is this going to take?')).toBeVisible();

  // One lane alone; its cards are changed where they stand, and an empty one leaves nothing behind.
  const lanes = page.getByRole('navigation', { name: 'Lanes' });
  await lanes.getByRole('button', { name: 'Thinking' }).tap();
  await step.getByRole('button', { name: 'How long is this going to take?' }).tap();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Is anybody there?');
  await step.getByRole('button', { name: 'Done' }).tap();
  await expect(olga.card('Is anybody there?')).toBeVisible();
  const count = await step.getByRole('listitem').count();
  await step.getByRole('button', { name: 'Add a card to “Waits on hold”' }).tap();
  await expect(field).toBeFocused();
  await page.getByRole('heading', { name: /Waits on hold/ }).tap();
  await expect(step.getByRole('listitem')).toHaveCount(count);

  // In a lane of pain points it is one.
  await lanes.getByRole('button', { name: 'Pain points' }).tap();
  await step.getByRole('button', { name: 'Add a card to “Waits on hold”' }).tap();
  await page.keyboard.type('Nobody calls back');
  await step.getByRole('button', { name: 'Done' }).tap();
  await expect(step.getByRole('button', { name: /^Pain point\s*Nobody calls back/ })).toBeVisible();
  await lanes.getByRole('button', { name: 'Thinking' }).tap();

  // What somebody else writes comes live; a stage is one tap away; the map is another.
  await olga.write(olga.card('Is anybody there?'), 'Nobody is there');
  await expect(step.getByText('Nobody is there')).toBeVisible();
  await page.getByRole('navigation', { name: 'Stages' }).getByRole('button').last().tap();
  await expect(list.getByRole('heading', { level: 2 }).last()).toBeInViewport();
  await page.getByRole('button', { name: 'Show as map' }).tap();
  await expect(new Editor(page, 'en').canvas).toBeVisible();
  await page.reload();
  await expect(new Editor(page, 'en').canvas).toBeVisible();
});
