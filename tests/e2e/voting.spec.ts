import type { Locator, Page } from '@playwright/test';
import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const queue = 'Nobody says how long it will take';
const code = 'The bill shows the new plan as a code';
const buried = 'The number is buried four clicks deep';

/** A vote as somebody sees it. */
class Voting {
  readonly bar: Locator;
  readonly ranking: Locator;

  constructor(readonly page: Page) {
    this.bar = page.getByRole('region', { name: 'Vote', exact: true });
    this.ranking = page.getByRole('region', { name: 'Ranking of the vote' });
  }

  /** The buttons of one card, wherever they stand. */
  button(what: 'Vote for' | 'Take a vote back from', words: string): Locator {
    return this.page.getByRole('button', { name: `${what} “${words}”` });
  }

  async expectLeft(left: number): Promise<void> {
    await expect(this.bar.locator('[data-votes-left]')).toHaveAttribute('data-votes-left', String(left));
  }

  /** The ranking as it is read: rank, card, votes. */
  lines(): Locator {
    return this.ranking.getByRole('listitem');
  }
}

test('dots are given on a phone, by keyboard and by mouse, unseen until the vote is closed; the ranking stays on the map', async ({
  person,
}) => {
  // Four people, each in a browser of their own.
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const editors = await createJoinLink(context, site.url, mapId);
  const commenters = await createJoinLink(context, site.url, mapId, 'commenter');
  const viewers = await createJoinLink(context, site.url, mapId, 'viewer');
  const olgas = new Editor(page, 'en');
  await olgas.ready();

  const join = async (name: string, path: string, options = {}) => {
    const joined = await person({ locale: 'en', url: site.url, ...options });
    await joinAsGuest(joined.page, 'en', path, name);
    return joined.page;
  };
  const paulasPage = await join('Paula', editors.path, phone);
  const karlsPage = await join('Karl', commenters.path);
  const verasPage = await join('Vera', viewers.path);
  const [olga, paula, karl, vera] = [page, paulasPage, karlsPage, verasPage].map((one) => new Voting(one));
  if (!olga || !paula || !karl || !vera) throw new Error('four people');
  const karls = new Editor(karlsPage, 'en');
  await karls.roomy();

  // The leader opens a vote on pain points.
  await page.getByRole('banner').getByRole('button', { name: 'Workshop' }).click();
  const panel = page.getByRole('complementary', { name: 'Workshop' });
  await panel.getByRole('button', { name: 'Start a workshop' }).click();
  await panel.getByRole('button', { name: 'Prepare a vote' }).click();
  // A question stands there; none at all is not taken.
  const question = panel.getByLabel('What is asked');
  await expect(question).toHaveValue('What matters most?');
  await question.fill('');
  await panel.getByRole('button', { name: 'Open the vote' }).click();
  await expect(question).toHaveAccessibleDescription(/Say what is asked/);
  await question.fill('What do we solve first?');
  await panel.getByRole('button', { name: 'Opportunity', pressed: true }).click();
  await panel.getByRole('switch', { name: 'Several votes on one card' }).click();
  await expect(panel.getByRole('paragraph').filter({ hasText: /cards can be voted on/ })).toBeVisible();
  await checkAccessibility(page, 'preparing a vote', ['aside form']);
  await panel.getByRole('button', { name: 'Open the vote' }).click();
  for (const one of [olga, paula, karl]) await one.expectLeft(3);
  await expect(vera.bar).toContainText('You may look, not vote.');
  await expect(vera.bar.getByRole('button')).toHaveCount(0);
  await expect(verasPage.locator('[data-vote-sign]')).toHaveCount(0);

  const height = async () => (await paula.bar.boundingBox())?.height;
  const before = await height();
  // On a phone: two for one card, one for another, and then there is none left.
  await paula.button('Vote for', queue).tap();
  await paula.button('Vote for', queue).tap();
  await paula.button('Vote for', code).tap();
  await paula.expectLeft(0);
  await expect(paula.button('Vote for', buried)).toHaveAttribute('aria-disabled', 'true');
  await paula.button('Take a vote back from', code).tap();
  await paula.expectLeft(1);
  await paula.button('Vote for', buried).tap();
  await paula.expectLeft(0);
  await checkAccessibility(paulasPage, 'voting on a phone', ['[data-voting-bar]', '[data-list^="card:"]']);
  const width = await paulasPage.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(width[0], 'the page is no wider than the phone').toBeLessThanOrEqual(width[1] ?? 0);

  // By keyboard on the map, by somebody who may not write.
  await karls.card(queue).click();
  await karlsPage.keyboard.press('Control+Alt+v');
  await karlsPage.keyboard.press('Control+Alt+v');
  await karl.expectLeft(1);
  await karlsPage.keyboard.press('Control+Alt+Shift+V');
  await karl.expectLeft(2);
  await checkAccessibility(karlsPage, 'voting on the map', ['[data-voting-bar]', '.map-vote']);

  // Everybody knows how many have voted, and nobody for what.
  await expect(olga.bar).toContainText('2 people have voted');
  await expect(paula.bar).toContainText('2 voted, 4 here');
  expect(await height(), 'what others do moves nothing on the phone').toBe(before);
  for (const one of [page, karlsPage, verasPage]) await expect(one.locator('[data-votes]')).toHaveCount(0);
  await expect(karlsPage.locator('[data-vote-sign][data-given]')).toHaveCount(0);
  const told = await (await karlsPage.request.get(`/api/maps/${mapId}/votes`)).text();
  expect(JSON.parse(told).open.mine).toEqual({ [await idOf(karls.card(queue))]: 1 });
  expect(told).not.toContain('Paula');

  // What has been given is still there after a reload; the table votes, too.
  await paulasPage.reload();
  await paula.expectLeft(0);
  await page.getByRole('banner').getByRole('button', { name: 'Show as table' }).click();
  await olga.button('Vote for', code).click();
  await olga.expectLeft(2);
  await expect(olga.bar).toContainText('3 people have voted');
  await checkAccessibility(page, 'voting in the table', ['[data-vote]']);

  // Closed: all see the same ranking at once, and the dots are on the cards.
  await olga.bar.getByRole('button', { name: 'Close the vote' }).click();
  for (const one of [olga, paula, karl, vera]) {
    await expect(one.lines().first()).toContainText(queue);
    await expect(one.lines()).toHaveText([/1.*Nobody says.*3 votes60%/, /2.*code.*1 vote20%/, /2.*buried.*1 vote20%/]);
    await expect(one.bar).toHaveCount(0);
  }
  await checkAccessibility(paulasPage, 'the ranking on a phone', ['[data-ranking]']);
  await vera.lines().filter({ hasText: buried }).getByRole('button').click();
  const veras = new Editor(verasPage, 'en');
  await expect(veras.card(buried)).toBeInViewport();
  await expect(veras.card(buried)).toHaveAccessibleName(/1 vote/);
  const list = paulasPage.getByRole('region', { name: 'The journey as a list' });
  await expect(list.getByRole('button', { name: new RegExp(`${queue}.*3 votes`) })).toBeAttached();

  // Taken along: as data and drawn.
  const file = (format: string) => context.request.get(`/api/maps/${mapId}/export?format=${format}`);
  const { map } = (await (await file('json')).json()) as { map: { cards: { text: string; votes?: number }[] } };
  expect(Object.fromEntries(map.cards.flatMap(({ text, votes }) => (votes ? [[text, votes]] : [])))).toEqual({
    [queue]: 3,
    [code]: 1,
    [buried]: 1,
  });
  expect(await (await file('svg')).text()).toContain('3 votes');

  // The leader takes the dots off the cards; the ranking stays, and is found again in the panel.
  await olga.ranking.getByRole('switch', { name: 'Dots on the cards' }).click();
  await expect(veras.card(buried)).not.toHaveAccessibleName(/vote/);
  await olga.ranking.getByRole('button', { name: 'Close the ranking' }).click();
  await expect(olga.ranking).toHaveCount(0);
  await panel.getByRole('button', { name: /^What do we solve first\?/ }).click();
  await expect(olga.lines()).toHaveCount(3);
});

test('on a tablet a double tap gives one vote, opens nothing and moves nothing; from far away the way to the cards is shown', async ({
  person,
}) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const editors = await createJoinLink(context, site.url, mapId);
  const post = async (path: string, data: object): Promise<void> => {
    const answer = await context.request.post(`/api/maps/${mapId}/${path}`, { data, headers: { origin: site.url } });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  await post('workshop', { type: 'start' });
  await post('votes', { title: 'What first?', kinds: ['painPoint'], laneIds: null, votesPerPerson: 5, mostPerCard: 5 });
  const tablet = await person({ locale: 'en', url: site.url, viewport: { width: 1180, height: 820 }, hasTouch: true });
  await joinAsGuest(tablet.page, 'en', editors.path, 'Paula');
  const editor = new Editor(tablet.page, 'en');
  await editor.ready();
  const voting = new Voting(tablet.page);
  await voting.expectLeft(5);

  // The whole map: what is voted on is framed, and one press leads there.
  await editor.fit();
  const hint = tablet.page.getByText('Zoom in to vote');
  await expect(hint).toBeVisible();
  await expect(tablet.page.locator('[data-vote-frame]')).toHaveCount(14);
  await checkAccessibility(tablet.page, 'voting from far away', ['.map-vote-hint']);
  await tablet.page.getByRole('button', { name: 'Go to a card' }).tap();
  await expect(hint).toHaveCount(0);
  const sign = tablet.page.locator('[data-vote-sign]').first();
  const cardId = await sign.getAttribute('data-vote-sign');
  const control = tablet.page.locator(`[data-vote="${cardId}"]`);
  const { x, y, width, height } = await editor.boxOf(sign);
  const place = (await tablet.page.locator('.react-flow__viewport').getAttribute('style')) ?? '';

  // Its second tap meets the buttons that the first one brought, and is not meant for them.
  const finger = await tablet.context.newCDPSession(tablet.page);
  const tap = async (count: number): Promise<void> => {
    const points = [{ x: x + width / 2, y: y + height / 2, id: 1 }];
    for (let done = 0; done < count; done++) {
      await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points });
      await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    }
  };
  await tap(2);
  await voting.expectLeft(4);
  await expect(control).toBeVisible();
  await expect(tablet.page.locator('[data-reference][data-selected="true"]')).toHaveCount(0);
  expect(await tablet.page.locator('.react-flow__viewport').getAttribute('style')).toBe(place);
  // One that comes later than a double tap takes is meant for them.
  await tablet.page.waitForTimeout(500);
  await control.getByRole('button', { name: /^Vote for/ }).tap();
  await voting.expectLeft(3);
  await control.getByRole('button', { name: /^Take a vote back/ }).tap();
  await voting.expectLeft(4);
});

/** The id of a card on the map. */
async function idOf(card: Locator): Promise<string> {
  return ((await card.getAttribute('data-reference')) ?? '').replace(/^card:/, '');
}
