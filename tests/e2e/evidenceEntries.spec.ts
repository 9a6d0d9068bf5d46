import { checkAccessibility } from './support/axe';
import { ask, openEvidence } from './support/evidence';
import { alive } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const site = siteOfThisFile();

/** A picture of one pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

test('an interview is written down on a phone, survives a reload, is edited and deleted', async ({ person }) => {
  const { page } = await person({
    ...{ locale: 'en', url: site.url, storageState: site.ownerState, viewport: { width: 390, height: 844 } },
  });
  const t = wordsOf('en', 'evidencePages');
  await openEvidence(page);
  await page
    .getByRole('button', { name: t('list.new') })
    .first()
    .click();
  await page.getByLabel(t('source.name')).fill('Talks with customers');
  await page.getByLabel(t('source.kind')).selectOption('interviews');
  await page.getByRole('button', { name: t('source.create') }).click();
  await expect(page.getByRole('heading', { name: t('entries.newTitle') })).toBeVisible();
  await alive(page);

  // Nothing is saved without words; what is personal is pointed out before.
  await page.getByRole('button', { name: t('entries.save'), exact: true }).click();
  await expect(page.getByLabel(t('entries.said'))).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel(t('entries.who')).fill('P3');
  await page.getByLabel(t('entries.said')).fill('I waited for an hour. Write to petra@example.org');
  await expect(page.getByText(t('entries.personal.title'))).toBeVisible();
  await expect(page.getByText(t('entries.personal.masked'))).toBeVisible();
  await page.getByLabel(t('entries.channel')).fill('phone');
  await page.getByLabel(t('entries.satisfaction')).selectOption('2');
  await checkAccessibility(page, 'an entry that is being written');

  await page.reload();
  await expect(page.getByText(t('entries.restored'))).toBeVisible();
  await expect(page.getByLabel(t('entries.said'))).toHaveValue(/^I waited for an hour/);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: t('entries.addFiles') }).click();
  await (await chooser).setFiles({ name: 'sketch.png', mimeType: 'image/png', buffer: picture });
  await expect(page.getByText('sketch.png')).toBeVisible();

  // The next entry of the same conversation begins with what is the same.
  await page.getByRole('button', { name: t('entries.saveNext') }).click();
  await expect(page.getByText(t('entries.saved')).first()).toBeVisible();
  await expect(page.getByLabel(t('entries.said'))).toHaveValue('');
  await expect(page.getByLabel(t('entries.who'))).toHaveValue('P3');
  await page.getByLabel(t('entries.said')).fill('Then somebody very friendly answered');
  await page.getByRole('button', { name: t('entries.save'), exact: true }).click();
  const answers = page.getByRole('list', { name: t('answers.title') });
  await expect(answers.getByRole('listitem').filter({ hasText: 'I waited for an hour. Write to ▇▇▇' })).toBeVisible();
  await expect(answers.getByRole('img', { name: 'sketch.png' })).toBeVisible();
  await expect(answers.getByText('petra@')).toHaveCount(0);
  await checkAccessibility(page, 'entries among the answers');

  const second = answers.locator('> li').filter({ hasText: 'very friendly' });
  await second.getByRole('link', { name: t('entries.edit') }).click();
  await expect(page.getByRole('heading', { name: t('entries.editTitle') })).toBeVisible();
  await alive(page);
  await page.getByLabel(t('entries.said')).fill('Then somebody friendly answered');
  await page.getByRole('button', { name: t('entries.save'), exact: true }).click();
  const edited = answers.locator('> li').filter({ hasText: 'Then somebody friendly answered' });
  await expect(edited).toBeVisible();
  await edited.getByRole('button', { name: t('entries.delete') }).click();
  await page.getByRole('button', { name: t('entries.deleteConfirm') }).click();
  await expect(edited).toHaveCount(0);
  await expect(answers.locator('> li')).toHaveCount(1);
});

test('an observation is written down by keyboard, in German, and kept as it is by decision', async ({ person }) => {
  const { page, context } = await person({ locale: 'de', url: site.url, storageState: site.ownerState });
  await context.addCookies([{ name: 'wegmarke-locale', value: 'de', url: site.url }]);
  const t = wordsOf('de', 'evidencePages');
  const spaces = (await ask(context, site.url, 'GET', '/workspaces')) as { items: { id: string }[] };
  const workspaceId = spaces.items[0]?.id ?? '';
  const body = { kind: 'observations', name: 'In der Filiale' };
  const { id } = (await ask(context, site.url, 'POST', `/workspaces/${workspaceId}/sources`, body)) as { id: string };
  await page.goto(`/workspace/${workspaceId}/evidence/${id}`);
  await alive(page);
  await page.getByRole('link', { name: t('source.write') }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: t('entries.newTitle') })).toBeVisible();
  await alive(page);
  await page.getByLabel(t('entries.seen')).focus();
  await page.keyboard.type('Der Kunde sucht die Nummer 0221 470 1234 und gibt auf');
  const keep = page.getByLabel(t('entries.personal.keep'));
  await keep.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(t('entries.personal.stays'))).toBeVisible();
  await page.getByRole('button', { name: t('entries.save'), exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Der Kunde sucht die Nummer 0221 470 1234 und gibt auf')).toBeVisible();
  await checkAccessibility(page, 'an observation');
});
