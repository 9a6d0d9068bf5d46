import type { FileChooser, Page } from '@playwright/test';
import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { ask, makeSource } from './support/evidence';
import { alive, createMap } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const site = siteOfThisFile();

/** Tickets as a German contact centre exports them: 20 about bills, 12 about late parcels, 8 that no rule of the starter tree knows, 4 with a code. */
function tickets(): Buffer {
  const line = (at: number, reason: string, text: string): string =>
    `T${at};${String(1 + (at % 27)).padStart(2, '0')}.${at % 2 === 0 ? '01' : '02'}.2026;${at % 3 === 0 ? 'E-Mail' : 'Telefon'};${reason};"${text}"`;
  const lines = [
    ...Array.from({ length: 20 }, (_, at) => line(at, '', `Meine Rechnung stimmt nicht, Fall ${at}`)),
    ...Array.from({ length: 12 }, (_, at) => line(20 + at, '', `Das Paket ist noch nicht angekommen, Fall ${at}`)),
    ...Array.from({ length: 8 }, (_, at) => line(32 + at, '', `Zählerstand übermitteln, Fall ${at}`)),
    ...Array.from({ length: 4 }, (_, at) => line(40 + at, 'Kündigung', `Bitte alles beenden, Fall ${at}`)),
  ];
  return Buffer.from([`Ticketnummer;Datum;Kanal;Kontaktgrund;Beschreibung`, ...lines, ''].join('\r\n'), 'latin1');
}

/** Opens the browser's choice of a file; a busy page may take a press before it answers. */
async function chooseFile(page: Page, label: string, file: Parameters<FileChooser['setFiles']>[0]): Promise<void> {
  await alive(page);
  let opened: FileChooser | undefined;
  page.once('filechooser', (chooser) => {
    opened = chooser;
  });
  await expect(async () => {
    if (!opened) await page.getByRole('button', { name: label }).click();
    expect(opened).toBeDefined();
  }).toPass();
  await opened?.setFiles(file);
}

test('German tickets are sorted by a starter tree, a rule and by hand; months say why customers get in touch, and a reason is linked to a step', async ({
  person,
}) => {
  const { page, context } = await person({ locale: 'de', url: site.url, storageState: site.ownerState });
  await context.addCookies([{ name: 'wegmarke-locale', value: 'de', url: site.url }]);
  const t = wordsOf('de', 'evidencePages');
  const source = await makeSource(context, site.url, 'Ticketsystem', 'tickets');

  // The file is looked at: its column of reasons is known as one.
  await page.goto(`${source.path}/import`);
  await chooseFile(page, t('files.choose'), { name: 'Tickets März.csv', mimeType: 'text/csv', buffer: tickets() });
  await page.waitForURL(/\/files\/[^/]+$/);
  await expect(page.getByRole('combobox', { name: t('wizard.roleOf', { name: 'Kontaktgrund' }), exact: true })).toHaveValue(
    'category',
  );
  await page.getByRole('button', { name: t('wizard.import'), exact: true }).click();
  await expect(page.getByRole('main').getByText(t('files.counts.added'))).toBeVisible({ timeout: 60_000 });

  // There is no tree yet: it is begun with the German starter.
  const tabs = page.getByRole('navigation', { name: t('source.pagesLabel') });
  await tabs.getByRole('link', { name: t('source.pages.reasons') }).click();
  await page.getByRole('link', { name: t('reasons.toTree') }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('categories.title') })).toBeVisible();
  await alive(page);
  await page.getByRole('button', { name: t('categories.starter.de') }).click();
  const tree = page.getByRole('list', { name: t('categories.tree') });
  await expect(tree.getByRole('listitem').filter({ hasText: 'Rechnung und Zahlung' })).toBeVisible();
  await expect(page.getByText(t('categories.sorting'))).toHaveCount(0);
  await checkAccessibility(page, 'tree of contact reasons');

  // A reason of one's own stands below another one, by keyboard.
  await page.getByRole('button', { name: t('categories.addBelow', { name: 'Vertrag und Tarif' }) }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('categories.name')).fill('Zählerstand');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(tree.getByRole('listitem').filter({ hasText: 'Zählerstand' })).toBeVisible();

  // The share without a reason; of the bills none is missing, and the file's own reason was taken over.
  await page.goto(`${source.path}/reasons`);
  await expect(page.getByTestId('without')).toHaveText('18 %');
  const table = page.getByRole('region', { name: t('reasons.title') });
  await expect(table.getByRole('row', { name: /^Rechnung und Zahlung 20 45\s%/ })).toBeVisible();
  await expect(table.getByRole('row', { name: /^Vertrag und Tarif › Kündigung 4 9\s%/ })).toBeVisible();
  await checkAccessibility(page, 'contact reasons of a source');

  // A rule is tried out before it is made, and takes half of what is left.
  await page.getByRole('link', { name: t('reasons.toTree') }).click();
  await alive(page);
  await page.getByRole('button', { name: t('rules.add') }).click();
  await dialog.getByLabel(t('rules.any'), { exact: true }).fill('Zählerstand übermitteln, Fall 1\nFall 2');
  await dialog.getByLabel(t('rules.noneOf'), { exact: true }).fill('Paket\nRechnung\nbeenden');
  await dialog.getByLabel(t('rules.words')).selectOption('whole');
  await dialog.getByLabel(t('rules.category')).selectOption({ label: '\u2003Zählerstand' });
  await dialog.getByRole('button', { name: t('rules.tryOut') }).click();
  await expect(dialog.getByText(t('rules.matched', { matched: 2, looked: 44 }))).toBeVisible();
  await expect(dialog.getByText(t('rules.counts.added', { count: 2 }))).toBeVisible();
  await checkAccessibility(page, 'rule of a contact reason');
  await dialog.getByRole('button', { name: t('rules.create') }).click();
  await expect(dialog).toHaveCount(0);

  // The rest is assigned by hand: one by keyboard, then all that are found.
  await page.goto(`${source.path}/reasons`);
  await expect(page.getByTestId('without')).toHaveText('14 %');
  await page.getByRole('link', { name: t('reasons.sortByHand') }).click();
  await alive(page);
  const list = page.getByRole('list', { name: t('answers.title') });
  await expect(list.locator(':scope > li')).toHaveCount(6);
  const bar = page.getByRole('region', { name: t('assign.title') });
  await bar.getByLabel(t('assign.to')).selectOption({ label: '\u2003Zählerstand' });
  await list.getByRole('checkbox').first().focus();
  await page.keyboard.press('Space');
  await checkAccessibility(page, 'answers to be assigned');
  await bar.getByRole('button', { name: t('assign.chosen', { count: 1 }) }).click();
  await expect(list.locator(':scope > li')).toHaveCount(5);
  await page.getByLabel(t('answers.search')).fill('zählerstand');
  await page.getByRole('button', { name: t('answers.find'), exact: true }).click();
  await expect(page.getByText(t('answers.shown', { count: 5, isAll: 'yes' }))).toBeVisible();
  await bar.getByLabel(t('assign.to')).selectOption({ label: '\u2003Zählerstand' });
  await bar.getByRole('button', { name: t('assign.found') }).click();
  await expect(page.getByText(t('answers.emptyTitle'))).toBeVisible();
  await page.goto(`${source.path}/reasons`);
  await expect(page.getByTestId('without')).toHaveText('0 %');
  await expect(table.getByRole('row', { name: /^Vertrag und Tarif › Zählerstand 8 18\s% 4 4/ })).toBeVisible();

  // One reason with all below it is linked to a step, whose details say why customers get in touch.
  const on = wordsOf('de', 'evidence');
  await createMap(page, 'de', /^Anruf beim Kundenservice/);
  const editor = new Editor(page, 'de');
  await editor.ready();
  await page.getByRole('button', { name: on('title') }).click();
  const panel = page.getByRole('complementary', { name: on('title') });
  await editor.step('Wartet in der Warteschleife').click();
  await panel.getByRole('button', { name: on('filter.more') }).click();
  await panel.getByLabel(on('filter.category')).selectOption({ label: 'Vertrag und Tarif' });
  await panel.getByRole('button', { name: on('linkPart') }).click();
  await expect(panel.getByRole('button', { name: on('isLinked'), exact: true })).toBeDisabled();
});

test('on a phone, deleting a reason says what becomes of its answers', async ({ person }) => {
  const { page, context } = await person({
    locale: 'en',
    url: site.url,
    storageState: site.ownerState,
    viewport: { width: 390, height: 844 },
  });
  await context.addCookies([{ name: 'wegmarke-locale', value: 'en', url: site.url }]);
  const t = wordsOf('en', 'evidencePages');
  const source = await makeSource(context, site.url, 'Complaints by mail', 'tickets');
  await ask(context, site.url, 'POST', `/workspaces/${source.workspaceId}/categories`, { name: 'Staying' });
  await page.goto(`/workspace/${source.workspaceId}/evidence/reasons`);
  await alive(page);
  await page.getByRole('button', { name: t('categories.add'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('categories.name')).fill('Passing');
  await dialog.getByRole('button', { name: t('categories.create') }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: t('categories.delete', { name: 'Passing' }) }).click();
  await expect(dialog.getByText(t('categories.moveToRulesHint'))).toBeVisible();
  await dialog.getByLabel(t('categories.moveTo')).selectOption({ label: 'Staying' });
  await expect(dialog.getByText(t('categories.moveToHint'))).toBeVisible();
  await checkAccessibility(page, 'deleting a contact reason');
  await dialog.getByRole('button', { name: t('categories.deleteConfirm') }).click();
  await expect(dialog).toHaveCount(0);
  await expect(
    page
      .getByRole('list', { name: t('categories.tree') })
      .getByRole('listitem')
      .filter({ hasText: 'Passing' }),
  ).toHaveCount(0);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
});
