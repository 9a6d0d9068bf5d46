import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { ask, importInto, makeSource, survey } from './support/evidence';
import { messageOf } from './support/message';
import { alive, createMap } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const site = siteOfThisFile();

test('an owner says from how many answers on there are scores, and open maps and pages show it at once', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const [t, settings] = [wordsOf('en', 'evidence'), wordsOf('en', 'lifecycle')];
  const source = await makeSource(context, site.url, 'Once a year');
  await importInto(context, site.url, source, survey());
  await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.ready();
  const step = 'Waits on hold';
  await page.getByRole('button', { name: t('title') }).click();
  const panel = page.getByRole('complementary', { name: t('title') });
  await editor.step(step).click();
  await panel.getByLabel(t('source'), { exact: true }).selectOption({ label: 'Once a year' });
  await panel.getByRole('button', { name: t('linkAll') }).click();
  await editor.fit();
  const said = page.getByRole('group', { name: new RegExp(`^What customers say about step \\d+: ${step}`) });
  await expect(said.getByRole('figure', { name: /^NPS: \+30; n = 100; 95%: \+14 … \+44$/ })).toBeVisible();

  const desk = await context.newPage();
  await desk.goto(`/workspace/${source.workspaceId}/settings`);
  await alive(desk);
  const [score, firm] = [desk.getByLabel(settings('settings.limitScore')), desk.getByLabel(settings('settings.limitFirm'))];
  const form = desk.locator('form').filter({ has: score });
  const save = form.getByRole('button', { name: 'Save' });
  await expect(score).toHaveValue('10');
  await score.fill('200');
  await save.click();
  await expect(form.getByRole('alert')).toHaveText(settings('settings.limitOrder'));
  await score.fill('ten');
  await save.click();
  await expect(form.getByRole('alert')).toHaveText(settings('settings.limitWrong', { most: 100_000 }));
  await checkAccessibility(desk, 'limits of scores');
  await score.fill('50');
  await firm.fill('150');
  await save.click();
  await expect(messageOf(desk, settings('settings.limitsSaved', { score: 50, firm: 150 }))).toBeVisible();
  await expect(said.getByRole('figure', { name: /^NPS: \+30; n = 100; 95%: \+14 … \+44; tentative$/ })).toBeVisible();
  await score.fill('101');
  await save.click();
  await expect(said.getByRole('figure', { name: /^NPS: too few to score; n = 100$/ })).toBeVisible();

  // The pages of the source go by the same limits, and the audit log tells who changed them.
  await desk.goto(source.path);
  await expect(desk.getByText(wordsOf('en', 'evidencePages')('figure.tooFew', { n: 100 })).first()).toBeVisible();
  await desk.goto(`/workspace/${source.workspaceId}/audit`);
  await expect(
    desk.getByText(
      'Olga Ott changed from how many answers on there are scores: 50 and 150 before, 101 and 150 now (tentative, firm).',
    ),
  ).toBeVisible();
  await ask(context, site.url, 'PATCH', `/workspaces/${source.workspaceId}/evidence/limits`, { score: 10, firm: 30 });
  await expect(said.getByRole('figure', { name: /^NPS: \+30; n = 100; 95%: \+14 … \+44$/ })).toBeVisible();
});
