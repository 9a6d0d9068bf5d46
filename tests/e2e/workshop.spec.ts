import type { Locator, Page } from '@playwright/test';
import { checkAccessibility as check } from './support/axe';
import { Editor } from './support/editor';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** The workshop as somebody sees it. */
class Workshop {
  readonly panel: Locator;
  readonly bar: Locator;
  /** What is left of the timer, in the line over the map. */
  readonly time: Locator;
  readonly standing: Locator;
  /** What screen readers are told; it says, too, whether the bell was heard. */
  readonly news: Locator;

  constructor(readonly page: Page) {
    this.panel = page.getByRole('complementary', { name: 'Workshop' });
    this.bar = page.getByRole('region', { name: 'Workshop' });
    this.time = this.bar.getByRole('timer');
    this.standing = this.bar.locator('[data-timer-standing]');
    this.news = page.locator('[data-workshop-news]');
  }

  item(title: string): Locator {
    return this.panel.getByRole('listitem').filter({ hasText: title });
  }

  async seconds(): Promise<number> {
    const [minutes = 0, seconds = 0] = ((await this.time.textContent()) ?? '').split(':').map(Number);
    return minutes * 60 + seconds;
  }
}

test('a workshop of four, one of them with a phone: agenda, one timer for all, who comes late, the bell, the end', async ({
  person,
}) => {
  // Four people, each in a browser of their own.
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const { path } = await createJoinLink(context, site.url, mapId);
  await new Editor(page, 'en').ready();
  const olga = new Workshop(page);
  const join = async (name: string, locale: 'en' | 'de', options = {}) => {
    const joined = await person({ locale, url: site.url, ...options });
    await joinAsGuest(joined.page, locale, path, name);
    return new Workshop(joined.page);
  };
  let gabi = await join('Gabi', 'en');
  const paul = await join('Paul', 'de', phone);
  await expect(paul.page).toHaveURL(/maps/);

  // Prepared before anybody sees it, then started.
  await page.getByRole('banner').getByRole('button', { name: 'Workshop' }).click();
  await check(page, 'no workshop and no agenda');
  await olga.panel.getByRole('button', { name: /^Two hours/ }).click();
  await expect(olga.panel.getByRole('listitem')).toHaveCount(9);
  await expect(gabi.bar).toHaveCount(0);
  await olga.panel.getByRole('button', { name: 'Start a workshop' }).click();
  for (const { bar } of [olga, gabi, paul]) await expect(bar).toBeVisible();
  await expect(gabi.news).toHaveText('Olga Ott leads this workshop.');
  await expect(paul.bar).toContainText('Die Agenda hat noch nicht begonnen');

  // The first item with its minutes: everybody has the same time.
  await olga.panel.getByRole('button', { name: 'Begin: Welcome' }).click();
  for (const { bar, time } of [olga, gabi, paul]) {
    await expect(bar).toContainText('1/9');
    await expect(time).toHaveText(/^(5:00|4:5\d)$/);
  }
  const times = await Promise.all([olga, gabi, paul].map((one) => one.seconds()));
  expect(Math.max(...times) - Math.min(...times), `${times}`).toBeLessThanOrEqual(1);
  await expect(gabi.news).toHaveText('Now: Welcome. The timer runs: 5 minutes.');

  // Paused, it stands where it is, for whoever reloads and for whoever comes now.
  await olga.bar.getByRole('button', { name: 'Pause the timer' }).click();
  for (const { standing } of [olga, gabi, paul]) await expect(standing).toHaveAttribute('data-timer-standing', 'paused');
  const left = (await olga.time.textContent()) ?? '';
  await gabi.page.reload();
  const late = await join('Lara', 'en');
  for (const { time, standing } of [gabi, paul, late]) {
    await expect(time).toHaveText(left);
    await expect(standing).toHaveAttribute('data-timer-standing', 'paused');
  }
  await expect(late.standing).toContainText('Paused');

  // On the phone: the list, and below it the same panel without a leader's buttons.
  await expect(paul.page.getByRole('region', { name: 'Die Reise als Liste' })).toBeVisible();
  await paul.bar.getByRole('button', { name: /^Workshop: Punkt 1 von 9/ }).tap();
  // What the template says he reads in his language.
  await expect(paul.item('Begrüßung')).toHaveAttribute('aria-current', 'step');
  await expect(paul.panel.getByText('Olga Ott leitet diesen Workshop.')).toBeVisible();
  await expect(paul.panel.getByRole('button', { name: /Weiter|verschieben|beenden|Anhalten/ })).toHaveCount(0);
  const small = await paul.panel
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons.filter((button) => button.getBoundingClientRect().height < 44).map((button) => button.textContent),
    );
  expect(small, 'nothing is smaller than a thumb').toEqual([]);
  expect(await paul.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await check(paul.page, 'the panel on a phone');

  // A browser lets no page sound that nobody has pressed: it is said, and one press mends it.
  const tab = await gabi.page.context().newPage();
  // A page that a program opens counts as pressed.
  await tab.addInitScript(() =>
    Object.defineProperty(navigator, 'userActivation', { value: { hasBeenActive: false, isActive: false } }),
  );
  await tab.goto(`/maps/${mapId}`);
  await gabi.page.close();
  gabi = new Workshop(tab);
  await olga.bar.getByRole('button', { name: 'Let the timer go on' }).click();
  await expect(gabi.standing).toHaveAttribute('data-timer-standing', 'running');
  await expect(gabi.news).toHaveAttribute('data-sound', 'locked');
  await gabi.bar.getByRole('button', { name: 'Sound is off – turn on' }).click();
  await expect(gabi.news).toHaveAttribute('data-sound', 'ready');
  await expect(gabi.bar.getByRole('button', { name: 'Sound is off – turn on' })).toHaveCount(0);
  await paul.panel.getByRole('button', { name: 'Ton des Timers' }).tap();
  await expect(paul.news).toHaveAttribute('data-sound', 'muted');

  // Six seconds: seen by all, heard by those who want it, said to all.
  await olga.panel.getByRole('textbox', { name: 'Own minutes' }).fill('0.1');
  await page.keyboard.press('Enter');
  await expect(gabi.standing).toHaveAttribute('data-timer-standing', 'last');
  for (const { standing } of [olga, gabi, paul, late]) await expect(standing).toHaveAttribute('data-timer-standing', 'over');
  await expect(gabi.news).toHaveText('Time is up.');
  await expect(gabi.news).toHaveAttribute('data-rung', '1');
  await expect(olga.news).toHaveAttribute('data-rung', '1');
  await expect(paul.news).toHaveText('Die Zeit ist um.');
  await expect(paul.news).toHaveAttribute('data-rung', '0');
  await check(page, 'the time is up');
  await gabi.page.reload();
  await expect(gabi.standing).toHaveAttribute('data-timer-standing', 'over');
  await expect(gabi.news).toHaveAttribute('data-rung', '0');

  // On to the next one, without a timer; one of the agenda is changed meanwhile.
  await olga.panel.getByText('Start the timer with each item').click();
  await olga.panel.getByRole('button', { name: 'Next: Whose journey' }).click();
  await expect(gabi.bar).toContainText('2/9');
  await expect(gabi.standing).toHaveCount(0);
  await olga
    .item('Silent notes')
    .getByRole('button', { name: /^3 Silent notes|^Silent notes/ })
    .click();
  await olga.panel.getByRole('textbox', { name: 'Title' }).fill('Quiet notes');
  await check(page, 'an item of the agenda, open');
  await olga.panel.getByRole('button', { name: 'Done' }).click();
  await expect(paul.item('Quiet notes')).toBeVisible();
  await olga.panel
    .getByRole('button', { name: /^Move “Quiet notes”/ })
    .dragTo(olga.item('Emotion curve'), { targetPosition: { x: 120, y: 3 } });
  await expect(paul.panel.getByRole('listitem').nth(2)).toContainText('Zeigen und erklären');
  await expect(paul.panel.getByRole('listitem').nth(3)).toContainText('Quiet notes');

  // The end, after a question; the agenda is still there for the next time.
  await olga.panel.getByRole('button', { name: 'End the workshop' }).click();
  const question = page.getByRole('alertdialog', { name: 'End this workshop?' });
  await check(page, 'asking before the end');
  await question.getByRole('button', { name: 'End the workshop' }).click();
  for (const { bar } of [olga, gabi, paul, late]) await expect(bar).toHaveCount(0);
  await expect(gabi.news).toHaveText('The workshop has ended.');
  await expect(paul.panel.getByText('Zurzeit läuft kein Workshop.')).toBeVisible();
  await expect(olga.panel.getByRole('listitem')).toHaveCount(9);
});

test('by the keyboard alone: an agenda of one’s own, put in order, gone through, and from another browser, too', async ({
  person,
}) => {
  const { page } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(page, 'en', /^Blank/);
  await new Editor(page, 'en').ready();
  const { keyboard } = page;
  const olga = new Workshop(page);
  const press = async (name: string | RegExp) => {
    await olga.panel.getByRole('button', { name }).focus();
    await keyboard.press('Enter');
  };
  await keyboard.press('Control+Alt+a');
  await expect(olga.panel.getByRole('heading', { name: 'Workshop', exact: true })).toBeFocused();
  for (const [index, [title, minutes]] of [
    ['Hello', '5'],
    ['Steps', '25'],
    ['Feelings', '15'],
  ].entries()) {
    await press(index === 0 ? 'Begin with an item of your own' : 'Add an item');
    await expect(olga.panel.getByRole('textbox', { name: 'Title' })).toBeFocused();
    await keyboard.type(title ?? '');
    await keyboard.press('Tab');
    await keyboard.press('Control+a');
    await keyboard.type(minutes ?? '');
    await keyboard.press('Enter');
    await expect(olga.panel.getByRole('textbox')).toHaveCount(0);
    await expect(olga.item(title ?? '')).toContainText(`${minutes} min`);
  }
  const order = () =>
    olga.panel.getByRole('listitem').evaluateAll((items) => items.map((item) => /[A-Z][a-z]+/.exec(item.textContent)?.[0]));
  expect(await order()).toEqual(['Hello', 'Steps', 'Feelings']);
  await expect(olga.item('Feelings')).toContainText('0:30–0:45');
  const handle = olga.panel.getByRole('button', { name: /^Move “Feelings”/ });
  await handle.focus();
  await keyboard.press('ArrowUp');
  await expect.poll(order).toEqual(['Hello', 'Feelings', 'Steps']);
  await expect(handle).toBeFocused();
  await expect(olga.panel.getByText('“Feelings” is now item 2 of 3.')).toBeAttached();

  await press('Start a workshop');
  // The button is gone, the keyboard is not.
  await expect(olga.panel.locator(':focus')).toHaveCount(1);
  await press('Begin: Hello');
  await expect(olga.time).toHaveText(/^(5:00|4:5\d)$/);
  await press('1 min more');
  await expect(olga.time).toHaveText(/^(6:00|5:5\d)$/);
  await press('Begin “Steps”');
  await expect(olga.bar).toContainText('3/3');
  await expect(olga.panel.locator('section:focus').getByRole('heading', { name: 'Agenda' })).toBeVisible();
  await expect(olga.panel.getByText('This was the last item')).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('Control+Alt+a');
  await expect(olga.panel.getByRole('heading', { name: 'Workshop', exact: true })).toBeFocused();
  await keyboard.press('Control+Alt+a');
  await expect(olga.panel).toHaveCount(0);
  await expect(page.locator('main').locator(':focus')).toHaveCount(1);

  // The workshop is not tied to a browser: where one is closed, it goes on in another one.
  const second = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  await second.page.goto(`/maps/${mapId}`);
  const again = new Workshop(second.page);
  await expect(again.bar).toContainText('3/3');
  await page.close();
  await again.bar.getByRole('button', { name: 'Pause the timer' }).click();
  await expect(again.standing).toHaveAttribute('data-timer-standing', 'paused');
});
