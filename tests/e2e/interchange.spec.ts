import type { BrowserContext, Locator, Page } from '@playwright/test';
import { localeCookie } from '@/lib/i18n/locale';
import { Editor } from './support/editor';
import { dropFile, exportFile } from './support/files';
import { alive, createMap, mapIdOf } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const site = siteOfThisFile();
const t = wordsOf('en', 'workspace');
const title = 'Anruf beim Kundenservice';
let exported: { json: string; mermaid: string };

/** What is on a map, as the product itself writes it down. */
async function contentOf(context: BrowserContext, mapId: string): Promise<unknown> {
  const response = await context.request.get(`/api/maps/${mapId}/export?format=json`);
  expect(response.ok(), await response.text()).toBe(true);
  return (await response.json()).map;
}

/** Drops a file on the list of maps and waits for its preview. */
async function dropOnList(page: Page, name: string, text: string): Promise<Locator> {
  await page.goto('/');
  await alive(page);
  await dropFile(page, name, text);
  const dialog = page.getByRole('dialog', { name: t('newMap.title') });
  await expect(dialog.getByText(t('newMap.filePreviewOf', { name }))).toBeVisible();
  return dialog;
}

async function create(page: Page, dialog: Locator): Promise<{ mapId: string; editor: Editor }> {
  await dialog.getByRole('button', { name: t('newMap.createFromFile') }).click();
  const mapId = await mapIdOf(page);
  const editor = new Editor(page, 'en');
  await editor.ready();
  await editor.fit();
  return { mapId, editor };
}

test.beforeAll('a map is exported as JSON and as Mermaid, in German', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: site.url, storageState: site.ownerState, locale: 'de-DE' });
  await context.addCookies([{ name: localeCookie, value: 'de', url: site.url }]);
  const page = await context.newPage();
  await createMap(page, 'de', new RegExp(`^${title}`));
  await new Editor(page, 'de').ready();
  const json = await exportFile(page, 'de', 'JSON');
  const mermaid = await exportFile(page, 'de', 'Mermaid');
  exported = { json: json.toString('utf8'), mermaid: mermaid.toString('utf8') };
  await context.close();
});

test('its JSON, dropped on the list in English, shows what becomes of it and opens equal', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  // Somebody wrote into it what no map knows: that line is named before anything is made.
  const lines = exported.json.split('\n');
  const changed = [lines[0], '  "weather": "fair",', ...lines.slice(1)].join('\n');
  const report = await dropOnList(page, 'Changed by hand.json', changed);
  await expect(report.getByText(t('newMap.fileProblems', { count: 1 }))).toBeVisible();
  const place = report.getByRole('listitem').filter({ hasText: 'Line 2' });
  await expect(place).toContainText('“weather” is unknown here and left out: fair');
  await report.getByRole('button', { name: t('newMap.back') }).click();
  await expect(report.getByLabel(t('newMap.paste'))).toBeVisible();

  const dialog = await dropOnList(page, 'Anruf.json', exported.json);
  await expect(dialog.getByText(title, { exact: true })).toBeVisible();
  await expect(dialog.getByText(t('newMap.fileComplete'))).toBeVisible();
  const { mapId, editor } = await create(page, dialog);
  await expect(editor.step('Gibt beim Online-Formular auf')).toBeVisible();
  expect(await contentOf(context, mapId)).toEqual(JSON.parse(exported.json).map);
});

test('its Mermaid opens again with its stages and steps, and what is no file of ours says why', async ({ person }) => {
  const { page } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const dialog = await dropOnList(page, 'Anruf.mmd', exported.mermaid);
  await expect(dialog.getByText('5 stages, 12 steps, 1 persona')).toBeVisible();
  const { editor } = await create(page, dialog);
  await expect(page.getByRole('banner').getByRole('textbox', { name: 'Title of the map' })).toHaveValue(title);
  const { stages, steps } = JSON.parse(exported.json).map as Record<'stages' | 'steps', { title: string }[]>;
  for (const stage of stages) await expect(editor.stage(stage.title)).toBeVisible();
  for (const step of steps) await expect(editor.step(step.title)).toBeVisible();

  await page.goto('/');
  await alive(page);
  await dropFile(page, 'broken.json', '{\n  "format": "wegmarke/journey-map",\n  "map": ]\n}');
  const sentence = 'broken.json, line 3: This is not valid JSON (column 10): a value is missing here.';
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(sentence);
});
