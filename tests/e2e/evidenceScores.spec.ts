import { checkAccessibility } from './support/axe';
import { importInto, inviteInto, makeSource, openEvidence, survey } from './support/evidence';
import { alive } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const site = siteOfThisFile();
const t = wordsOf('en', 'evidencePages');
const question = 'How likely are you to recommend us? (0-10)';

test('scores are shown with interval, months and groups, and are reckoned as somebody chooses', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const source = await makeSource(context, site.url, 'After the call');
  await page.goto(source.path);
  await expect(page.getByText(t('source.noAnswers'))).toBeVisible();
  await checkAccessibility(page, 'source without answers');
  await importInto(context, site.url, source, survey());

  const nps = page.getByRole('region', { name: question, exact: true });
  await expect(nps.getByRole('paragraph').filter({ hasText: /^\+30$/ }), 'the page follows by itself').toBeVisible();
  await expect(nps).toContainText(t('scores.intervalIs', { lower: '+14', upper: '+44' }));
  await expect(nps.getByRole('row', { name: /^9 ?, promoter/ })).toContainText('50');
  await alive(page);
  await nps.getByText(t('scores.asTable')).click();
  const months = nps.getByRole('region', { name: t('scores.trendTable', { label: question }) }).getByRole('row');
  await expect(months).toHaveCount(4);
  await expect(months.last()).toContainText(t('scores.tooFew'));
  await page.getByLabel(t('scores.split')).selectOption({ label: t('dimensions.channel') });
  const groups = nps.getByRole('region', { name: t('scores.splitBy', { dimension: t('dimensions.channel') }) });
  await expect(groups.getByRole('row', { name: /^phone/ })).toBeVisible();
  await checkAccessibility(page, 'scores');

  await page.getByLabel(t('filter.by'), { exact: true }).selectOption({ label: t('filter.withValue', { dimension: 'Channel' }) });
  await page.getByLabel(t('dimensions.channel'), { exact: true }).selectOption('phone');
  await expect(page).toHaveURL(/value=phone/);
  await expect(nps).toContainText(t('scores.basedOn', { n: 50 }));
  await page.goto(source.path);

  const csat = page.getByRole('region', { name: 'How satisfied were you? (1-5)', exact: true });
  await expect(csat.getByRole('paragraph').filter({ hasText: /^50\s?%$/ })).toBeVisible();
  await alive(page);
  await csat.getByRole('button', { name: /^Correct/ }).click();
  const dialog = page.getByRole('dialog', { name: t('scores.correctTitle') });
  await dialog.getByLabel(t('scores.method')).selectOption('mean');
  await checkAccessibility(page, 'how a score is reckoned');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(csat.getByRole('paragraph').filter({ hasText: /^3\.5$/ })).toBeVisible();
});

test('answers are searched, narrowed and read page by page', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const source = await makeSource(context, site.url, 'Words');
  await importInto(context, site.url, source, survey());
  await page.goto(`${source.path}/answers`);
  await alive(page);
  const answers = page.getByRole('list', { name: t('answers.title'), exact: true }).locator(':scope > li');
  await expect(answers).toHaveCount(25);
  await page.getByRole('button', { name: t('answers.more') }).click();
  await expect(answers).toHaveCount(50);
  await checkAccessibility(page, 'answers');
  await page.getByLabel(t('answers.search')).fill('WAITED long');
  await page.keyboard.press('Enter');
  await expect(answers).toHaveCount(20);
  await expect(page.getByText(t('answers.shown', { count: 20, isAll: 'yes' }))).toBeVisible();
  expect(page.url(), 'what is searched for stands in no address').not.toContain('WAITED');
  await page.getByLabel(t('filter.by'), { exact: true }).selectOption({ label: t('filter.withValue', { dimension: 'Channel' }) });
  await page.getByLabel(t('dimensions.channel'), { exact: true }).selectOption('shop');
  await expect(answers).toHaveCount(10);
  await page.getByLabel(t('answers.search')).fill('nothing like that');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: t('answers.emptyTitle') })).toBeVisible();
  await checkAccessibility(page, 'no answers');
});

test('a viewer sees scores and no answers; somebody else’s import is seen while it runs', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const viewer = await person({ locale: 'en', url: site.url });
  const phone = await person({
    ...{ locale: 'en', url: site.url, storageState: site.ownerState },
    ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  });
  const source = await makeSource(context, site.url, 'Seen by others');
  await inviteInto(context, viewer.page, { url: site.url, workspaceId: source.workspaceId, role: 'viewer' });
  await openEvidence(viewer.page);
  await expect(viewer.page.getByRole('link', { name: 'Seen by others' })).toBeVisible();
  await expect(viewer.page.getByRole('button', { name: t('list.new') })).toHaveCount(0);
  await expect(viewer.page.getByRole('link', { name: t('list.privacy') })).toHaveCount(0);
  await openEvidence(phone.page);

  const rows = Array.from({ length: 6_000 }, (_, index) => `R${index},2026-01-02,${index % 11},"Words of customer ${index}"`);
  const large = Buffer.from(['Response ID,Date,How likely are you to recommend us? (0-10),Why?', ...rows, ''].join('\n'));
  await page.goto(`${source.path}/import`);
  await alive(page);
  await page.locator('input[type="file"]').setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer: large });
  await page.getByRole('button', { name: t('wizard.import'), exact: true }).click();
  const bar = (on: typeof page) => on.getByRole('progressbar', { name: t('files.progressOf', { name: 'large.csv' }) });
  await expect(bar(page)).toBeVisible();
  await expect(bar(phone.page), 'another member sees it').toBeVisible();
  await checkAccessibility(page, 'running import');
  // Leaving and coming back shows it again, and it can be ended.
  await page.goto(`${source.path}/files`);
  await expect(bar(page)).toBeVisible();
  await page.getByRole('link', { name: 'large.csv' }).click();
  await page.getByRole('button', { name: t('files.cancelImport') }).click();
  await expect(page.getByText(t('files.ends.cancelled'))).toBeVisible();
  await expect(bar(phone.page)).toHaveCount(0);
  await checkAccessibility(phone.page, 'sources on a phone');

  await importInto(context, site.url, source, survey());
  await viewer.page.getByRole('link', { name: 'Seen by others' }).click();
  await expect(viewer.page.getByRole('paragraph').filter({ hasText: /^\+30$/ })).toBeVisible();
  await expect(viewer.page.getByRole('link', { name: t('source.pages.answers') })).toHaveCount(0);
  await expect(viewer.page.getByRole('link', { name: t('source.import') })).toHaveCount(0);
  await expect(viewer.page.getByRole('button', { name: /^Correct/ })).toHaveCount(0);
  await checkAccessibility(viewer.page, 'scores as a viewer sees them');
  await phone.page.getByRole('link', { name: 'Seen by others' }).tap();
  await expect(phone.page.getByRole('paragraph').filter({ hasText: /^\+30$/ })).toBeVisible();
  await checkAccessibility(phone.page, 'scores on a phone');
  for (const path of ['/answers', '/files', '/import']) {
    const answer = await viewer.page.goto(`${source.path}${path}`);
    expect(answer?.status(), path).toBe(404);
  }
});
