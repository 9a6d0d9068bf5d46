import type { BrowserContext, Page } from '@playwright/test';
import { checkAccessibility } from './support/axe';
import { inviteInto } from './support/evidence';
import { memberId, openNewMap, openSignOff } from './support/signOff';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const site = siteOfThisFile();

async function openHistory(page: Page) {
  await page.getByRole('button', { name: wordsOf('en', 'editor')('topbar.more') }).click();
  await page.getByRole('menuitem', { name: wordsOf('en', 'history')('open') }).click();
  return page.getByRole('dialog', { name: wordsOf('en', 'history')('title') });
}

/** Keeps a map as it is, by the request that the page makes. */
async function keep(context: BrowserContext, mapId: string, name: string): Promise<void> {
  const headers = { Origin: site.url };
  expect((await context.request.post(`${site.url}/api/maps/${mapId}/versions`, { headers, data: { name } })).status()).toBe(201);
}

test('who leaves without having decided is replaced; a version of the history is put up, and deleted with a warning', async ({
  person,
}) => {
  const t = wordsOf('en', 'signOff');
  const versions = wordsOf('en', 'versions');
  const olga = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const { mapId, workspaceId } = await openNewMap(olga.page, site.url);
  const ines = await person({ locale: 'en', url: site.url });
  await inviteInto(olga.context, ines.page, { url: site.url, workspaceId, role: 'owner' });
  await keep(olga.context, mapId, 'Agreed');

  // From a version's menu in the history, which lists it with how far it is.
  const history = await openHistory(olga.page);
  await history.getByRole('button', { name: versions('moreOf', { title: 'Version 1: Agreed' }) }).click();
  await olga.page.getByRole('menuitem', { name: t('putUpThis') }).click();
  const form = olga.page.getByRole('dialog', { name: t('form.title') });
  await expect(form.getByLabel(t('form.version'))).toHaveValue('1');
  await form.getByRole('switch', { name: t('form.everyDepartment') }).click();
  await form.getByLabel('Billing').selectOption('The owner');
  await form.getByRole('button', { name: t('form.confirm') }).click();
  await expect(form).toBeHidden();

  // She leaves; who put it up asks somebody else.
  const leaving = await memberId(olga.context, site.url, workspaceId, 'The owner');
  const left = await ines.context.request.delete(`${site.url}/api/workspaces/${workspaceId}/members/${leaving}`, {
    headers: { Origin: site.url },
  });
  expect(left.ok()).toBe(true);
  const dialog = await openSignOff(olga.page, 'en');
  await expect(dialog.getByText(t('noMember'))).toBeVisible();
  await dialog.getByRole('button', { name: t('replaceFor', { name: 'The owner' }) }).click();
  const replacing = olga.page.getByRole('dialog', { name: t('replaceTitle', { name: 'The owner' }) });
  await replacing.getByLabel(t('replaceWho')).selectOption('Olga Ott');
  await checkAccessibility(olga.page, 'asking somebody else');
  await replacing.getByRole('button', { name: t('replaceConfirm') }).click();
  await expect(replacing).toBeHidden();
  await expect(dialog.getByText(`Olga Ott (${t('you')})`)).toBeVisible();
  await expect(dialog.getByRole('button', { name: t('sign'), exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: wordsOf('en', 'common')('close') }).click();

  const again = await openHistory(olga.page);
  await expect(again.getByText(t('badge.open', { signed: 0, asked: 1 }))).toBeVisible();
  await again.getByRole('button', { name: versions('moreOf', { title: 'Version 1: Agreed' }) }).click();
  await olga.page.getByRole('menuitem', { name: versions('deleteThis') }).click();
  const asking = olga.page.getByRole('dialog', { name: versions('deleteTitle', { title: 'Version 1: Agreed' }) });
  await expect(asking.getByText(t('deleteOpen', { signed: 0, asked: 1 }))).toBeVisible();
  await asking.getByRole('button', { name: versions('delete') }).click();
  await expect(asking).toBeHidden();
  await again.getByRole('button', { name: wordsOf('en', 'common')('close') }).click();
  const after = await openSignOff(olga.page, 'en');
  await expect(after.getByText(t('status.deleted'))).toBeVisible();
});
