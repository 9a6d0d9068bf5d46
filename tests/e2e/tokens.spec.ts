import { checkAccessibility } from './support/axe';
import { alive } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const site = siteOfThisFile();
const t = wordsOf('en', 'tokens');
const name = 'Nightly export';

const call = (token: string, path: string, method = 'GET') =>
  fetch(`${site.url}/api/v1${path}`, { method, headers: { Authorization: `Bearer ${token}` } });

test('a token is made, shown once, used by a program, seen as used, and refused once it is revoked', async ({ person }) => {
  const { page } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  await page.goto('/account');
  await alive(page);
  await expect(page.getByText(t('empty'))).toBeVisible();
  await page.getByRole('button', { name: t('new'), exact: true }).click();
  const form = page.getByRole('dialog', { name: t('newTitle') });
  await form.getByRole('button', { name: t('create') }).click();
  await expect(form.getByRole('alert')).toHaveText(t('nameNeeded'));
  await form.getByRole('textbox', { name: t('name') }).fill(name);
  await expect(form.getByRole('radio', { name: t('scopes.read'), exact: true })).toBeChecked();
  await checkAccessibility(page, 'new token');
  await form.getByRole('button', { name: t('create') }).click();

  const shown = page.getByRole('dialog', { name: t('madeTitle') });
  const token = await shown.getByRole('textbox', { name: t('token'), exact: true }).inputValue();
  await expect(shown.getByText(`${site.url}/api/v1/maps`)).toBeVisible();
  await checkAccessibility(page, 'token that was just made');
  await page.keyboard.press('Escape');
  await expect(shown, 'stays until it is put away on purpose').toBeVisible();
  await shown.getByRole('button', { name: t('done') }).click();
  const line = page
    .getByRole('list', { name: t('title') })
    .getByRole('listitem')
    .filter({ hasText: name });
  await expect(line).toContainText(t('neverUsed'));
  await page.reload();
  await alive(page);
  expect(await page.content()).not.toContain(token);
  await expect(line).toContainText(token.slice(-4));

  const answer = await call(token, '/account');
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ email: 'olga@example.org', token: { name, scope: 'read' } });
  expect((await call(token, '/maps')).status).toBe(200);
  expect((await call(token, '/workspaces', 'POST')).status, 'it may only read').toBe(403);
  await expect(async () => {
    await page.reload();
    await expect(line).toContainText('last used', { timeout: 1000 });
  }).toPass();
  await alive(page);
  await checkAccessibility(page, 'account with a token');

  await line.getByRole('button', { name: t('revokeNamed', { name }) }).click();
  const question = page.getByRole('alertdialog', { name: t('revokeTitle', { name }) });
  await question.getByRole('button', { name: t('revoke'), exact: true }).click();
  // The announcement for screen readers says it once more, for a moment.
  await expect(page.getByText(t('revoked', { name }), { exact: true })).toBeVisible();
  await expect(line).toHaveCount(0);
  await expect(page.getByRole('button', { name: t('new'), exact: true }), 'where the focus goes').toBeFocused();
  const refused = await call(token, '/maps');
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({ code: 'unauthenticated', reason: 'tokenWrong' });
});
