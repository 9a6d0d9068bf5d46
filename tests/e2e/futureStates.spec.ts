import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
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
  await expect(page.getByText(t('takenOver', { count: 1 }), { exact: true })).toBeVisible();
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
  await reason.getByLabel(t('reason.answer')).selectOption({ index: 1 });
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
