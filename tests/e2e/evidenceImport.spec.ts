import { readFile } from 'node:fs/promises';
import type { FileChooser, Page } from '@playwright/test';
import { buildSpreadsheet } from '../builders/spreadsheet';
import { checkAccessibility } from './support/axe';
import { fixture, makeSource, sample } from './support/evidence';
import { alive } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const site = siteOfThisFile();
const t = wordsOf('en', 'evidencePages');

/** Opens the browser's choice of a file. A busy page may take a press before it answers, as a person would notice, and press again. */
async function openChooser(page: Page, press: () => Promise<void>): Promise<FileChooser> {
  let opened: FileChooser | undefined;
  page.once('filechooser', (chooser) => {
    opened = chooser;
  });
  await expect(async () => {
    if (!opened) await press();
    expect(opened).toBeDefined();
  }).toPass();
  if (!opened) throw new Error('no choice of a file was opened');
  return opened;
}

/** Chooses a file on the page that is open, and waits until it was looked at. */
async function choose(page: Page, file: Parameters<FileChooser['setFiles']>[0]): Promise<void> {
  await alive(page);
  const button = page.getByRole('button', { name: t('files.choose') });
  await (await openChooser(page, () => button.click())).setFiles(file);
  await page.waitForURL(/\/files\/[^/]+$/);
  await expect(page.getByRole('heading', { name: t('wizard.previewTitle') })).toBeVisible();
}

/** A column of the file that is looked at. */
const column = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('combobox', { name: t('wizard.roleOf', { name }), exact: true }) });

test('a file in Windows-1252 is looked at, corrected, imported, reported and taken back', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const source = await makeSource(context, site.url, 'Hotline');
  await page.goto(`${source.path}/import`);
  await checkAccessibility(page, 'choice of a file');
  await choose(page, fixture('hotline-windows-1252.csv'));

  const raw = page.getByRole('region', { name: t('wizard.rawRows') });
  await expect(page.getByLabel(t('wizard.encoding'), { exact: true })).toHaveValue('windows-1252');
  await expect(raw).toContainText('Filiale Köln');
  // Another encoding shows at once what it makes of the umlauts, and the way back is open.
  await page.getByLabel(t('wizard.encoding'), { exact: true }).selectOption('macintosh');
  await expect(raw).not.toContainText('Filiale Köln');
  await page.getByLabel(t('wizard.encoding'), { exact: true }).selectOption('windows-1252');
  await expect(raw).toContainText('Filiale Köln');

  // Nothing says which end of the effort is good: it must be said.
  const effort = column(page, 'Aufwand');
  await expect(effort).toContainText(t('wizard.directionOpen', { min: 1, max: 5 }));
  await expect(effort.getByRole('radio', { checked: true })).toHaveCount(0);
  await checkAccessibility(page, 'file that is looked at');
  await page.getByRole('button', { name: t('wizard.import'), exact: true }).click();
  await expect(page.getByText(t('wizard.blocked.direction', { columns: 'Aufwand', count: 1 }))).toBeVisible();
  await effort.getByRole('radio', { name: t('wizard.directions.ces.lowIsGood', { min: 1 }) }).check();
  await expect(effort).not.toContainText(t('wizard.directionOpen', { min: 1, max: 5 }));

  // Rows that are not taken over say why.
  const preview = page.getByRole('region', { name: t('wizard.previewRows') });
  await expect(preview).toContainText('“32.03.2026 10:00” is no date in the chosen form.');
  await expect(preview).toContainText('“6” is outside of the scale from 1 to 5.');

  // Personal data is kept only when somebody says so twice.
  const customer = column(page, 'Kundenname');
  await customer.getByLabel(t('wizard.treatment')).selectOption('keep');
  await page.getByRole('button', { name: t('wizard.import'), exact: true }).click();
  await expect(page.getByText(t('wizard.blocked.consent'))).toBeVisible();
  await page.getByRole('checkbox').check();
  await checkAccessibility(page, 'file whose names are kept');

  // A page that is loaded again goes on with what was settled.
  await page.reload();
  await expect(effort.getByRole('radio', { name: t('wizard.directions.ces.lowIsGood', { min: 1 }) })).toBeChecked();
  await expect(customer.getByLabel(t('wizard.treatment'))).toHaveValue('keep');
  await customer.getByLabel(t('wizard.treatment')).selectOption('drop');
  await page.getByRole('button', { name: t('wizard.import'), exact: true }).click();

  const results = page.getByRole('main');
  await expect(results.getByText(t('files.counts.added'))).toBeVisible({ timeout: 60_000 });
  await expect(results).toContainText(/rows were rejected\s*3/);
  await checkAccessibility(page, 'end of an import');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: t('files.report') }).click();
  const report = await readFile(await (await download).path(), 'utf8');
  expect(report).toContain('"Eingang"'.replaceAll('"', ''));
  expect(report.split('\r\n')).toHaveLength(5);

  await page.getByRole('button', { name: t('files.takeBack'), exact: true }).click();
  const question = page.getByRole('alertdialog');
  await checkAccessibility(page, 'taking a file back');
  await question.getByRole('button', { name: t('files.takeBack'), exact: true }).click();
  await expect(page.getByText(t('files.ends.cancelled'))).toBeVisible();
});

test('the same layout is remembered, and the same file adds nothing', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const source = await makeSource(context, site.url, 'Qualtrics');
  await page.goto(`${source.path}/import`);
  await choose(page, fixture('qualtrics-modern.csv'));
  await expect(page.getByLabel(t('wizard.layout'))).toHaveValue('qualtrics');
  await expect(page.getByLabel(t('wizard.headerRows'))).toHaveValue('3');
  await page.getByRole('button', { name: t('wizard.import'), exact: true }).click();
  await page.getByRole('link', { name: t('files.another') }).click({ timeout: 60_000 });
  await page.waitForURL(/\/import$/);
  await choose(page, fixture('qualtrics-modern.csv'));
  await expect(page.getByText(t('wizard.remembered'))).toBeVisible();
  await page.getByRole('button', { name: t('wizard.import'), exact: true }).click();
  await expect(page.getByText(t('files.allKnown'))).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: t('source.pages.files'), exact: true }).click();
  await expect(page.getByRole('main').getByText(t('files.states.finished'), { exact: true })).toHaveCount(2);
  await checkAccessibility(page, 'files of a source');
});

test('a file that cannot be read says what is wrong and where, and gives way to another one', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const source = await makeSource(context, site.url, 'Kaputt');
  await page.goto(`${source.path}/import`);
  await alive(page);
  const files = page.locator('input[type="file"]');
  await files.setInputFiles({ name: 'leer.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
  await expect(page.getByRole('alert').filter({ hasText: 'The file is empty.' })).toBeVisible();
  const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0)]);
  await files.setInputFiles({ name: 'old.xls', mimeType: 'application/vnd.ms-excel', buffer: old });
  await page.waitForURL(/\/files\/[^/]+$/);
  await expect(page.getByRole('alert').filter({ hasText: 'Excel used before 2007' })).toBeVisible();
  await checkAccessibility(page, 'unreadable file');
  await page.getByRole('button', { name: t('wizard.discard') }).click();
  await page.waitForURL(/\/import$/);
  await expect(page.getByRole('button', { name: t('files.choose') })).toBeVisible();
});

test('everything goes by keyboard alone', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const source = await makeSource(context, site.url, 'By keyboard');
  await page.goto(`${source.path}/import`);
  await alive(page);
  const press = (key: string) => page.keyboard.press(key);
  /** Goes on by Tab until something of this name has the focus. */
  const goTo = async (name: string) => {
    const wanted = () =>
      page.evaluate((label) => {
        const focused = document.activeElement;
        const labels =
          focused instanceof HTMLInputElement || focused instanceof HTMLSelectElement ? [...(focused.labels ?? [])] : [];
        const texts = [
          focused?.getAttribute('aria-label'),
          focused?.textContent,
          ...labels.map(({ textContent }) => textContent),
        ];
        return texts.some((text) => text?.trim() === label);
      }, name);
    for (let presses = 0; presses < 150 && !(await wanted()); presses++) await press('Tab');
    expect(await wanted(), `the keyboard comes to “${name}”`).toBe(true);
  };
  await goTo(t('files.choose'));
  await (await openChooser(page, () => press('Enter'))).setFiles(fixture('hotline-windows-1252.csv'));
  await page.waitForURL(/\/files\/[^/]+$/);
  await expect(page.getByRole('heading', { name: t('wizard.previewTitle') })).toBeVisible();
  await goTo(t('wizard.roleOf', { name: 'Kommentar' }));
  await page.keyboard.type('Seg');
  await expect(column(page, 'Kommentar').getByRole('combobox')).toHaveValue('segment');
  await press('Home');
  await press('ArrowDown');
  await expect(column(page, 'Kommentar').getByRole('combobox')).toHaveValue('verbatim');
  await goTo(t('wizard.import'));
  await press('Enter');
  await expect(page.getByText(t('wizard.blocked.direction', { columns: 'Aufwand', count: 1 }))).toBeVisible();
  await page.evaluate(() => document.querySelector<HTMLElement>('main h1')?.setAttribute('tabindex', '-1'));
  await page.evaluate(() => document.querySelector<HTMLElement>('main h1')?.focus());
  await goTo(t('wizard.directions.ces.highIsGood', { max: 5 }));
  await press('Space');
  await goTo(t('wizard.import'));
  await press('Enter');
  await expect(page.getByText(t('files.counts.added'))).toBeVisible({ timeout: 60_000 });
});

test('a spreadsheet has sheets to choose from, and JSON has a place of its records', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const source = await makeSource(context, site.url, 'Other forms');
  const question = 'How satisfied were you? (1-5)';
  const book = buildSpreadsheet({
    sheets: {
      Notes: [['Note'], ['from March']],
      Answers: [
        ['Date', question],
        ['2026-03-01', 4],
        ['2026-03-02', 5],
      ],
    },
  });
  await page.goto(`${source.path}/import`);
  await choose(page, { name: 'answers.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(book) });
  await page.getByLabel(t('wizard.sheet'), { exact: true }).selectOption('Answers');
  await column(page, question).getByLabel(t('wizard.highest')).fill('4');
  await expect(page.getByRole('region', { name: t('wizard.previewRows') })).toContainText(
    '“5” is outside of the scale from 1 to 4.',
  );
  await checkAccessibility(page, 'spreadsheet that is looked at');
  await page.getByRole('button', { name: t('wizard.discard') }).click();
  await page.waitForURL(/\/import$/);

  await choose(page, fixture('delighted.json'));
  await expect(page.getByLabel(t('wizard.layout'))).toHaveValue('delighted');
  await expect(page.getByLabel(t('wizard.records'), { exact: true })).toHaveValue('array');
  await page.getByRole('button', { name: t('wizard.import'), exact: true }).click();
  await expect(page.getByText(t('files.counts.added'))).toBeVisible({ timeout: 60_000 });
});

for (const [path, layout] of [
  ['surveymonkey/steak-risk-survey.csv', 'surveyMonkey'],
  ['qualtrics/modern-three-header-rows.csv', 'qualtrics'],
  ['touchpoints/responses-with-bom.csv', 'touchpoints'],
] as const) {
  test(`a real export is known by name: ${path}`, async ({ person }) => {
    const file = sample(path);
    test.skip(file === null, 'the samples beside the repository are absent');
    const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
    const source = await makeSource(context, site.url, layout);
    await page.goto(`${source.path}/import`);
    await choose(page, file ?? '');
    await expect(page.getByLabel(t('wizard.layout'))).toHaveValue(layout);
    await page.getByRole('button', { name: t('wizard.import'), exact: true }).click();
    await expect(page.getByText(t('files.counts.added'))).toBeVisible({ timeout: 120_000 });
  });
}
