import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { ask, importInto, makeSource, survey } from './support/evidence';
import { createMap } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const site = siteOfThisFile();

test('a future state starts from a version, keeps its distance in sight, and takes over what the current state changes', async ({
  person,
}) => {
  const t = wordsOf('en', 'future');
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const current = new Editor(page, 'en');
  await current.ready();
  const kept = await context.request.post(`${site.url}/api/maps/${mapId}/versions`, {
    headers: { Origin: site.url },
    data: { name: 'Agreed' },
  });
  expect(kept.status()).toBe(201);
  const openFutures = async (on = page) => {
    await on.getByRole('button', { name: wordsOf('en', 'editor')('topbar.more') }).click();
    await on.getByRole('menuitem', { name: t('open') }).click();
  };

  // The current state has none yet; one that nobody signed off is started from only if somebody says so.
  await openFutures();
  const list = page.getByRole('dialog', { name: t('listTitle') });
  await expect(list.getByRole('heading', { name: t('none') })).toBeVisible();
  await checkAccessibility(page, 'no future state yet');
  await list.getByRole('button', { name: t('make') }).click();
  const making = page.getByRole('dialog', { name: t('makeTitle', { title: 'Version 1: Agreed' }) });
  await making.getByLabel(t('makeName')).fill('A call that need not be');
  await making.getByRole('button', { name: t('make') }).click();
  await expect(making.getByText(t('mustAccept'))).toBeVisible();
  await checkAccessibility(page, 'making a future state');
  await making.getByRole('switch', { name: t('unsignedAccept') }).click();
  await making.getByRole('button', { name: t('make') }).click();
  await page.waitForURL((address) => !address.pathname.endsWith(mapId) && address.pathname.startsWith('/maps/'));
  const future = new Editor(page, 'en');
  await future.ready();
  const badge = (count: number, open = 0) =>
    page.getByRole('button', { name: `${t('badgeLong', { count })}${open > 0 ? ` ${t('openLong', { count: open })}` : ''}` });
  await expect(badge(0)).toBeVisible();

  // Every difference counts.
  await future.roomy();
  await future.write(future.step('Waits on hold'), 'Is called back');
  await future.saved();
  await expect(badge(1)).toBeVisible();

  // Meanwhile the current state goes on: a change that is taken over, one that is left, and one that both have made.
  const second = await context.newPage();
  await second.goto(`/maps/${mapId}`);
  const other = new Editor(second, 'en');
  await other.ready();
  await other.roomy();
  await other.write(other.step('Tells her story'), 'Tells her story once more');
  await other.write(other.step('Waits on hold'), 'Waits on hold for long');
  await other.saved();
  await page.bringToFront();
  await badge(1).click();
  const window = page.getByRole('dialog', { name: t('title') });
  const first = window.getByRole('button', { name: t('takeOverOne', { what: 'Step “Tells her story once more”' }) });
  await expect(first).toBeVisible();
  await expect(window.getByText(t('state.conflict'))).toBeVisible();
  await checkAccessibility(page, 'what the current state has changed');
  await page.screenshot({ path: test.info().outputPath('since.png') });
  await first.click();
  await expect(page.getByText(t('tookOver', { what: 'Step “Tells her story once more”' }), { exact: true })).toBeVisible();
  await expect(window.getByText(t('settled', { count: 1 }))).toBeVisible();
  // Undone like anything that one has done oneself, and done again.
  await expect(window.getByRole('button', { name: t('takeOverOne', { what: 'Step “Waits on hold for long”' }) })).toBeFocused();
  await window.getByRole('button', { name: 'Close' }).click();
  await expect(window).toBeHidden();
  await expect(future.step('Tells her story once more')).toHaveCount(1);
  await future.canvas.focus();
  await page.keyboard.press('Control+z');
  await expect(future.step('Tells her story once more')).toHaveCount(0);
  await badge(1, 2).click();
  await first.click();
  await expect(window.getByText(t('settled', { count: 1 }))).toBeVisible();
  await window.getByRole('button', { name: t('leaveOne', { what: 'Step “Waits on hold for long”' }) }).click();
  await expect(window.getByRole('heading', { name: t('sinceSettled') })).toBeVisible();
  await window.getByText(t('settled', { count: 2 })).click();
  await expect(window.getByText(t('state.left'))).toBeVisible();

  // What differs, and the way there.
  await window.getByRole('tab', { name: t('tabs.distance') }).click();
  await expect(window.getByRole('button', { name: /^Changed Step “Is called back”/ })).toBeVisible();
  await checkAccessibility(page, 'the differences of a future state');
  const what = 'Step “Is called back”';
  const bare = window.getByText(t('reason.open', { count: 2 }), { exact: false });
  await expect(bare).toBeVisible();
  await window.getByRole('button', { name: t('reason.addOne', { what }) }).click();
  const reason = window.getByRole('region', { name: t('reason.label', { what }) });
  await expect(reason.getByRole('textbox', { name: t('reason.text', { what }) })).toBeFocused();
  await page.keyboard.type('Nobody likes to wait');
  await reason.getByRole('combobox', { name: t('reason.answer') }).click();
  await reason.getByRole('option').first().click();
  await expect(reason.getByRole('list', { name: t('reason.answers') }).getByRole('listitem')).toHaveCount(1);
  await reason.getByLabel(t('reason.aim')).selectOption({ label: t('reason.aims.nps') });
  await reason.getByLabel(t('reason.to')).fill('40');
  await reason.getByLabel(t('reason.to')).blur();
  await expect(window.getByText(t('reason.open', { count: 1 }), { exact: false })).toBeVisible();
  await checkAccessibility(page, 'a reason');
  await page.screenshot({ path: test.info().outputPath('distance.png') });
  await window.getByRole('button', { name: /^Changed Step “Is called back”/ }).click();
  await expect(window).toBeHidden();
  await expect(future.step('Is called back')).toBeInViewport();
  await expect(future.step('Tells her story once more')).toBeVisible();

  await future.saved();
  await expect(badge(2)).toBeVisible();

  // At the current state it is listed; deleting the version takes nothing away from it.
  await openFutures(second);
  const listed = second.getByRole('dialog', { name: t('listTitle') });
  await expect(listed.getByRole('link', { name: 'A call that need not be' })).toBeVisible();
  const deleted = await context.request.delete(`${site.url}/api/maps/${mapId}/versions/1`, { headers: { Origin: site.url } });
  expect(deleted.status()).toBe(204);
  await page.reload();
  await future.ready();
  await badge(2).click();
  await expect(window.getByText(t('contentKept'))).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('missing.png') });
});

test('a reason answers what customers said beside pain points, and the keyboard stays where something goes', async ({
  person,
}) => {
  const t = wordsOf('en', 'future');
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const call = (method: string, path: string, data?: unknown) => ask(context, site.url, method, path, data);
  const source = await makeSource(context, site.url, 'After the call');
  await importInto(context, site.url, source, survey());
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const { map } = (await call('GET', `/maps/${mapId}/document`)) as { map: { steps: { id: string; title: string }[] } };
  const step = map.steps.find(({ title }) => title === 'Waits on hold')?.id ?? '';
  const { items } = (await call('GET', `/sources/${source.id}/answers?text=long+reason`)) as { items: { id: string }[] };
  const target = { type: 'step', id: step };
  await call('POST', `/maps/${mapId}/operations`, {
    operations: [
      { op: 'linkEvidence', target, sourceId: source.id, filter: { channel: 'phone' } },
      { op: 'linkEvidence', target, sourceId: source.id, responseId: items[0]?.id },
    ],
  });
  await call('POST', `/maps/${mapId}/versions`, { name: 'Agreed' });
  const body = { title: 'Nobody waits', unsigned: true };
  const { id: futureId } = (await call('POST', `/maps/${mapId}/versions/1/future-states`, body)) as { id: string };
  await call('POST', `/maps/${futureId}/operations`, { operations: [{ op: 'renameStep', id: step, title: 'Is called back' }] });

  await page.goto(`/maps/${futureId}`);
  await new Editor(page, 'en').ready();
  await page.getByRole('button', { name: t('badgeLong', { count: 1 }) }).click();
  const window = page.getByRole('dialog', { name: t('title') });
  await window.getByRole('tab', { name: t('tabs.distance') }).click();
  const what = 'Step “Is called back”';
  const add = window.getByRole('button', { name: t('reason.addOne', { what }) });
  await add.click();
  const reason = window.getByRole('region', { name: t('reason.label', { what }) });

  // What can be answered is found by its words, in groups; Escape closes only the list.
  const field = reason.getByRole('combobox', { name: t('reason.answer') });
  const list = reason.getByRole('listbox', { name: t('reason.answer') });
  await field.click();
  for (const group of ['painHere', 'saidHere', 'pain'] as const) {
    await expect(list.getByRole('group', { name: t(`reason.offers.${group}`) })).toBeVisible();
  }
  await checkAccessibility(page, 'what a reason can answer');
  await page.screenshot({ path: test.info().outputPath('offers.png') });
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(window).toBeVisible();
  await field.fill('waited far too');
  await expect(list.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const answers = reason.getByRole('list', { name: t('reason.answers') }).getByRole('listitem');
  await expect(answers).toContainText(['“Waited far too long, reason']);
  await expect(field).toBeFocused();
  await field.fill('channel phone');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(answers).toHaveCount(2);
  await field.fill('no such words anywhere');
  await expect(reason.getByText(t('reason.nothingFound'))).toBeVisible();
  await field.fill('');

  // A score that cannot be one is not dropped in silence.
  await reason.getByLabel(t('reason.aim')).selectOption({ label: t('reason.aims.nps') });
  const score = reason.getByLabel(t('reason.to'));
  await score.fill('400');
  await score.blur();
  await expect(reason.getByText(t('reason.toRange', { min: '−100', max: '100' }))).toBeVisible();
  await expect(score).toHaveValue('400');
  await checkAccessibility(page, 'a score that cannot be one');
  await score.fill('40');
  await score.press('Enter');
  await expect(score).not.toHaveAttribute('aria-invalid', 'true');
  await page.screenshot({ path: test.info().outputPath('reason.png') });

  // What goes leaves the keyboard at its neighbour.
  await answers.first().getByRole('button').press('Enter');
  await expect(answers).toHaveCount(1);
  await expect(answers.first().getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(answers).toHaveCount(0);
  await expect(field).toBeFocused();

  // Somebody is erased: that is said plainly, here and in the file.
  await field.fill('waited far too');
  await page.keyboard.press('Enter');
  await expect(answers).toHaveCount(1);
  const number = Number(/reason (\d+)/.exec((await answers.first().textContent()) ?? '')?.[1]);
  await call('POST', `/workspaces/${source.workspaceId}/evidence/person/erase`, { identifier: `C${number % 10}` });
  await expect(answers.first()).toContainText(t('reason.evidenceErased'));
  await page.screenshot({ path: test.info().outputPath('erased.png') });

  await reason.getByRole('button', { name: t('reason.delete', { what }) }).press('Enter');
  await expect(reason).toHaveCount(0);
  await expect(add).toBeFocused();
});
