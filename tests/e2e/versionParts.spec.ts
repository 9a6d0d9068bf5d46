import type { BrowserContext, Page } from '@playwright/test';
import { z } from 'zod';
import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { inviteInto } from './support/evidence';
import { messageOf } from './support/message';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

// Over 400 lines: the tests here begin with a map that `changedMap` makes, nearly all of them, on the one server of this file.
const site = siteOfThisFile();

const named = z.object({ items: z.array(z.object({ id: z.string() })) });
const shown = z.object({ map: z.object({ lanes: z.array(z.object({ id: z.string(), kind: z.string() })) }) });
const title = 'Version 1: Agreed';
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** Keeps a map as it is, by the request that the page makes. */
async function keep(context: BrowserContext, mapId: string, name = 'Agreed'): Promise<void> {
  const kept = await context.request.post(`${site.url}/api/maps/${mapId}/versions`, {
    headers: { Origin: site.url },
    data: { name },
  });
  expect(kept.status()).toBe(201);
}

const bannerOf = (page: Page, locale: 'de' | 'en' = 'en', of = title) =>
  page.getByRole('region', { name: wordsOf(locale, 'versions')('lookingAt', { title: of }) });

/** Shows the version in place of the live map. */
async function lookAt(editor: Editor, mapId: string): Promise<void> {
  await editor.page.goto(`/maps/${mapId}?version=1`);
  await expect(bannerOf(editor.page)).toBeVisible();
  await editor.roomy();
}

/** Writes a new card below another one. */
async function addBelow(editor: Editor, card: string, text: string): Promise<void> {
  await editor.card(card).click();
  await editor.page.keyboard.press('Control+Enter');
  await editor.typeNew(text);
  await expect(editor.card(text)).toBeVisible();
}

/** A map that was kept and has changed since, as its owner has it open; and a second window of theirs. */
async function changedMap(person: { page: Page; context: BrowserContext }) {
  const { page, context } = person;
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const olga = new Editor(page, 'en');
  await olga.ready();
  await olga.roomy();
  await keep(context, mapId);
  const second = await context.newPage();
  await second.goto(`/maps/${mapId}`);
  const other = new Editor(second, 'en');
  await other.ready();
  await other.roomy();
  return { mapId, olga, other };
}

test('a step of a version is brought back while others go on, and that is undone; the rest of the map is not touched', async ({
  person,
}) => {
  const t = wordsOf('en', 'versions');
  const owner = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const { mapId, olga, other } = await changedMap(owner);
  const { page } = owner;
  await other.write(other.step('Waits on hold'), 'Listens to music');
  await other.write(other.step('Tells her story'), 'Tells a story');
  await other.saved();

  // Nothing is selected yet: the button says what to do first.
  await lookAt(olga, mapId);
  const banner = bannerOf(page);
  const button = banner.getByRole('button', { name: t('parts.bringBack', { count: 1 }) });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(messageOf(page, t('parts.selectFirst'))).toBeVisible();

  // With a step selected, it stands over the version, in the details, in the menu and on a key.
  await olga.step('Waits on hold').click();
  await expect(button).not.toHaveAttribute('aria-disabled', 'true');
  await expect(olga.panel.getByRole('button', { name: t('parts.bringBack', { count: 1 }) })).toBeVisible();
  await olga.step('Waits on hold').click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: t('parts.bringBack', { count: 1 }) })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await page.keyboard.press('Alt+Shift+R');
  const asking = page.getByRole('dialog', { name: t('parts.title', { what: 'the step “Waits on hold”', title }) });
  await expect(asking).toContainText('1 step says something else: “Waits on hold”.');
  await expect(asking).not.toContainText('was removed');
  await checkAccessibility(page, 'bringing a step back');

  // What somebody else does meanwhile is said, too, before it is done.
  await addBelow(other, 'Puts the phone on speaker', 'Sings along');
  await other.saved();
  await expect(asking).toContainText('1 card was removed: “Sings along”.');

  // Put aside, the focus is back on the step.
  await page.keyboard.press('Escape');
  await expect(asking).toBeHidden();
  await expect(olga.step('Waits on hold')).toBeFocused();
  await button.click();
  await expect(asking).toContainText('1 card was removed: “Sings along”.');
  await asking.getByRole('button', { name: t('parts.confirm') }).click();
  await expect(asking).toBeHidden();
  await expect(banner).toBeHidden();
  const done = messageOf(page, t('parts.done', { what: 'The step “Waits on hold”', count: 1, title }));
  await expect(done).toContainText(t('restoredBefore', { number: 2 }));

  // It is selected on the live map, which has the focus; nothing else was touched.
  await expect(olga.step('Waits on hold')).toBeFocused();
  await expect(olga.step('Waits on hold')).toHaveAttribute('data-selected', 'true');
  await expect(olga.step('Tells a story')).toBeVisible();
  await expect(olga.card('Sings along')).toHaveCount(0);
  await expect(other.step('Waits on hold')).toBeVisible();

  // Undone by the message: what was there before is there again.
  await done.getByRole('button', { name: 'Undo' }).click();
  await expect(other.step('Listens to music')).toBeVisible();
  await expect(other.card('Sings along')).toBeVisible();

  // The history tells of it.
  await page.getByRole('button', { name: wordsOf('en', 'editor')('topbar.more') }).click();
  await page.getByRole('menuitem', { name: wordsOf('en', 'history')('open') }).click();
  const history = page.getByRole('dialog', { name: wordsOf('en', 'history')('title') });
  await expect(history.getByText(t('partsRestoredAndUndone', { count: 1, title }))).toBeVisible();
});

test('several parts are brought back at once; what has lost its place says where it comes, or brings its place along', async ({
  person,
}) => {
  const t = wordsOf('en', 'versions');
  const owner = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const { mapId, olga, other } = await changedMap(owner);
  const { page } = owner;
  const card = 'Describes what she was told in the shop';
  await other.card(card).click();
  await other.page.keyboard.press('Delete');
  await expect(other.card(card)).toHaveCount(0);
  await other.step('Tells her story').click();
  await other.page.keyboard.press('Delete');
  await expect(other.step('Tells her story')).toHaveCount(0);
  await other.write(other.step('Waits on hold'), 'Listens to music');
  await other.write(other.stage('Noticing'), 'A bill');
  await other.saved();

  // A card whose step is gone.
  await lookAt(olga, mapId);
  await olga.card(card).click();
  await page.keyboard.press('Alt+Shift+R');
  const one = page.getByRole('dialog', { name: t('parts.title', { what: `the card “${card}”`, title }) });
  const missing = 'the step “Tells her story”';
  await expect(one).toContainText(t('parts.astrayCards', { count: 1, missing }));
  const along = one.getByRole('checkbox', { name: t('parts.withMissing', { missing, count: 1 }) });
  await along.check();
  await expect(one).toContainText('1 step was added: “Tells her story”.');
  await expect(one).not.toContainText('among the unplaced cards, as');
  await checkAccessibility(page, 'bringing a card back with its step');
  await along.uncheck();
  await expect(one).toContainText(t('parts.astrayCards', { count: 1, missing }));
  await one.getByRole('button', { name: t('parts.confirm') }).click();
  await expect(one).toBeHidden();
  await expect(bannerOf(page)).toBeHidden();
  const tray = page.getByRole('region', { name: wordsOf('en', 'editor')('unplaced.title') });
  await tray.getByRole('button').click();
  await expect(tray.getByRole('button', { name: new RegExp(card) })).toBeVisible();

  // A stage, a step and a card in one go, gathered with Shift.
  await lookAt(olga, mapId);
  await olga.stage('Noticing').click();
  await olga.step('Waits on hold').click({ modifiers: ['Shift'] });
  await olga.card(card).click({ modifiers: ['Shift'] });
  await bannerOf(page)
    .getByRole('button', { name: t('parts.bringBack', { count: 3 }) })
    .click();
  const several = page.getByRole('dialog', {
    name: t('parts.title', { what: '1 stage, 1 step and 1 card', title }),
  });
  await expect(several).toContainText('1 stage says something else: “Noticing”.');
  await several.getByRole('checkbox', { name: t('parts.withMissing', { missing, count: 1 }) }).check();
  await expect(several).toContainText('1 step was added: “Tells her story”.');
  await several.getByRole('button', { name: t('parts.confirm') }).click();
  await expect(several).toBeHidden();
  await olga.fit();
  await expect(olga.stage('Noticing')).toBeVisible();
  await expect(olga.step('Waits on hold')).toBeVisible();
  await expect(olga.card(card)).toBeVisible();
  await expect(tray).toBeHidden();
  await expect(other.step('Tells her story')).toBeVisible();

  // What already is as it was says so, and cannot be brought back.
  await lookAt(olga, mapId);
  await olga.lane('Doing').click();
  await page.keyboard.press('Alt+Shift+R');
  const lane = page.getByRole('dialog', { name: t('parts.title', { what: 'the lane “Doing”', title }) });
  await expect(lane).toContainText(t('parts.nothing', { title }));
  await lane.getByRole('button', { name: t('parts.confirm') }).focus();
  await page.keyboard.press('Enter');
  await expect(lane).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lane).toBeHidden();
});

test('from a comparison, what a difference is about is brought back; the focus goes on to the next one', async ({ person }) => {
  const t = wordsOf('en', 'versions');
  const comparing = wordsOf('en', 'comparing');
  const owner = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const { mapId, olga, other } = await changedMap(owner);
  const { page } = owner;
  await other.write(other.step('Waits on hold'), 'Listens to music');
  await other.card('Describes what she was told in the shop').click();
  await other.page.keyboard.press('Delete');
  await expect(other.card('Describes what she was told in the shop')).toHaveCount(0);
  await addBelow(other, 'Holds it against last month', 'Shakes her head');
  await other.saved();

  await page.goto(`/maps/${mapId}?compare=1..live`);
  const panel = page.getByRole('complementary', { name: comparing('panel') });
  const listed = panel.locator('[data-difference]');
  await expect(listed).toHaveCount(3);
  // What only the live map has cannot be brought back.
  const bringBack = panel.getByRole('button', { name: /^Bring .* back as in/ });
  await panel.getByRole('button', { name: /^Added Card “Shakes her head”/ }).click();
  await expect(bringBack).toHaveCount(0);
  await panel.getByRole('button', { name: /^Removed Card “Describes/ }).click();
  await expect(bringBack).toHaveAccessibleName(
    t('parts.bringBackOne', { what: 'the card “Describes what she was told in the shop”', title }),
  );
  await checkAccessibility(page, 'a difference that can be brought back');
  await bringBack.click();
  const asking = page.getByRole('dialog', {
    name: t('parts.title', { what: 'the card “Describes what she was told in the shop”', title }),
  });
  await expect(asking).toContainText('1 card was added: “Describes what she was told in the shop”.');
  await asking.getByRole('button', { name: t('parts.confirm') }).click();
  await expect(asking).toBeHidden();
  await expect(listed).toHaveCount(2);
  await expect(panel).toBeVisible();
  await expect(panel.locator(':focus')).toHaveCount(1);
  await expect(other.card('Describes what she was told in the shop')).toBeVisible();

  // On the map, by menu; turned round, the version is still what is brought back.
  await page.getByRole('button', { name: comparing('swap') }).click();
  await olga.fit();
  await expect(page).toHaveURL(/compare=live\.\.1/);
  await olga.step('Listens to music Waits on hold').click({ button: 'right' });
  await page.getByRole('menuitem', { name: t('parts.bringBack', { count: 1 }) }).click();
  const step = page.getByRole('dialog', { name: t('parts.title', { what: 'the step “Waits on hold”', title }) });
  await step.getByRole('button', { name: t('parts.confirm') }).click();
  await expect(step).toBeHidden();
  await expect(listed).toHaveCount(1);
  await expect(other.step('Waits on hold')).toBeVisible();
  await expect(page.locator('body')).not.toBeFocused();
});

test('on a phone, in German, parts are gathered in the list', async ({ person }) => {
  const t = wordsOf('de', 'versions');
  const { page: wide, context } = await person({ locale: 'de', url: site.url, storageState: site.ownerState });
  await context.addCookies([{ name: 'wegmarke-locale', value: 'de', url: site.url }]);
  const mapId = await createMap(wide, 'de', /^Anruf beim Kundenservice/);
  const olga = new Editor(wide, 'de');
  await olga.ready();
  await olga.roomy();
  await keep(context, mapId, 'Vor dem Termin');
  const stepTitle = 'Wartet in der Warteschleife';
  await olga.write(olga.step(stepTitle), 'Anders');
  await olga.saved();

  const mobile = await person({
    ...{ locale: 'de', url: site.url, storageState: site.ownerState, ...phone, colorScheme: 'dark' },
  });
  const { page } = mobile;
  await mobile.context.addCookies([{ name: 'wegmarke-locale', value: 'de', url: site.url }]);
  await page.goto(`/maps/${mapId}?version=1`);
  const named = 'Version 1: Vor dem Termin';
  const banner = bannerOf(page, 'de', named);
  await expect(banner).toBeVisible();
  const what = `Den Schritt „${stepTitle}“`;
  const check = page.getByRole('checkbox', { name: t('parts.select', { what }) });
  await check.tap();
  await expect(check).toBeChecked();
  await page
    .getByRole('checkbox', { name: /^Die Phase .* auswählen$/ })
    .last()
    .tap();
  await checkAccessibility(page, 'parts of a version on a phone');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const button = banner.getByRole('button', { name: t('parts.bringBack', { count: 2 }) });
  await expect(button).toBeVisible();
  await page
    .getByRole('checkbox', { name: /^Die Phase .* auswählen$/ })
    .last()
    .tap();
  await banner.getByRole('button', { name: t('parts.bringBack', { count: 1 }) }).tap();
  const asking = page.getByRole('dialog', { name: t('parts.title', { what, title: named }) });
  await expect(asking).toContainText('1 Schritt lautet anders');
  await checkAccessibility(page, 'bringing a step back on a phone');

  // Without network it says so, and asks on.
  await mobile.context.setOffline(true);
  await asking.getByRole('button', { name: t('parts.confirm') }).tap();
  await expect(asking.getByRole('alert')).toHaveText(t('restoreOffline'));
  await mobile.context.setOffline(false);
  await asking.getByRole('button', { name: t('parts.confirm') }).tap();
  await expect(asking).toBeHidden();
  await expect(banner).toBeHidden();
  await expect(page.getByRole('button', { name: new RegExp(`${stepTitle}`) }).first()).toBeVisible();
  await expect(page.locator('body')).not.toBeFocused();
  await expect(olga.step(stepTitle)).toBeVisible();

  // One lane alone: it can be chosen as a whole.
  await page.goto(`/maps/${mapId}?version=1`);
  await expect(banner).toBeVisible();
  await page.getByRole('navigation', { name: 'Spuren' }).getByRole('button').nth(1).tap();
  await expect(page.getByRole('checkbox', { name: /^Die Spur .* auswählen$/ })).toHaveCount(1);
});

test('who may not bring anything back is told so; nor does anybody where leaders have locked', async ({ person }) => {
  const t = wordsOf('en', 'versions');
  const owner = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const { mapId, olga, other } = await changedMap(owner);
  await other.write(other.step('Waits on hold'), 'Listens to music');
  await other.card('Describes what she was told in the shop').click();
  await other.page.keyboard.press('Delete');
  await other.saved();

  // Guests look at versions, and bring nothing back.
  const link = await createJoinLink(owner.context, site.url, mapId);
  const guest = await person({ locale: 'en', url: site.url });
  await joinAsGuest(guest.page, 'en', link.path, 'Gustav');
  const gustav = new Editor(guest.page, 'en');
  await gustav.ready();
  await lookAt(gustav, mapId);
  await gustav.step('Waits on hold').click();
  await expect(guest.page.getByRole('button', { name: /^Bring this back/ })).toHaveCount(0);
  await gustav.step('Waits on hold').click({ button: 'right' });
  await expect(guest.page.getByRole('menu')).toBeVisible();
  await expect(guest.page.getByRole('menuitem', { name: /^Bring/ })).toHaveCount(0);
  await guest.page.keyboard.press('Escape');
  await expect(guest.page.getByRole('menu')).toBeHidden();
  await guest.page.keyboard.press('Alt+Shift+R');
  await expect(messageOf(guest.page, t('parts.mayNot'))).toBeVisible();

  // An editor takes part in a workshop whose leader has locked a lane: what is in it stays as it is.
  const workspaces = named.parse(await (await owner.context.request.get(`${site.url}/api/v1/workspaces`)).json());
  const editor = await person({ locale: 'en', url: site.url });
  await inviteInto(owner.context, editor.page, { url: site.url, workspaceId: workspaces.items[0]?.id ?? '', role: 'editor' });
  const act = async (data: object): Promise<void> => {
    const done = await owner.context.request.post(`${site.url}/api/maps/${mapId}/workshop`, {
      headers: { Origin: site.url },
      data,
    });
    expect(done.ok(), await done.text()).toBe(true);
  };
  const { map } = shown.parse(await (await owner.context.request.get(`${site.url}/api/maps/${mapId}/shown`)).json());
  const doing = map.lanes.find(({ kind }) => kind === 'doing')?.id ?? '';
  await act({ type: 'start' });
  await act({ type: 'locks.set', lanes: { [doing]: true } });
  const emil = new Editor(editor.page, 'en');
  await lookAt(emil, mapId);
  await emil.card('Describes what she was told in the shop').click();
  await editor.page.keyboard.press('Alt+Shift+R');
  const asking = editor.page.getByRole('dialog', { name: /^Bring the card/i });
  await expect(asking).toContainText('The lane “Doing” is locked');
  await expect(asking.getByRole('button', { name: t('parts.confirm') })).toHaveAttribute('aria-disabled', 'true');
  await checkAccessibility(editor.page, 'a part that is locked');
  // Unlocked, it goes at once; and another lane was open all the while.
  await editor.page.keyboard.press('Escape');
  await expect(asking).toBeHidden();
  await act({ type: 'locks.set', map: true });
  await expect(bannerOf(editor.page).getByRole('button', { name: /^Bring this back/ })).toHaveCount(0);
  await editor.page.keyboard.press('Alt+Shift+R');
  await expect(messageOf(editor.page, /have locked the map/)).toBeVisible();
  await act({ type: 'locks.set', map: false, lanes: { [doing]: false } });
  await bannerOf(editor.page)
    .getByRole('button', { name: /^Bring this back/ })
    .click();
  await expect(asking).toContainText('1 card was added');
  // Locked after all while the window is open: the server refuses it, with a sentence.
  await act({ type: 'locks.set', map: true });
  await asking.getByRole('button', { name: t('parts.confirm') }).click();
  await expect(asking.getByRole('alert')).toContainText('locked');
  await act({ type: 'locks.set', map: false });
  await asking.getByRole('button', { name: t('parts.confirm') }).click();
  await expect(asking).toBeHidden();
  await expect(olga.card('Describes what she was told in the shop')).toBeVisible();
});

test('two people type while a third brings back a step and the whole version and undoes both: no word is lost', async ({
  person,
}) => {
  const t = wordsOf('en', 'versions');
  const owner = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const { mapId, olga, other } = await changedMap(owner);
  const { page } = owner;
  await other.write(other.step('Waits on hold'), 'Listens to music');
  await addBelow(other, '“Five more minutes', 'New since');
  await other.saved();
  await other.page.close();

  const link = await createJoinLink(owner.context, site.url, mapId);
  const people = [];
  for (const name of ['Gustav', 'Greta']) {
    const guest = await person({ locale: 'en', url: site.url });
    await joinAsGuest(guest.page, 'en', link.path, name);
    const editor = new Editor(guest.page, 'en');
    await editor.ready();
    await editor.roomy();
    people.push(editor);
  }
  const [gustav, greta] = people;
  if (!gustav || !greta) throw new Error('somebody is missing');
  // One types into a text that changes, the other into a card that goes.
  await gustav.open(gustav.step('Listens to music'));
  await gustav.page.keyboard.press('Control+End');
  await greta.open(greta.card('New since'));
  await greta.page.keyboard.press('Control+End');
  const typed: string[] = [];
  let typing = true;
  const type = async (editor: Editor, name: string): Promise<void> => {
    for (let count = 1; typing && count < 400; count++) {
      const word = `${name}${count}x`;
      await editor.page.keyboard.type(` ${word}`);
      typed.push(word);
    }
  };
  const both = [type(gustav, 'g'), type(greta, 'h')];
  await expect.poll(() => typed.length).toBeGreaterThan(6);

  const undo = async (text: string | RegExp): Promise<void> => {
    const button = messageOf(page, text).getByRole('button', { name: 'Undo' });
    // A message waits for whoever points at it.
    await button.hover();
    const before = typed.length;
    await expect.poll(() => typed.length).toBeGreaterThan(before + 4);
    await button.click();
    await expect(messageOf(page, /The restore is undone|nothing left to undo/)).toBeVisible();
  };
  await lookAt(olga, mapId);
  await olga.step('Waits on hold').click();
  await page.keyboard.press('Alt+Shift+R');
  const asking = page.getByRole('dialog', { name: t('parts.title', { what: 'the step “Waits on hold”', title }) });
  await asking.getByRole('button', { name: t('parts.confirm') }).click();
  await expect(asking).toBeHidden();
  await undo(/^The step “Waits on hold” is as in/);

  await lookAt(olga, mapId);
  await bannerOf(page)
    .getByRole('button', { name: t('restoreThis') })
    .click();
  const whole = page.getByRole('dialog', { name: t('restoreTitle', { title }) });
  await whole.getByRole('button', { name: t('restore') }).click();
  await expect(whole).toBeHidden();
  await undo(t('restored', { title }));

  const soFar = typed.length;
  await expect.poll(() => typed.length).toBeGreaterThan(soFar + 4);
  typing = false;
  await Promise.all(both);
  for (const editor of people) {
    await editor.page.keyboard.press('Escape');
    await editor.saved();
  }
  // Every word stands on the map: on the step, on the card, or among the unplaced cards. The one that was being typed at the very moment of one of the
  // four restores and undoings can stand there in two pieces, with words of the other state between.
  const said = async (): Promise<string> => {
    const answer = await owner.context.request.get(`${site.url}/api/maps/${mapId}/shown`);
    const { map } = (await answer.json()) as { map: { steps: Said[]; cards: Said[] } };
    return [...map.steps, ...map.cards]
      .flatMap((one) => (one.deletedAt === undefined ? [one.title ?? one.text ?? ''] : []))
      .join('\n');
  };
  const missing = async (): Promise<{ lost: string[]; split: string[] }> => {
    const text = await said();
    const split = typed.filter((word) => !text.includes(word));
    return { lost: split.filter((word) => !isInTwoPieces(word, text)), split };
  };
  await expect.poll(async () => (await missing()).lost).toEqual([]);
  expect((await missing()).split.length).toBeLessThanOrEqual(4);
});

/** Whether a word of `type` stands in a text as its beginning at one place and its end at another. */
function isInTwoPieces(word: string, text: string): boolean {
  return [...word].some((_, at) => {
    const [begun, ended] = [word.slice(0, at), word.slice(at)];
    return at > 0 && new RegExp(`${begun}(?![0-9x])`).test(text) && new RegExp(`(?<![gh0-9])${ended}`).test(text);
  });
}

type Said = { title?: string; text?: string; deletedAt?: number };
