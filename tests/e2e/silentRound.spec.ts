import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();

test('in a silent round nobody sees the others’ cards until all are shown, on a phone neither', async ({ person }) => {
  const { page: leaderPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(leaderPage, 'en', /^Calling customer service/);
  const link = await createJoinLink(context, site.url, mapId);
  const leader = new Editor(leaderPage, 'en');
  await leader.ready();
  await leader.fit();

  // Paula takes part with a laptop, Theo with a phone.
  const { page: paulasPage } = await person({ locale: 'en', url: site.url });
  await joinAsGuest(paulasPage, 'en', link.path, 'Paula');
  const paula = new Editor(paulasPage, 'en');
  await paula.ready();
  await paula.fit();
  const { page: theosPage } = await person({
    locale: 'de',
    url: site.url,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await joinAsGuest(theosPage, 'de', link.path, 'Theo');
  const list = theosPage.getByRole('region', { name: 'Die Reise als Liste' });
  await expect(list.getByRole('heading', { name: /Waits on hold/ })).toBeVisible();

  await leaderPage.getByRole('banner').getByRole('button', { name: 'Workshop' }).click();
  const panel = leaderPage.getByRole('complementary', { name: 'Workshop' });
  await panel.getByRole('button', { name: 'Start a workshop' }).click();
  await panel.getByRole('button', { name: 'Start a silent round' }).click();
  await expect(panel.getByText('No cards so far')).toBeVisible();
  await expect(paulasPage.getByText('The others see what you write')).toBeVisible();
  await expect(theosPage.getByText('sehen die anderen erst')).toBeVisible();

  // Each of them writes; the leader counts, and reads nothing.
  await paula.card('“Five more minutes').click();
  await paulasPage.keyboard.press('Control+Enter');
  await paula.typeNew('Nobody tells me how long');
  await expect(paula.card('Nobody tells me how long')).toHaveAccessibleName(/Only you see this card so far$/);
  const step = list.getByRole('article').filter({ has: theosPage.getByRole('heading', { name: /Waits on hold/ }) });
  await step.getByRole('button', { name: /hinzufügen/ }).tap();
  await theosPage.getByRole('menuitem').first().tap();
  await expect(step.getByRole('textbox')).toBeFocused();
  await theosPage.keyboard.type('Die Musik nervt');
  await step.getByRole('button', { name: 'Fertig' }).tap();
  await expect(step.getByRole('button', { name: /Die Musik nervt/ })).toContainText('sehen bisher nur Sie');
  await expect(panel.getByText('2 cards by 2 people')).toBeVisible();
  for (const editor of [leader, paula]) await expect(editor.card('Die Musik nervt')).toHaveCount(0);
  await expect(leader.card('Nobody tells me how long')).toHaveCount(0);
  await expect(step.getByText('Nobody tells me how long')).toHaveCount(0);
  await checkAccessibility(leaderPage, 'the leader’s page in a silent round');
  await checkAccessibility(theosPage, 'a phone in a silent round');

  // A page that is loaded anew knows its own cards, and no others; a file has none of them.
  await paulasPage.reload();
  await paula.ready();
  await paula.fit();
  await expect(paula.card('Nobody tells me how long')).toBeVisible();
  await expect(paula.card('Die Musik nervt')).toHaveCount(0);
  const file = await context.request.get(`${site.url}/api/maps/${mapId}/export?format=json`);
  expect(file.ok()).toBe(true);
  expect(await file.text()).not.toContain('Nobody tells me how long');

  // The leader looks elsewhere, and is led to the cards; so is whoever presses the message, wherever they have gone since.
  await leaderPage.mouse.move(500, 500);
  await leaderPage.mouse.wheel(0, 4_000);
  await expect(leader.card('“Five more minutes')).not.toBeInViewport();
  await panel.getByRole('button', { name: 'Show all cards' }).click();
  await expect(leaderPage.getByText('2 cards of the others are shown now', { exact: true })).toBeVisible();
  for (const words of ['Nobody tells me how long', 'Die Musik nervt']) await expect(leader.card(words)).toBeInViewport();
  await leaderPage.mouse.move(500, 500);
  await leaderPage.mouse.wheel(0, 4_000);
  await expect(leader.card('Nobody tells me how long')).not.toBeInViewport();
  await leaderPage.getByRole('button', { name: 'Show them' }).click();
  for (const editor of [leader, paula]) {
    await expect(editor.card('Nobody tells me how long')).toBeInViewport();
    await expect(editor.card('Die Musik nervt')).toBeInViewport();
  }
  await expect(step.getByText('Nobody tells me how long')).toBeVisible();
  await expect(paula.card('Nobody tells me how long')).not.toHaveAccessibleName(/Only you/);
  await expect(panel.getByRole('button', { name: 'Start a silent round' })).toBeVisible();
});
