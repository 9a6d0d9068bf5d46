import type { Page } from '@playwright/test';
import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();

test('a leader locks a lane, then all but one, then the map; participants are told why, and nothing of theirs is lost', async ({
  person,
}) => {
  // Four people, each in a browser of their own.
  const { page: leaderPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(leaderPage, 'en', /^Calling customer service/);
  const link = await createJoinLink(context, site.url, mapId);
  const leader = new Editor(leaderPage, 'en');
  await leader.ready();
  const { page } = await person({ locale: 'en', url: site.url, viewport: { width: 1440, height: 900 } });
  await joinAsGuest(page, 'en', link.path, 'Paula');
  const paula = new Editor(page, 'en');
  await paula.ready();
  await paula.roomy();
  const { page: phone } = await person({
    locale: 'en',
    url: site.url,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await joinAsGuest(phone, 'en', link.path, 'Theo');
  const list = phone.getByRole('region', { name: 'The journey as a list' });

  await leaderPage.getByRole('banner').getByRole('button', { name: 'Workshop' }).click();
  const panel = leaderPage.getByRole('complementary', { name: 'Workshop' });
  await panel.getByRole('button', { name: 'Start a workshop' }).click();
  await leader.fit();
  const lock = (name: string, group: string) => panel.getByRole('group', { name: group }).getByRole('switch', { name });
  const toast = (of: Page, text: RegExp) => of.getByRole('listitem').filter({ hasText: text }).last();

  // One lane: its cards keep still under the pointer and the keyboard, and say why. Other lanes are open.
  await lock('Doing', 'Locked lanes').click();
  await expect(paula.lane('Doing')).toHaveAccessibleName(/locked$/);
  const card = paula.canvas.locator('[data-reference^="card:"][data-locked="true"]').first();
  await expect(card).toBeVisible();
  const before = await paula.boxOf(card);
  const words = (await card.getAttribute('aria-label')) ?? '';
  await paula.drag(card, { x: before.x + before.width / 2, y: before.y + 220 });
  await expect(toast(page, /lane “Doing” is locked/)).toBeVisible();
  expect(await paula.boxOf(card)).toEqual(before);
  await card.click();
  await page.keyboard.press('Delete');
  await page.keyboard.type('vandalised');
  await expect(paula.openText).toHaveCount(0);
  await expect(card).toHaveAccessibleName(words);
  // Wherever one has panned to: the title that stays in sight has the lock, too.
  const pinned = page.locator('[data-closed][data-reference^="lane:"]');
  await expect(pinned).toHaveCount(0);
  await page.mouse.move(700, 500);
  await page.mouse.wheel(900, 0);
  await expect(pinned.filter({ hasText: 'Doing' }).locator('svg')).toBeVisible();
  await paula.fit();
  // A tap on a phone says why nothing opens.
  await list.getByRole('button', { name: 'Opens the e-mail and does a double take' }).tap();
  await expect(toast(phone, /lane “Doing” is locked/)).toBeVisible();
  await expect(list.getByRole('textbox')).toHaveCount(0);
  // Its menu says why its lines are dimmed.
  await card.click({ button: 'right' });
  await expect(page.getByRole('menu')).toContainText('The lane “Doing” is locked');
  for (const name of ['Colour', 'Kind', 'Cut']) {
    await expect(page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).first()).toHaveAttribute('aria-disabled', 'true');
  }
  await checkAccessibility(page, 'the menu of a locked card');
  await page.keyboard.press('Escape');
  await paula.card('“Five more minutes').click();
  await page.keyboard.press('Control+Enter');
  await paula.typeNew('Thinking is free');
  await expect(leader.card('Thinking is free')).toBeVisible();
  // Carried into the locked lane, it comes back.
  const free = paula.card('Thinking is free');
  await free.click();
  const home = await paula.boxOf(free);
  const target = await paula.boxOf(paula.lane('Doing'));
  await paula.drag(free, { x: home.x + home.width / 2, y: target.y + target.height / 2 });
  await expect.poll(async () => (await paula.boxOf(free)).y).toBe(home.y);

  // The leader is not concerned.
  const own = leader.canvas.locator('[data-reference^="card:"]').first();
  await expect(own).toHaveAttribute('data-locked', 'false');

  // These lanes only: a phone offers them, and nothing else; the table shows the rest as read only.
  await panel.getByRole('switch', { name: 'Participants write in some lanes only' }).click();
  const openLanes = panel.getByRole('group', { name: 'Open lanes' });
  await expect(openLanes.getByRole('switch', { name: 'Thinking', exact: true })).toBeVisible();
  const names = await openLanes.locator('label').allTextContents();
  for (const name of names) {
    const each = openLanes.getByRole('switch', { name, exact: true });
    const isOpen = name === 'Thinking';
    if ((await each.getAttribute('aria-checked')) !== String(isOpen)) await each.click();
    await expect(each).toHaveAttribute('aria-checked', String(isOpen));
  }
  const step = list.getByRole('article').filter({ has: phone.getByRole('heading', { name: /Waits on hold/ }) });
  await step.getByRole('button', { name: 'Add a card to “Waits on hold”' }).tap();
  await expect(phone.getByRole('menuitem', { disabled: false })).toHaveText(['Thinking']);
  // The others are there, each with its reason, and a tap leaves the menu as it is.
  const feeling = phone.getByRole('menuitem', { name: /^Feeling/, disabled: true });
  await expect(feeling).toContainText('opened only some lanes');
  await expect(phone.getByRole('menuitem', { name: /^Doing/, disabled: true })).toContainText('lane “Doing” is locked');
  await checkAccessibility(phone, 'the lanes of a step, most of them locked');
  // By force: for the test's own tap it would have to be enabled.
  await feeling.tap({ force: true });
  await expect(feeling).toBeVisible();
  await expect(list.getByRole('textbox')).toHaveCount(0);
  await phone.keyboard.press('Escape');
  await checkAccessibility(leaderPage, 'the panel with locks', ['aside']);
  await checkAccessibility(phone, 'a phone with locks');
  await page.getByRole('button', { name: 'Show as table' }).click();
  const grid = page.getByRole('grid');
  const doing = grid.getByRole('gridcell').nth(1);
  await doing.dblclick();
  await expect(toast(page, /opened only some lanes/)).toBeVisible();
  await page.getByRole('button', { name: 'Show as map' }).click();
  await paula.fit();

  // The whole map: the server refuses it, the page says so, and it opens again for everybody at once.
  await panel.getByRole('switch', { name: 'Lock the whole map' }).click();
  await expect(paula.saveState).toHaveAccessibleName('Locked');
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await leader.write(leader.meta('title'), 'Only the leader writes');
  await expect(paula.meta('title')).toHaveAccessibleName(/Only the leader writes/);
  await panel.getByRole('switch', { name: 'Lock the whole map' }).click();
  await panel.getByRole('switch', { name: 'Participants write in some lanes only' }).click();
  await lock('Doing', 'Locked lanes').click();
  await paula.saved();
  await expect(paula.lane('Doing')).not.toHaveAccessibleName(/locked$/);
  await paula.write(free, 'Writing again');
  await expect(leader.card('Writing again')).toBeVisible();
});

test('a locked stage is hatched down to the last lane, wherever one looks, and says why nothing opens', async ({ person }) => {
  const { page: leaderPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(leaderPage, 'en', /^Calling customer service/);
  const link = await createJoinLink(context, site.url, mapId);
  const leader = new Editor(leaderPage, 'en');
  await leader.ready();
  const { page } = await person({ locale: 'en', url: site.url });
  await joinAsGuest(page, 'en', link.path, 'Paula');
  const paula = new Editor(page, 'en');
  await paula.ready();
  await paula.roomy();
  const { page: phone } = await person({
    locale: 'en',
    url: site.url,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await joinAsGuest(phone, 'en', link.path, 'Theo');
  await leaderPage.getByRole('banner').getByRole('button', { name: 'Workshop' }).click();
  const panel = leaderPage.getByRole('complementary', { name: 'Workshop' });
  await panel.getByRole('button', { name: 'Start a workshop' }).click();
  await panel.getByRole('group', { name: 'Locked stages' }).getByRole('switch', { name: 'Calling and waiting' }).click();

  // Its column, with all that stands in it and nothing beside it; leaders see it, too.
  await expect(paula.stage('Calling and waiting')).toHaveAccessibleName(/locked$/);
  for (const one of [paula, leader]) await expect(one.canvas.locator('[data-column]')).toHaveCount(1);
  const column = paula.canvas.locator('[data-column]');
  const { x, y, width, height } = await paula.boxOf(column);
  const band = await paula.boxOf(paula.stage('Calling and waiting'));
  expect(Math.abs(band.y + band.height - y)).toBeLessThan(1.5);
  const lane = await paula.boxOf(paula.canvas.locator('[aria-roledescription="lane"]').last());
  expect(Math.abs(lane.y + lane.height - (y + height))).toBeLessThan(1.5);
  for (const title of ['Calls and works through the menu', 'Waits on hold']) {
    const step = await paula.boxOf(paula.step(title));
    expect(step.x >= x && step.x + step.width <= x + width, title).toBe(true);
  }
  expect((await paula.boxOf(paula.step('Finds a phone number'))).x).toBeLessThan(x);

  // Below its title and its steps, and with these to the left of the window.
  const card = paula.card('“Five more minutes');
  await card.dblclick();
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: /stage “Calling and waiting” is locked/ })
      .last(),
  ).toBeVisible();
  await expect(paula.openText).toHaveCount(0);
  await page.getByRole('button', { name: /^Zoom: / }).click();
  await page.getByRole('menuitem', { name: '100%' }).click();
  const pinned = page.locator('[data-closed][data-reference^="stage:"]').filter({ hasText: 'Calling and waiting' });
  await paula.canvas.focus();
  await page.mouse.move(700, 500);
  await page.mouse.wheel(0, 700);
  await expect(pinned.locator('svg')).toBeVisible();
  await expect(column).toBeInViewport();
  // Far out, where the map is painted or nobody could read a title, too.
  await paula.fit();
  await expect(column).toBeInViewport();
  await checkAccessibility(page, 'a locked stage on the map');

  // In the list, its heading has the lock and its steps say why they take no cards; in the table, its row.
  const list = phone.getByRole('region', { name: 'The journey as a list' });
  await expect(list.getByRole('heading', { level: 2, name: /^Calling and waiting.*locked/ })).toBeVisible();
  const step = list.getByRole('article').filter({ has: phone.getByRole('heading', { name: /Waits on hold/ }) });
  await expect(step).toContainText('The stage “Calling and waiting” is locked');
  await step.getByRole('button', { name: /Five more minutes/ }).tap();
  await expect(
    phone
      .getByRole('listitem')
      .filter({ hasText: /stage “Calling and waiting” is locked/ })
      .last(),
  ).toBeVisible();
  await checkAccessibility(phone, 'a locked stage on a phone');
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(page.getByRole('rowheader', { name: /Calling and waiting.*locked/ })).toBeVisible();

  // Free again.
  await panel.getByRole('group', { name: 'Locked stages' }).getByRole('switch', { name: 'Calling and waiting' }).click();
  await expect(leader.canvas.locator('[data-column]')).toHaveCount(0);
});

test('a phone that shows the map says why nothing opens while the whole of it is locked', async ({ person }) => {
  const { page: leaderPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(leaderPage, 'en', /^Calling customer service/);
  const link = await createJoinLink(context, site.url, mapId);
  await new Editor(leaderPage, 'en').ready();
  await leaderPage.getByRole('banner').getByRole('button', { name: 'Workshop' }).click();
  const panel = leaderPage.getByRole('complementary', { name: 'Workshop' });
  await panel.getByRole('button', { name: 'Start a workshop' }).click();
  await panel.getByRole('switch', { name: 'Lock the whole map' }).click();
  const { page } = await person({
    locale: 'en',
    url: site.url,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await joinAsGuest(page, 'en', link.path, 'Theo');
  const theo = new Editor(page, 'en');
  await theo.showMap();
  const step = theo.step('Gets a bill');
  await step.tap();
  await step.tap();
  await expect(page.getByRole('listitem').filter({ hasText: 'The map is locked by those who lead' }).last()).toBeVisible();
  await expect(theo.openText).toHaveCount(0);
});
