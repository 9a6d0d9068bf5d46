import type { Locator } from '@playwright/test';
import { quarters } from '../builders/pictures';
import { checkAccessibility } from './support/axe';
import { dropFiles } from './support/dropFiles';
import { Editor } from './support/editor';
import { dropFile, exportFile } from './support/files';
import { alive, createMap, mapIdOf } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const site = siteOfThisFile();
const viewport = { width: 1600, height: 1000 };
const withPicture = /picture: screen\.png/;

/** Width and height of a card's picture as the browser decoded it; zeros until it has. */
const sizeOf = (card: Locator): Promise<number[]> =>
  card.locator('img').evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);

test('a future state is compared with what it starts from when that is gone, its picture included, and its file is one again', async ({
  person,
}) => {
  const t = wordsOf('en', 'future');
  const list = wordsOf('en', 'workspace');
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState, viewport });
  const headers = { Origin: site.url };
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const current = new Editor(page, 'en');
  await current.ready();
  await current.roomy();
  const { x, y, width, height } = await current.boxOf(current.card('Opens the e-mail'));
  const picture = { name: 'screen.png', type: 'image/png', bytes: await quarters('png', { width: 400, height: 240 }) };
  await dropFiles(page, [picture], { x: x + width / 2, y: y + height / 2 });
  await expect(current.card('Opens the e-mail')).toHaveAccessibleName(withPicture);
  await current.saved();
  await context.request.post(`${site.url}/api/maps/${mapId}/versions`, { headers, data: { name: 'Agreed' } });
  const made = await context.request.post(`${site.url}/api/maps/${mapId}/versions/1/future`, {
    headers,
    data: { title: 'A call that need not be', unsigned: true },
  });
  const { id: futureId } = (await made.json()) as { id: string };

  // The future state has that card no more, and the current state goes for good.
  await page.goto(`/maps/${futureId}`);
  const future = new Editor(page, 'en');
  await future.ready();
  await future.roomy();
  // On its words: a press on its picture would show that large.
  const box = await future.boxOf(future.card('Opens the e-mail'));
  await page.mouse.click(box.x + box.width / 2, box.y + box.height - 4);
  await page.keyboard.press('Delete');
  await expect(future.card('Opens the e-mail')).toHaveCount(0);
  await future.saved();
  expect((await context.request.delete(`${site.url}/api/maps/${mapId}`, { headers })).ok()).toBe(true);
  expect((await context.request.post(`${site.url}/api/maps/${mapId}/purge`, { headers })).ok()).toBe(true);
  await page.reload();
  await future.ready();
  const badge = page.getByRole('button', { name: /from the baseline/ });
  const window = page.getByRole('dialog', { name: t('title') });
  await badge.click();
  await expect(window.getByText(t('contentKept'))).toBeVisible();
  await window.getByRole('button', { name: t('compareBaseline') }).click();
  const region = page.getByRole('region', { name: /^Comparison: Baseline \(Version 1: Agreed\)/ });
  await expect(region).toBeVisible();
  const gone = future.canvas.getByRole('group', { name: withPicture });
  await expect.poll(() => sizeOf(gone)).toEqual([400, 240]);
  await page.screenshot({ path: test.info().outputPath('compared.png') });
  await checkAccessibility(page, 'a future state and what it starts from');
  await region.getByRole('button', { name: wordsOf('en', 'comparing')('end') }).click();

  // Its file holds what it starts from, unless somebody does not want that.
  await page.getByRole('button', { name: wordsOf('en', 'editor')('topbar.export'), exact: true }).click();
  const exporting = page.getByRole('dialog', { name: wordsOf('en', 'export')('title') });
  await exporting.getByRole('radio', { name: 'JSON' }).click();
  await expect(exporting.getByRole('switch', { name: wordsOf('en', 'export')('withBaseline') })).toBeChecked();
  await checkAccessibility(page, 'the export of a future state');
  await page.keyboard.press('Escape');
  const file = (await exportFile(page, 'en', 'JSON')).toString('utf8');

  await page.goto('/');
  await alive(page);
  await dropFile(page, 'future.json', file);
  const dialog = page.getByRole('dialog', { name: list('newMap.title') });
  await expect(dialog.getByText(/^A future state that starts from version 1 of “Calling customer service”$/)).toBeVisible();
  await expect(dialog.getByText(list('newMap.fileComplete'))).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('preview.png') });
  await dialog.getByRole('button', { name: list('newMap.createFromFile') }).click();
  expect(await mapIdOf(page)).not.toBe(futureId);
  const again = new Editor(page, 'en');
  await again.ready();
  await badge.click();
  await expect(window.getByText(t('fromFile'), { exact: false })).toBeVisible();
  await expect(window.getByText(t('sourceElsewhere', { map: 'Calling customer service' }), { exact: false })).toBeVisible();
  await checkAccessibility(page, 'a future state that came as a file');
  await page.screenshot({ path: test.info().outputPath('from-file.png') });
  await window.getByRole('button', { name: t('compareBaseline') }).click();
  await expect.poll(() => sizeOf(again.canvas.getByRole('group', { name: withPicture }))).toEqual([400, 240]);

  // A file that was changed on its way says what of it was not taken over.
  const changed = file.replace(/"sha256": "[0-9a-f]{64}"/, `"sha256": "${'0'.repeat(64)}"`);
  await page.goto('/');
  await alive(page);
  await dropFile(page, 'changed.json', changed);
  await expect(dialog.getByText(wordsOf('en', 'import')('json.baselineContentChanged'), { exact: false })).toBeVisible();
  await dialog.getByRole('button', { name: list('newMap.createFromFile') }).click();
  await mapIdOf(page);
  await again.ready();
  await page.getByRole('button', { name: wordsOf('en', 'editor')('topbar.more') }).click();
  await page.getByRole('menuitem', { name: t('open') }).click();
  await expect(window.getByText(t('contentMissing'), { exact: false })).toBeVisible();
});
