import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { importInto, makeSource } from './support/evidence';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const site = siteOfThisFile();

/** So many answers about the hotline and as many about the shop: satisfied there, not here. */
function answers(
  count: number,
  { satisfied, prefix = 'R', touchpoint = 'Hotline' }: { satisfied: number; prefix?: string; touchpoint?: string },
): Buffer {
  const lines = Array.from({ length: count }, (_, at) => {
    const isHotline = at % 2 === 0;
    const score = isHotline ? (at < 2 * satisfied ? 5 : 1) : 5;
    const words = isHotline ? `The music made me only angrier ${at}` : `Quick and friendly ${at}`;
    return `${prefix}${at},C${at},2026-10-${String(1 + (at % 28)).padStart(2, '0')},${isHotline ? touchpoint : 'Shop'},${score},"${words}"`;
  });
  const head = 'Response ID,Customer number,Date,Touchpoint,How satisfied were you? (1-5),Why?';
  return Buffer.from([head, ...lines, ''].join('\n'));
}

test('a part of a source and a quote are linked to a step, both windows see the figures, and new answers move them', async ({
  person,
}) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const t = wordsOf('en', 'evidence');
  const source = await makeSource(context, site.url, 'After the call');
  await importInto(context, site.url, source, answers(80, { satisfied: 8 }));
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.ready();
  const second = await context.newPage();
  await second.goto(`/maps/${mapId}`);
  const other = new Editor(second, 'en');
  await other.ready();

  // She narrows the source to the hotline, and links that to a step.
  await page.getByRole('button', { name: t('title') }).click();
  const panel = page.getByRole('complementary', { name: t('title') });
  await expect(panel.getByText(t('chooseTarget'))).toBeVisible();
  await expect(panel.getByRole('button', { name: t('linkAll') })).toBeDisabled();
  await editor.step('Waits on hold').click();
  await panel.getByRole('button', { name: t('filter.more') }).click();
  await panel.getByLabel(t('filter.touchpoint')).selectOption('Hotline');
  await checkAccessibility(page, 'evidence beside the map');
  await panel.getByRole('button', { name: t('linkPart') }).click();
  await expect(page.getByText(/^Linked to /)).toBeVisible();
  await expect(panel.getByRole('button', { name: t('isLinked'), exact: true })).toBeDisabled();
  const said = (on: typeof page) => on.getByRole('group', { name: /^What customers say about step \d+: Waits on hold/ });
  for (const one of [editor, other]) {
    await one.fit();
    await expect(said(one.page).getByRole('figure', { name: /^CSAT 1–5: 20% satisfied; n = 40;/ })).toBeVisible();
  }

  // A quote is dragged onto the step.
  await panel.getByLabel(t('filter.text')).fill('music angrier 12');
  const quote = panel.getByRole('listitem').filter({ hasText: 'The music made me only angrier 12' });
  await expect(panel.getByRole('list', { name: t('quotes.title') }).getByRole('listitem')).toHaveCount(1);
  await quote.dragTo(editor.step('Waits on hold'));
  await expect(said(page).getByText('“The music made me only angrier 12”').first()).toBeAttached();
  await expect(said(second).getByText('“The music made me only angrier 12”').first()).toBeAttached();

  // More answers come in: the figure moves in both windows by itself.
  await importInto(context, site.url, source, answers(80, { satisfied: 40, prefix: 'S' }));
  for (const one of [page, second]) {
    await expect(said(one).getByRole('figure', { name: /^CSAT 1–5: 60% satisfied; n = 80;/ })).toBeVisible();
  }

  // Undo takes the quote off again, and redo brings it back.
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(said(second).getByText('angrier 12')).toHaveCount(0);
  await page.getByRole('button', { name: 'Redo' }).first().click();
  await expect(said(second).getByText('“The music made me only angrier 12”').first()).toBeAttached();

  // The customer is erased: the words are gone everywhere.
  const erased = await context.request.post(`/api/v1/workspaces/${source.workspaceId}/evidence/person/erase`, {
    data: { identifier: 'R12' },
    headers: { origin: site.url },
  });
  expect(erased.ok(), await erased.text()).toBe(true);
  for (const one of [page, second]) {
    await expect(said(one).getByText('angrier 12')).toHaveCount(0);
    await expect(said(one).getByText('This answer has been erased.').first()).toBeAttached();
  }

  // A guest may write on the map, and has no part in what customers said.
  const link = await createJoinLink(context, site.url, mapId);
  const guest = await person({ locale: 'en', url: site.url });
  await joinAsGuest(guest.page, 'en', link.path, 'Gusti');
  const theirs = new Editor(guest.page, 'en');
  await theirs.ready();
  await expect(guest.page.getByRole('button', { name: t('title') })).toHaveCount(0);
  await theirs.fit();
  await expect(guest.page.getByRole('figure', { name: /CSAT/ })).toHaveCount(0);
});

test('without the mouse, in German: a suggestion is taken, a quote linked, the gap found, and a link taken off', async ({
  person,
}) => {
  const { page, context } = await person({ locale: 'de', url: site.url, storageState: site.ownerState });
  await context.addCookies([{ name: 'wegmarke-locale', value: 'de', url: site.url }]);
  const t = wordsOf('de', 'evidence');
  const source = await makeSource(context, site.url, 'Nachbefragung');
  await importInto(context, site.url, source, answers(120, { satisfied: 6, prefix: 'Q', touchpoint: 'Warteschleife' }));
  await createMap(page, 'de', /^Anruf beim Kundenservice/);
  const editor = new Editor(page, 'de');
  await editor.ready();
  await editor.canvas.focus();
  await page.keyboard.press('ArrowRight');
  await expect(editor.step('Bekommt eine Rechnung')).toBeFocused();
  for (let steps = 1; steps < 6; steps++) await page.keyboard.press('ArrowRight');
  await expect(editor.step('Wartet in der Warteschleife')).toBeFocused();
  await page.getByRole('button', { name: t('title') }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: t('title') });
  await panel.getByLabel(t('source')).selectOption({ label: 'Nachbefragung' });
  await panel.getByRole('button', { name: t('linkAll') }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Verknüpft mit /)).toBeVisible();
  await panel
    .getByRole('button', { name: /^Verknüpfen mit Schritt/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: /^Ist verknüpft mit Schritt/ })).toHaveCount(1);
  await panel.getByRole('radio', { name: t('tabs.suggestions') }).focus();
  await page.keyboard.press('Space');
  const suggestion = panel.getByRole('listitem').filter({ hasText: 'Berührungspunkt: Warteschleife' }).first();
  await expect(suggestion).toContainText('(60 Antworten)');
  await checkAccessibility(page, 'suggestions');
  await suggestion.getByRole('button', { name: t('suggestions.link') }).focus();
  await page.keyboard.press('Enter');
  await expect(suggestion).toHaveCount(0);
  await panel.getByRole('radio', { name: t('tabs.gaps') }).focus();
  await page.keyboard.press('Space');
  const gap = panel.getByRole('button', { name: /Wartet in der Warteschleife/ });
  await expect(gap).toBeVisible();
  await checkAccessibility(page, 'gaps');
  await gap.focus();
  await page.keyboard.press('Enter');
  // The details say by what rule the step counts as measured, and take a link off.
  await panel.getByRole('button', { name: t('close') }).click();
  await expect(editor.panel.getByText(/^Gilt als gemessen: CSAT beruht auf 120 Antworten/)).toBeVisible();
  await checkAccessibility(page, 'what customers say about a step');
  await editor.panel.getByRole('button', { name: /^Verknüpfung lösen: Nachbefragung, alle Antworten/ }).focus();
  await page.keyboard.press('Enter');
  await expect(editor.panel.getByText(/^Gilt als gemessen: CSAT beruht auf 6[01] Antworten/)).toBeVisible();
});

test('a link that was taken off stands among what was deleted, and comes back from there', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const [t, history] = [wordsOf('en', 'evidence'), wordsOf('en', 'history')];
  const source = await makeSource(context, site.url, 'Regretted');
  await importInto(context, site.url, source, answers(80, { satisfied: 8, prefix: 'Z' }));
  await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.ready();
  // The details open with it while nothing else is beside the map.
  await editor.step('Waits on hold').click();
  await page.getByRole('button', { name: t('title') }).click();
  const panel = page.getByRole('complementary', { name: t('title') });
  await panel.getByLabel(t('source'), { exact: true }).selectOption({ label: 'Regretted' });
  await panel.getByRole('button', { name: t('filter.more') }).click();
  await panel.getByLabel(t('filter.touchpoint')).selectOption('Hotline');
  await panel.getByRole('button', { name: t('linkPart') }).click();
  await panel.getByRole('button', { name: t('close') }).click();
  const score = page
    .getByRole('group', { name: /^What customers say about step \d+: Waits on hold/ })
    .getByRole('figure', { name: /^CSAT 1–5: 20% satisfied; n = 40;/ });
  await editor.fit();
  await expect(score).toBeVisible();
  await editor.panel.getByRole('button', { name: t('unlink', { what: 'Regretted, Touchpoint: Hotline' }) }).click();
  await expect(score).toHaveCount(0);

  await page.getByRole('button', { name: wordsOf('en', 'editor')('topbar.more') }).click();
  await page.getByRole('menuitem', { name: history('open') }).click();
  const dialog = page.getByRole('dialog', { name: history('title') });
  await dialog.getByRole('tab', { name: history('deleted') }).click();
  const name = /^Bring back: Regretted, Touchpoint: Hotline: Step \d+ “Waits on hold/;
  await expect(dialog.getByRole('button', { name })).toBeVisible();
  await checkAccessibility(page, 'links among what was deleted');
  await dialog.getByRole('button', { name }).click();
  await expect(dialog).toBeHidden();
  await editor.fit();
  await expect(score).toBeVisible();
});
