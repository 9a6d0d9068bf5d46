import { Editor } from './support/editor';
import { inviteInto } from './support/evidence';
import { exportFile, readPdf, withoutSpace } from './support/files';
import { memberId, openNewMap } from './support/signOff';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const site = siteOfThisFile();

test('from a workshop to a baseline, and from there to a future state that is compared, brought up to date and taken along', async ({
  person,
}) => {
  const [signOff, t] = [wordsOf('en', 'signOff'), wordsOf('en', 'future')];
  const olga = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const { page, context } = olga;
  const { mapId, workspaceId } = await openNewMap(page, site.url);
  const signers = [await person({ locale: 'en', url: site.url }), await person({ locale: 'en', url: site.url })];
  for (const [index, role] of (['viewer', 'commenter'] as const).entries()) {
    const joined = signers[index];
    if (joined) await inviteInto(context, joined.page, { url: site.url, workspaceId, role });
  }

  // A workshop on the map; its end keeps a version.
  await page.getByRole('banner').getByRole('button', { name: 'Workshop' }).click();
  const panel = page.getByRole('complementary', { name: 'Workshop' });
  await panel.getByRole('button', { name: 'Start a workshop' }).click();
  await panel.getByRole('button', { name: 'End the workshop' }).click();
  const question = page.getByRole('alertdialog', { name: 'End this workshop?' });
  await question.getByRole('button', { name: 'End the workshop' }).click();
  await expect(question).toBeHidden();
  const versions = async (): Promise<number> => {
    const response = await context.request.get(`${site.url}/api/maps/${mapId}/versions`);
    return ((await response.json()) as { items: object[] }).items.length;
  };
  await expect.poll(versions).toBe(1);

  // It is put up, and two people sign it: a baseline.
  const asked = await Promise.all(['The viewer', 'The commenter'].map((name) => memberId(context, site.url, workspaceId, name)));
  const put = await context.request.post(`${site.url}/api/maps/${mapId}/sign-offs`, {
    headers: { Origin: site.url },
    data: { version: 1, signers: asked.map((userId) => ({ userId })) },
  });
  expect(put.status(), await put.text()).toBe(201);
  for (const { page: theirs } of signers) {
    await theirs.goto(`/maps/${mapId}?version=1`);
    const bar = theirs.getByRole('region', { name: signOff('title') });
    await bar.getByRole('button', { name: signOff('sign'), exact: true }).click();
    const signing = theirs.getByRole('dialog', { name: signOff('signTitle', { number: 1 }) });
    await signing.getByRole('button', { name: signOff('sign') }).click();
    await expect(signing).toBeHidden();
  }
  await expect(page.getByRole('button', { name: /Baseline since .*, signed by 2/ })).toBeVisible();

  // A future state starts from it, without a word of warning.
  await page.getByRole('button', { name: wordsOf('en', 'editor')('topbar.more') }).click();
  await page.getByRole('menuitem', { name: t('open') }).click();
  await page
    .getByRole('dialog', { name: t('listTitle') })
    .getByRole('button', { name: t('make') })
    .click();
  const making = page.getByRole('dialog', { name: /^A future state from Version 1/ });
  await expect(making.getByRole('switch')).toHaveCount(0);
  await making.getByLabel(t('makeName')).fill('Nobody waits');
  await making.getByRole('button', { name: t('make') }).click();
  await page.waitForURL((address) => address.pathname.startsWith('/maps/') && !address.pathname.endsWith(mapId));
  const future = new Editor(page, 'en');
  await future.ready();
  await future.roomy();
  await future.write(future.step('Waits on hold'), 'Is called back');
  await future.saved();

  // The current state goes on, and the future state takes that over.
  const second = await context.newPage();
  await second.goto(`/maps/${mapId}`);
  const current = new Editor(second, 'en');
  await current.ready();
  await current.roomy();
  await current.write(current.step('Tells her story'), 'Tells her story once more');
  await current.saved();
  const currentPdf = await readPdf(await exportFile(second, 'en', 'PDF'));
  expect(currentPdf.text).toContain(withoutSpace('Tells her story once more'));
  await page.getByRole('button', { name: /from the baseline/ }).click();
  const window = page.getByRole('dialog', { name: t('title') });
  await expect(window.getByText(t('baseline'), { exact: true })).toBeVisible();
  await window.getByRole('button', { name: t('takeOverOne', { what: 'Step “Tells her story once more”' }) }).click();
  await expect(window.getByRole('heading', { name: t('sinceSettled') })).toBeVisible();

  // Why it differs.
  const what = 'Step “Is called back”';
  await window.getByRole('tab', { name: t('tabs.distance') }).click();
  await window.getByRole('button', { name: t('reason.addOne', { what }) }).click();
  await expect(window.getByRole('textbox', { name: t('reason.text', { what }) })).toBeFocused();
  await page.keyboard.type('Nobody likes to wait');
  await window.getByRole('button', { name: wordsOf('en', 'common')('close'), exact: true }).click();
  await future.saved();
  await page.getByRole('button', { name: /from the baseline/ }).click();

  // Compared with its baseline: on the map, and in the file.
  await window.getByRole('button', { name: t('compareBaseline') }).click();
  await expect(window).toBeHidden();
  await expect(page.getByRole('region', { name: /^Comparison: / })).toBeVisible();
  const compared = await readPdf(await exportFile(page, 'en', 'PDF'));
  for (const said of ['Is called back', 'Tells her story once more']) expect(compared.text).toContain(withoutSpace(said));
  expect(compared.all).toContain(withoutSpace('Nobody likes to wait'));
  await page.goto(new URL(page.url()).pathname);
  await future.ready();
  const alone = await readPdf(await exportFile(page, 'en', 'PDF'));
  expect(alone.text).toContain(withoutSpace('Nobody waits'));
  expect(alone.pages).toBe(2);
  for (const said of [wordsOf('en', 'export')('distance.heading'), 'Nobody likes to wait', 'Version 1', '2 differences']) {
    expect(alone.all).toContain(withoutSpace(said));
  }
});
