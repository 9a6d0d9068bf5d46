import { checkAccessibility } from './support/axe';
import { makeSource, openEvidence } from './support/evidence';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const site = siteOfThisFile();

test('a source is made, renamed, kept for a year, and deleted once that was confirmed', async ({ person }) => {
  const { page } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const t = wordsOf('en', 'evidencePages');
  await openEvidence(page);
  await expect(page.getByRole('heading', { name: t('list.emptyTitle') })).toBeVisible();
  await checkAccessibility(page, 'no sources');

  await page.getByRole('button', { name: t('list.new') }).click();
  const made = page.getByRole('dialog', { name: t('source.new') });
  await expect(made.getByRole('textbox', { name: t('source.name') })).toBeFocused();
  await made.getByRole('button', { name: t('source.create') }).click();
  await expect(made.getByRole('alert')).toHaveText(t('source.nameNeeded', { max: 100 }));
  await made.getByRole('textbox', { name: t('source.name') }).fill('After  the call ');
  await made.getByLabel(t('source.retention')).selectOption({ label: t('source.retentionOther') });
  await made.getByRole('textbox', { name: t('source.retentionNumber') }).fill('0');
  await made.getByRole('button', { name: t('source.create') }).click();
  await expect(made.getByRole('alert')).toHaveText(t('source.retentionWrong'));
  await checkAccessibility(page, 'new source');
  await made.getByRole('textbox', { name: t('source.retentionNumber') }).fill('90');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/import$/);

  await openEvidence(page);
  const line = page.getByRole('main').getByRole('listitem').filter({ hasText: 'After the call' });
  await expect(line).toContainText(t('source.surveys.transactional'));
  await expect(line).toContainText(t('source.noAnswers'));
  await checkAccessibility(page, 'sources');
  await line.getByRole('button', { name: t('source.actionsFor', { name: 'After the call' }) }).click();
  await page.getByRole('menuitem', { name: t('source.edit') }).click();
  const edit = page.getByRole('dialog', { name: t('source.editTitle', { name: 'After the call' }) });
  await expect(edit.getByRole('textbox', { name: t('source.retentionNumber') })).toHaveValue('90');
  await edit.getByRole('textbox', { name: t('source.name') }).fill('Hotline');
  await edit.getByRole('radio', { name: t('source.bases.relationship') }).click();
  await edit.getByLabel(t('source.retention')).selectOption('365');
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('main').getByRole('link', { name: 'Hotline' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(t('source.surveys.relationship'));

  await page.getByRole('button', { name: t('source.actionsFor', { name: 'Hotline' }) }).click();
  await page.getByRole('menuitem', { name: t('source.delete') }).click();
  const question = page.getByRole('alertdialog', { name: t('source.deleteTitle', { name: 'Hotline' }) });
  await checkAccessibility(page, 'deletion of a source');
  await question.getByRole('button', { name: t('source.deleteConfirm') }).click();
  await expect(page.getByRole('heading', { name: t('list.emptyTitle') })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('a guest of a map has no part in the workspace’s evidence', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const source = await makeSource(context, site.url, 'Not for guests');
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const { path } = await createJoinLink(context, site.url, mapId, 'editor');
  const guest = await person({ locale: 'en', url: site.url });
  await joinAsGuest(guest.page, 'en', path, 'Gustav');
  for (const address of [
    `/workspace/${source.workspaceId}/evidence`,
    source.path,
    `/workspace/${source.workspaceId}/evidence/privacy`,
  ]) {
    await guest.page.goto(address);
    await expect(guest.page.getByText('Not for guests')).toHaveCount(0);
    await expect(guest.page).toHaveURL(/\/sign-in\?next=/);
  }
});
