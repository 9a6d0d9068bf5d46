import type { Page } from '@playwright/test';
import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { importInto, makeSource } from './support/evidence';
import { exportFile, readPdf, withoutSpace } from './support/files';
import { alive, createMap } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { germanFile, qualtricsFile, type Said } from './support/surveyFiles';
import { expect, test } from './support/test';
import { wizardOf } from './support/wizard';
import { wordsOf } from './support/words';

const site = siteOfThisFile();
const pages = wordsOf('de', 'evidencePages');
const t = wordsOf('de', 'evidence');

/** What is said in each file: of every customer one answer; the hotline is bad, the shop good. */
const say = (count: number, make: (at: number) => Pick<Said, 'score' | 'words'>, prefix: string): Said[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ id: `${prefix}${at}`, customer: `K-${1000 + at}`, day: 1 + (at % 28) },
    touchpoint: at % 3 === 2 ? 'Filiale Köln' : 'Hotline',
    ...make(at),
  }));

const survey = say(60, (at) => ({ score: at % 3 === 2 ? 9 : 3, words: `Drei Anrufe, drei Auskünfte ${at}` }), 'R_');
const afterCalls = say(60, (at) => ({ score: at % 3 === 2 ? 5 : 1, words: `Die Wartemusik macht nur wütender ${at}` }), 'V-');
const betterCalls = say(60, (at) => ({ score: 5, words: `Der Rückruf kam pünktlich ${at}` }), 'W-');

test('an analyst’s day: files are read and corrected, linked and seen by both, new answers come, a person is erased everywhere, and the PDF has the rest', async ({
  person,
}) => {
  test.setTimeout(300_000);
  const { page, context } = await person({ locale: 'de', url: site.url, storageState: site.ownerState });
  await context.addCookies([{ name: 'wegmarke-locale', value: 'de', url: site.url }]);
  const wizard = wizardOf(page, 'de');
  const qualtrics = await makeSource(context, site.url, 'Jahresumfrage');
  const calls = await makeSource(context, site.url, 'Nach dem Anruf');

  await test.step('a Qualtrics file is known by name, and a guess is corrected', async () => {
    await wizard.choose(qualtrics.path, 'umfrage.csv', qualtricsFile(survey));
    await expect(page.getByLabel(pages('wizard.layout'))).toHaveValue('qualtrics');
    await expect(page.getByLabel(pages('wizard.headerRows'))).toHaveValue('3');
    await expect(wizard.roleOf('Worum ging es?')).not.toHaveValue('touchpoint');
    await wizard.roleOf('Worum ging es?').selectOption('touchpoint');
    await wizard.import();
  });

  await test.step('a German semicolon file is read with its umlauts; which end of the effort is good must be said', async () => {
    await wizard.choose(calls.path, 'anrufe.csv', germanFile(afterCalls));
    await expect(page.getByLabel(pages('wizard.encoding'), { exact: true })).toHaveValue('windows-1252');
    await expect(page.getByRole('region', { name: pages('wizard.rawRows') })).toContainText('Filiale Köln');
    await page.getByRole('button', { name: pages('wizard.import'), exact: true }).click();
    await expect(page.getByText(pages('wizard.blocked.direction', { columns: 'Aufwand', count: 1 }))).toBeVisible();
    await wizard
      .column('Aufwand')
      .getByRole('radio', { name: pages('wizard.directions.ces.lowIsGood', { min: 1 }) })
      .check();
    await wizard.import();
  });

  const mapId = await createMap(page, 'de', /^Anruf beim Kundenservice/);
  const editor = new Editor(page, 'de');
  await editor.ready();
  const second = await context.newPage();
  await second.goto(`/maps/${mapId}`);
  const other = new Editor(second, 'de');
  await other.ready();
  const step = 'Wartet in der Warteschleife';
  const said = (on: Page) => on.getByRole('group', { name: new RegExp(`^Was Kunden zu Schritt \\d+ sagen: ${step}`) });
  const panel = page.getByRole('complementary', { name: t('title') });

  await test.step('the part about the hotline is linked to its step, and both windows see the figures', async () => {
    await page.getByRole('button', { name: t('title') }).click();
    await editor.step(step).click();
    for (const name of ['Jahresumfrage', 'Nach dem Anruf']) {
      await panel.getByLabel(t('source'), { exact: true }).selectOption({ label: name });
      await panel.getByRole('button', { name: t('filter.more') }).click();
      await panel.getByLabel(t('filter.touchpoint')).selectOption('Hotline');
      await panel.getByRole('button', { name: t('linkPart') }).click();
      await expect(panel.getByRole('button', { name: t('isLinked'), exact: true })).toBeDisabled();
    }
    for (const one of [editor, other]) {
      await one.fit();
      await expect(said(one.page).getByRole('figure', { name: /^NPS: −100; n = 40;/ })).toBeVisible();
      await expect(said(one.page).getByRole('figure', { name: /^CSAT 1–5: 0\s%/ })).toBeVisible();
    }
  });

  const quoteOf = (words: string) =>
    panel
      .getByRole('list', { name: t('quotes.title') })
      .getByRole('listitem')
      .filter({ hasText: words });
  const [gone, stays] = ['Die Wartemusik macht nur wütender 12', 'Die Wartemusik macht nur wütender 13'];

  await test.step('quotes are dragged onto a card’s place', async () => {
    for (const words of [gone, stays]) {
      await panel.getByLabel(t('filter.text')).fill(words);
      await expect(quoteOf(words)).toHaveCount(1);
      await quoteOf(words).dragTo(editor.card('Alle 40 Sekunden dieselbe Ansage'));
      // What is linked to a card is shown with its step, for both.
      for (const one of [page, second]) await expect(said(one).getByText(`„${words}“`).first()).toBeAttached();
    }
    await editor.saved();
    const kept = await context.request.post(`${site.url}/api/maps/${mapId}/versions`, {
      headers: { Origin: site.url },
      data: { name: 'Mit Stimmen' },
    });
    expect(kept.status()).toBe(201);
  });

  await test.step('a second file arrives by API, and the figure moves in both windows by itself', async () => {
    await importInto(context, site.url, calls, germanFile(betterCalls));
    for (const one of [page, second]) {
      await expect(said(one).getByRole('figure', { name: /^CSAT 1–5: 50\s% zufrieden; n = 80;/ })).toBeVisible();
    }
  });

  await test.step('beside the map it is split by channel, and compared with the version', async () => {
    await panel.getByRole('radio', { name: t('tabs.scores') }).click();
    await panel.getByLabel(t('figures.split')).selectOption('channel');
    await expect(
      panel.getByRole('list', { name: t('figures.groups', { dimension: t('filter.channel') }) }).first(),
    ).toBeVisible();
    await panel.getByLabel(t('figures.compareWith')).selectOption('1');
    await expect(panel.getByText(/↑ 50, besser als in Version 1/).first()).toBeVisible();
    await expect(panel.getByText(/im Rauschen seit Version 1/).first()).toBeVisible();
    await expect(
      said(page)
        .getByText(/besser als in Version 1/)
        .first(),
    ).toBeAttached();
    await checkAccessibility(page, 'scores beside the map');
    await panel.getByLabel(t('figures.compareWith')).selectOption('');
    await expect(panel.getByText(/besser als in Version 1/)).toHaveCount(0);
    await panel.getByRole('radio', { name: t('tabs.find') }).click();
  });

  await test.step('a person is erased by the number that all files call them by, and is gone everywhere', async () => {
    const desk = await context.newPage();
    await desk.goto(`/workspace/${calls.workspaceId}/evidence/privacy`);
    await alive(desk);
    await desk.getByLabel(pages('privacy.identifier')).fill('K-1012');
    await desk.getByRole('button', { name: pages('privacy.find') }).click();
    await expect(desk.getByText(pages('privacy.found', { count: 3, sources: 2, isComplete: 'yes' }))).toBeVisible();
    await desk.getByRole('button', { name: pages('privacy.erase') }).click();
    await desk
      .getByRole('alertdialog', { name: pages('privacy.eraseTitle') })
      .getByRole('button', { name: pages('privacy.eraseConfirm') })
      .click();
    await expect(desk.getByText(pages('privacy.erased', { count: 3 }))).toBeVisible();
    for (const one of [page, second]) {
      await expect(said(one).getByText('Diese Antwort wurde gelöscht.').first()).toBeAttached();
      await expect(one.getByText(gone)).toHaveCount(0);
      await expect(said(one).getByText(`„${stays}“`).first()).toBeAttached();
      // Of each file one answer less: the figure no longer counts that person.
      await expect(
        said(one)
          .getByRole('figure', { name: /; n = 78;/ })
          .first(),
      ).toBeVisible();
    }
    // Neither the search beside the map nor the source's page find the words.
    await panel.getByLabel(t('filter.text')).fill(gone);
    await expect(panel.getByText(t('quotes.none'))).toBeVisible();
    await desk.goto(`${calls.path}/answers`);
    await alive(desk);
    await expect(desk.getByText('Die Wartemusik macht nur wütender', { exact: false }).first()).toBeVisible();
    await expect(desk.getByText(gone)).toHaveCount(0);
    await desk.close();
  });

  await test.step('the PDF has the figures and the quotes that are left', async () => {
    const { text } = await readPdf(await exportFile(page, 'de', 'PDF'));
    for (const words of ['NPS', '−100', 'CSAT 1–5', 'n = 78', `„${stays}“`, 'Diese Antwort wurde gelöscht.']) {
      expect(text).toContain(withoutSpace(words));
    }
    expect(text).not.toContain(withoutSpace(gone));
  });

  await test.step('no file has the words any more, nor has the version that was kept before', async () => {
    for (const query of ['format=svg', 'format=json', 'format=svg&version=1', 'format=json&version=1']) {
      const file = await context.request.get(`${site.url}/api/maps/${mapId}/export?${query}&locale=de`);
      expect(file.ok(), query).toBe(true);
      expect(await file.text(), query).not.toContain('nur wütender 12');
    }
    const svg = await context.request.get(`${site.url}/api/maps/${mapId}/export?format=svg&version=1&locale=de`);
    const words = withoutSpace((await svg.text()).replace(/<[^>]*>/g, ''));
    expect(words).toContain(withoutSpace('nur wütender 13'));
    expect(words).not.toContain(withoutSpace('nur wütender 12'));
  });
});
