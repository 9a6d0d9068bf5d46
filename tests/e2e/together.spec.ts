import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const site = siteOfThisFile();
const viewport = { width: 1280, height: 800 };

test('following a person, showing a place, bringing everybody along', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const olga = new Editor(page, 'en');
  await olga.ready();
  const link = await createJoinLink(context, site.url, mapId);
  const { page: gabisPage } = await person({ locale: 'en', url: site.url, viewport });
  await joinAsGuest(gabisPage, 'en', link.path, 'Gabi');
  const gabi = new Editor(gabisPage, 'en');
  await gabi.ready();
  const [firstStep, lastStep] = ['Gets a bill that is too high', 'Makes up her mind'];

  await test.step('the guest follows the owner from the list of people, and stops by doing something herself', async () => {
    await gabisPage.getByRole('button', { name: '2 people are here' }).click();
    await checkAccessibility(gabisPage, 'the list of people');
    await gabisPage.getByRole('button', { name: 'Follow Olga Ott' }).click();
    const frame = gabisPage.locator('[data-following="Olga Ott"]');
    await expect(frame).toBeVisible();
    await olga.roomy();
    await expect(gabi.step(lastStep)).toBeInViewport();
    await checkAccessibility(gabisPage, 'following somebody');
    await olga.step(firstStep).click();
    await gabi.canvas.hover();
    await gabisPage.mouse.wheel(0, 40);
    await expect(frame).toHaveCount(0);
  });

  await test.step('following is in the palette, too, and Escape ends it', async () => {
    await gabisPage.keyboard.press('Control+k');
    await gabisPage.getByRole('dialog').getByRole('combobox').fill('follow olga');
    await expect(gabisPage.getByRole('option').first()).toContainText('Follow Olga Ott');
    await gabisPage.keyboard.press('Enter');
    await expect(gabisPage.locator('[data-following]')).toBeVisible();
    await gabisPage.keyboard.press('Escape');
    await expect(gabisPage.locator('[data-following]')).toHaveCount(0);
  });

  await test.step('a place is shown to everybody: a ring there, and the way to it from elsewhere', async () => {
    await olga.fit();
    await olga.step(lastStep).click();
    await page.keyboard.press('Alt+Shift+L');
    await expect(page.locator('[data-look-ring="Olga Ott"]')).toBeAttached();
    await expect(gabisPage.locator('[data-look-ring="Olga Ott"]')).toBeAttached();
    // She looks at the middle of the map.
    await gabi.fit();
    await gabi.step(firstStep).click();
    await gabisPage.keyboard.press('Control+0');
    await expect(gabi.step(lastStep)).not.toBeInViewport();
    const sign = gabisPage.getByRole('button', { name: 'Olga Ott: look here' });
    // Not too often: asking again at once is passed over.
    await expect(async () => {
      await page.keyboard.press('Alt+Shift+L');
      await expect(sign).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await checkAccessibility(gabisPage, 'the way to a place that is shown');
    // The sign goes by itself after some seconds, which looking at all of the page takes.
    await expect(async () => {
      await page.keyboard.press('Alt+Shift+L');
      await sign.click({ timeout: 2_000 });
    }).toPass();
    await expect(gabi.step(lastStep)).toBeInViewport();
    await expect(sign).toHaveCount(0);
  });

  await test.step('the owner brings everybody to her view, once, and there is a way back; a guest cannot', async () => {
    await olga.fit();
    await expect(gabi.step(firstStep)).not.toBeInViewport();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('bring everybody');
    await expect(page.getByRole('option').first()).toContainText('Bring everybody');
    await page.keyboard.press('Enter');
    await expect(gabisPage.getByText('Olga Ott brought you here', { exact: true })).toBeVisible();
    await expect(gabi.step(firstStep)).toBeInViewport();
    await gabisPage.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(gabi.step(firstStep)).not.toBeInViewport();
    await expect(gabi.step(lastStep)).toBeInViewport();
    await gabisPage.getByRole('button', { name: '2 people are here' }).click();
    await expect(gabisPage.getByRole('button', { name: 'Bring everybody to my view' })).toHaveCount(0);
    await gabisPage.keyboard.press('Escape');
  });

  await test.step('in the table a place that is shown is a notice, and writing is seen', async () => {
    await gabisPage.getByRole('button', { name: 'Show as table' }).click();
    const cell = gabisPage.getByRole('rowheader', { name: new RegExp(firstStep) });
    await expect(cell).toBeVisible();
    await olga.open(olga.step(firstStep));
    await expect(cell).toContainText('Olga Ott is typing');
    await page.keyboard.press('Escape');
    await expect(cell).not.toContainText('is typing');
    await page.keyboard.press('Alt+Shift+L');
    await gabisPage.getByRole('button', { name: 'Go there' }).click();
    await expect(cell).toBeInViewport();
  });

  await test.step('whoever is followed and leaves takes the frame along', async () => {
    await gabisPage.getByRole('button', { name: '2 people are here' }).click();
    await gabisPage.getByRole('button', { name: 'Follow Olga Ott' }).click();
    await expect(gabisPage.locator('[data-following]')).toBeVisible();
    await page.goto('/');
    await expect(gabisPage.getByText('Olga Ott has left. You follow nobody any more.', { exact: true })).toBeVisible();
    await expect(gabisPage.locator('[data-following]')).toHaveCount(0);
  });
});

test('a text stays open, with every word, while its card leaves the map and comes back', async ({ person }) => {
  const t = wordsOf('en', 'editor');
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const olga = new Editor(page, 'en');
  await olga.ready();
  await olga.roomy();
  const second = await context.newPage();
  await second.goto(`/maps/${mapId}`);
  const other = new Editor(second, 'en');
  await other.ready();
  await other.roomy();
  const card = 'Describes what she was told in the shop';
  const hint = page.locator('.map-editor-hint');
  const goesOn = async (word: string): Promise<void> => {
    await expect(olga.openText).toBeFocused();
    await page.keyboard.type(` ${word}`);
    await olga.saved();
  };
  await olga.open(olga.card(card));
  await page.keyboard.press('Control+End');
  await goesOn('one');

  await test.step('its step is deleted: it says where the card is now', async () => {
    await other.step('Tells her story').click();
    await second.keyboard.press('Delete');
    await expect(hint).toHaveText(t('canvas.offMap.unplaced'));
    await goesOn('two');
    await checkAccessibility(page, 'a text whose card is not on the map');
  });

  await test.step('back on the map, it stands on its card again', async () => {
    await second.keyboard.press('Control+z');
    await expect(other.step('Tells her story')).toBeVisible();
    await expect(hint).toHaveCount(0);
    await goesOn('three');
    const [text, drawn] = [await olga.boxOf(olga.openText), await olga.boxOf(olga.card(card))];
    expect(text.x).toBeGreaterThanOrEqual(drawn.x);
    expect(text.y).toBeGreaterThanOrEqual(drawn.y);
  });

  await test.step('its lane is folded, and unfolded', async () => {
    await other.lane('Doing').click();
    await second.keyboard.press(' ');
    await expect(hint).toHaveText(t('canvas.offMap.folded'));
    await goesOn('four');
    await second.keyboard.press(' ');
    await expect(hint).toHaveCount(0);
    await goesOn('five');
  });

  await test.step('deleted by hand, left by Escape, the keyboard stands where the card was; undone, no word is lost', async () => {
    await other.card(card).click();
    await second.keyboard.press('Delete');
    await expect(hint).toHaveText(t('canvas.offMap.gone'));
    await goesOn('six');
    await page.keyboard.press('Escape');
    await expect(olga.openText).toHaveCount(0);
    await expect(olga.canvas.locator('[data-reference]:focus')).toHaveAttribute('data-selected', 'true');
    await second.keyboard.press('Control+z');
    await expect(olga.card(`${card} one two three four five six`)).toBeVisible();
  });
});
