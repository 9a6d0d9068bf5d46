import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { checkAccessibility } from './support/axe';
import { importInto, makeSource, openEvidence, survey } from './support/evidence';
import { alive } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const site = siteOfThisFile();
const t = wordsOf('en', 'evidencePages');

/** Presses a button, and reads the file that it gives. */
async function save(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await download).path(), 'utf8');
}

test('what is stored about a person is found, taken along, erased, and refused when it comes again', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const [source, other] = [await makeSource(context, site.url, 'Calls'), await makeSource(context, site.url, 'Shops')];
  await importInto(context, site.url, source, survey());
  await importInto(context, site.url, other, survey());
  await openEvidence(page);
  await page.getByRole('link', { name: t('list.privacy') }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('privacy.title') })).toBeVisible();
  await alive(page);
  await expect(page.getByText(t('privacy.noErasures'))).toBeVisible();
  await page.getByRole('button', { name: t('privacy.find') }).click();
  await expect(page.getByRole('alert').filter({ hasText: t('privacy.identifierNeeded') })).toBeVisible();

  await page.getByLabel(t('privacy.identifier')).fill('nobody');
  await page.getByRole('button', { name: t('privacy.find') }).click();
  await expect(page.getByText(t('privacy.found', { count: 0, sources: 0, isComplete: 'yes' }))).toBeVisible();
  await page.getByLabel(t('privacy.identifier')).fill(' c3 ');
  await page.getByRole('button', { name: t('privacy.find') }).click();
  await expect(page.getByText(t('privacy.found', { count: 20, sources: 2, isComplete: 'yes' }))).toBeVisible();
  await checkAccessibility(page, 'what is stored about a person');

  const json = JSON.parse(await save(page, t('privacy.asJson')));
  expect(json.answers).toHaveLength(20);
  expect(json.answers[0].said).toContainEqual({ what: 'channel', value: 'phone' });
  const csv = await save(page, t('privacy.asCsv'));
  expect(csv.split('\r\n')[0]).toBe('\ufeffSource,Given,Asked,Said');
  expect(csv).toContain('Quick and friendly 3');

  await page.getByRole('button', { name: t('privacy.erase') }).click();
  const question = page.getByRole('alertdialog', { name: t('privacy.eraseTitle') });
  await checkAccessibility(page, 'erasing a person');
  await question.getByRole('button', { name: t('privacy.eraseConfirm') }).click();
  await expect(page.getByText(t('privacy.erased', { count: 20 }))).toBeVisible();
  await expect(page.getByRole('list', { name: t('privacy.erasures') }).getByRole('listitem')).toContainText(
    'Olga Ott erased a person’s answers',
  );
  await page.goto(source.path);
  const nps = page.getByRole('region', { name: 'How likely are you to recommend us? (0-10)', exact: true });
  await expect(nps).toContainText(t('scores.basedOn', { n: 90 }));

  await importInto(context, site.url, source, survey());
  await page.goto(`${source.path}/files`);
  await page.getByRole('link', { name: 'answers.csv' }).first().click();
  await expect(page.getByText(t('files.counts.erased'))).toBeVisible();
});
