import { checkAccessibility as check } from './support/axe';
import { Comments } from './support/comments';
import { Editor } from './support/editor';
import { alive, createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, type Person, test } from './support/test';

const site = siteOfThisFile();
const words = 'Holds it against';

type Open = (options: Parameters<Parameters<Parameters<typeof test>[2]>[0]['person']>[0]) => Promise<Person>;

/** Olga with a new map, and a guest who may comment on it. */
async function begin(person: Open) {
  const olga = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(olga.page, 'en', /^Calling customer service/);
  const link = await createJoinLink(olga.context, site.url, mapId, 'commenter');
  const gabi = await person({ locale: 'en', url: site.url });
  await gabi.page.goto(link.path);
  await expect(gabi.page.getByText('comment on it')).toBeVisible();
  await joinAsGuest(gabi.page, 'en', null, 'Gabi');
  const [olgas, gabis] = [new Editor(olga.page, 'en'), new Editor(gabi.page, 'en')];
  await olgas.ready();
  await expect(gabis.canvas).toBeVisible();
  for (const editor of [olgas, gabis]) await editor.roomy();
  return {
    mapId,
    olga: { ...olga, editor: olgas, comments: new Comments(olga.page, 'en') },
    gabi: { ...gabi, editor: gabis, comments: new Comments(gabi.page, 'en') },
  };
}

test('a guest comments on a card in which somebody else is typing; a mention comes in; resolved, deleted and brought back', async ({
  person,
}) => {
  const { olga, gabi, mapId } = await begin(person);
  // Olga begins a conversation about a card.
  await olga.editor.card(words).click();
  await olga.page.keyboard.press('Control+Alt+m');
  await expect(olga.comments.panel.getByText(`Card “${words}`)).toBeVisible();
  await olga.comments.send(olga.comments.field, 'Do customers say so?\nSee https://example.org/survey.');
  await expect(olga.comments.thread('Do customers say so?')).toBeVisible();
  await expect(olga.comments.field).toHaveValue('');
  const address = olga.comments.panel.getByRole('link', { name: 'https://example.org/survey', exact: true });
  await expect(address).toHaveAttribute('rel', /noopener noreferrer/);
  await check(olga.page, 'the panel with a conversation');
  await olga.page.getByRole('button', { name: 'Close comments' }).click();

  // Gabi sees the sign, and reads it there. She may not edit.
  await expect(gabi.comments.button(1)).toBeVisible();
  await gabi.comments.sign(1).click();
  const thread = gabi.comments.thread('Do customers say so?');
  await expect(thread).toBeVisible();
  await expect(gabi.comments.button()).toBeVisible();
  await expect(
    gabi.page.locator('[data-reference]').and(gabi.page.getByRole('group', { name: /^Card “Holds it/ })),
  ).toHaveAttribute('aria-description', '1 open comment');

  // Olga types in that very card while Gabi answers: nothing of hers is covered or interrupted.
  const text = await olga.editor.open(olga.editor.card(words));
  await olga.page.keyboard.press('Control+End');
  await olga.page.keyboard.type(' from now');
  await thread.getByRole('button', { name: 'Reply' }).click();
  const reply = gabi.comments.panel.getByRole('textbox', { name: 'Your reply' });
  await expect(reply).toBeFocused();
  await gabi.page.keyboard.type('I do not know. @ol');
  await expect(gabi.comments.panel.getByRole('option', { name: 'Olga Ott' })).toBeVisible();
  await check(gabi.page, 'looking for somebody to address');
  await gabi.page.keyboard.press('Enter');
  await gabi.page.keyboard.type('has the figures.');
  await expect(reply).toHaveValue('I do not know. @Olga Ott has the figures.');
  await olga.page.keyboard.type(' on, for');
  await gabi.page.keyboard.press('Control+Enter');
  await expect(thread.getByText('has the figures.')).toBeVisible();
  await expect(olga.comments.button(1)).toBeVisible();
  await olga.page.keyboard.type(' ever');
  await expect(text).toBeFocused();
  await expect(text).toHaveValue(/ from now on, for ever$/);
  await expect(olga.page.locator('[data-comment-news]')).toHaveText(/^New comment by Gabi about Card “Holds it against/);
  await olga.page.keyboard.press('Escape');

  // It stands in Olga's inbox, which leads to it.
  const tab = await olga.context.newPage();
  await tab.goto('/');
  const inbox = tab.getByRole('link', { name: 'Inbox, 1 unread' });
  await expect(inbox).toBeVisible();
  await inbox.click();
  await expect(tab.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  await alive(tab);
  const item = tab.getByRole('link', { name: /^Gabi addresses you/ });
  await expect(item).toContainText('@Olga Ott has the figures.');
  await expect(item).toContainText('unread');
  await check(tab, 'inbox');
  await item.click();
  const there = { editor: new Editor(tab, 'en'), comments: new Comments(tab, 'en') };
  await expect(there.comments.thread('has the figures.')).toBeVisible();
  await expect(there.editor.card(words)).toHaveAttribute('data-selected', 'true');
  await expect(there.editor.card(words)).toBeInViewport();
  await expect(olga.comments.button()).toBeVisible();
  await expect(tab).toHaveURL(new RegExp(`/maps/${mapId}$`));
  await tab.goto('/inbox');
  await expect(tab.getByRole('link', { name: /^Gabi addresses you/ })).not.toContainText('unread');
  await tab.close();

  // Resolved, and open again.
  await olga.comments.button().click();
  await olga.comments.thread('has the figures.').getByRole('button', { name: 'Resolve' }).click();
  await expect(olga.comments.panel.getByText('Nothing is being discussed')).toBeVisible();
  await expect(gabi.comments.sign(1)).toHaveCount(0);
  await expect(thread).toHaveCount(0);
  await gabi.comments.panel.getByRole('radio', { name: 'Resolved' }).click();
  await expect(thread.getByText('Resolved by Olga Ott')).toBeVisible();
  await check(gabi.page, 'a resolved conversation');
  await thread.getByRole('button', { name: 'Open again' }).click();
  await expect(olga.comments.thread('has the figures.')).toBeVisible();
  await gabi.comments.panel.getByRole('radio', { name: 'Open' }).click();
  await expect(gabi.comments.sign(1)).toBeVisible();

  // The card goes, the conversation stays, and is back with it.
  await olga.editor.card(words).click();
  await olga.page.keyboard.press('Delete');
  await expect(olga.editor.card(words)).toHaveCount(0);
  for (const { comments } of [olga, gabi]) {
    await expect(comments.panel.getByRole('heading', { name: 'About deleted things' })).toBeVisible();
    await expect(comments.thread('has the figures.')).toContainText(words);
    await expect(comments.sign(1)).toHaveCount(0);
  }
  await check(olga.page, 'a conversation about something deleted');
  await olga.page.keyboard.press('Control+z');
  await expect(olga.editor.card(words)).toBeVisible();
  for (const { comments } of [olga, gabi]) {
    await expect(comments.panel.getByRole('heading', { name: 'About deleted things' })).toHaveCount(0);
    await expect(comments.sign(1)).toBeVisible();
  }
});

test('what is being written stays about what it began with; one’s own is changed and deleted, by the keyboard alone', async ({
  person,
}) => {
  const { olga, gabi } = await begin(person);
  const { page, editor, comments } = olga;
  // From within a text that is being edited: it stays as it is.
  const text = await editor.open(editor.card(words));
  await page.keyboard.press('Control+End');
  await page.keyboard.type('!');
  await page.keyboard.press('Control+Alt+m');
  await expect(comments.field).toBeFocused();
  await page.keyboard.type('Half a thought');
  await editor.step('Waits on hold').click();
  await expect(comments.field).toHaveAccessibleName(new RegExp(`Card “${words}`));
  await expect(comments.field).toHaveValue('Half a thought');
  await expect(text).toHaveCount(0);
  await expect(editor.card(words)).toHaveAccessibleName(/!/);
  await page.keyboard.press('Control+Alt+m');
  await comments.send(comments.field, ', now a whole one.');
  await expect(comments.thread('Half a thought, now a whole one.')).toBeVisible();
  await expect(comments.field).toHaveAccessibleName(/Step \d+ “Waits on hold/);
  await comments.send(comments.field, 'About the wait.');
  await expect(comments.thread('About the wait.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(editor.step('Waits on hold')).toBeFocused();

  // From one to the next: the target is selected, the conversation in sight, and both are said.
  await page.keyboard.press('Control+Alt+n');
  const status = editor.canvas.getByRole('status');
  await expect(status).toHaveText(/^Comment 1 of 2 by Olga Ott/);
  await page.keyboard.press('Control+Alt+n');
  await expect(status).toHaveText(/^Comment 2 of 2 by Olga Ott/);
  await page.keyboard.press('Control+Alt+Shift+n');
  await expect(status).toHaveText(/^Comment 1 of 2/);

  const mine = comments.thread('About the wait.');
  await mine.getByRole('button', { name: 'More about the comment by Olga Ott' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Edit' }).focus();
  await page.keyboard.press('Enter');
  const edited = comments.panel.getByRole('textbox', { name: 'Your comment' });
  await expect(edited).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Twelve minutes.');
  await page.keyboard.press('Control+Enter');
  await expect(mine.getByText('About the wait. Twelve minutes.')).toBeVisible();
  await expect(mine.getByText('edited')).toBeVisible();

  // The guest answers, and has no say over Olga's words; Olga takes hers back.
  await gabi.comments.button(2).click();
  const seen = gabi.comments.thread('About the wait.');
  await expect(seen.getByRole('button', { name: /^More about/ })).toHaveCount(0);
  await seen.getByRole('button', { name: 'Reply' }).click();
  await gabi.comments.send(gabi.comments.panel.getByRole('textbox', { name: 'Your reply' }), 'Fifteen!');
  await expect(mine.getByText('Fifteen!')).toBeVisible();
  await mine.getByRole('button', { name: 'More about the comment by Olga Ott' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const question = page.getByRole('alertdialog', { name: 'Delete this comment?' });
  await check(page, 'asking before a comment is deleted');
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(gabi.comments.thread('Fifteen!').getByText('This comment was deleted.')).toBeVisible();
  await expect(gabi.comments.panel.getByText('About the wait.')).toHaveCount(0);
});

test('whoever was only shown the map is shown no comments', async ({ person }) => {
  const { olga, mapId } = await begin(person);
  await olga.comments.button().click();
  await olga.page.keyboard.press('Control+Alt+m');
  await olga.editor.card(words).click();
  await olga.comments.field.fill('For us only.');
  await olga.comments.panel.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(olga.comments.sign(1)).toBeVisible();
  const link = await createJoinLink(olga.context, site.url, mapId, 'viewer');
  const { page } = await person({ locale: 'en', url: site.url });
  await joinAsGuest(page, 'en', link.path, 'Vera');
  const vera = new Editor(page, 'en');
  await expect(vera.card(words)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Comments' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /open comment/ })).toHaveCount(0);
  expect((await page.request.get(`/api/maps/${mapId}/comments`)).status()).toBe(403);
});

test('on a phone the comments leave the map its place', async ({ person }) => {
  const { olga, mapId } = await begin(person);
  const link = await createJoinLink(olga.context, site.url, mapId, 'commenter');
  const { page } = await person({
    locale: 'de',
    url: site.url,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await joinAsGuest(page, 'de', link.path, 'Paula');
  const [paula, comments] = [new Editor(page, 'de'), new Comments(page, 'de')];
  await paula.showMap();
  await comments.button().tap();
  await expect(comments.panel).toBeVisible();
  const [map, panel] = [await paula.canvas.boundingBox(), await comments.panel.boundingBox()];
  if (!map || !panel) throw new Error('both are in sight');
  expect(map.y + map.height).toBeLessThanOrEqual(panel.y + 1);
  expect(map.height).toBeGreaterThan(250);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await comments.field.tap();
  await page.keyboard.type('Vom Telefon aus.');
  await comments.panel.getByRole('button', { name: 'Kommentieren', exact: true }).tap();
  await expect(comments.thread('Vom Telefon aus.')).toBeVisible();
  await check(page, 'comments on a phone');
  await olga.comments.button(1).click();
  await expect(olga.comments.thread('Vom Telefon aus.')).toContainText('The whole map');
});
