import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

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
