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
  await expect(phone.getByRole('menuitem')).toHaveText(['Thinking']);
  await expect(phone.getByRole('menu')).toContainText('Locked by those who lead: Doing, Feeling');
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
