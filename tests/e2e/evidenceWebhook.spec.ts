import { toDelivery } from '../builders/delivery';
import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { ask, importInto, makeSource } from './support/evidence';
import { createMap } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const site = siteOfThisFile();

const question = 'How satisfied were you? (1-5)';

/** A survey's answers as a file, all of them dissatisfied. */
const survey = (): Buffer =>
  Buffer.from(
    [
      `Response ID,Date,Channel,${question},Why?`,
      ...Array.from(
        { length: 40 },
        (_, at) => `R${at},2026-10-${String(1 + (at % 28)).padStart(2, '0')},phone,1,Waited too long ${at}`,
      ),
      '',
    ].join('\n'),
  );

/** So many satisfied answers, as a tool pushes them. */
const satisfied = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ 'Response ID': `S${at}`, Date: '2026-11-20T09:00:00Z', Channel: 'phone', [question]: 5, 'Why?': `Fast answer ${at}` },
  }));

test('a survey tool pushes answers, signed, and the figure on an open map moves', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const t = wordsOf('en', 'evidencePages');
  const source = await makeSource(context, site.url, 'Pushed answers');
  await importInto(context, site.url, source, survey());
  await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.ready();
  const evidence = wordsOf('en', 'evidence');
  await page.getByRole('button', { name: evidence('title') }).click();
  const panel = page.getByRole('complementary', { name: evidence('title') });
  await editor.step('Waits on hold').click();
  await panel.getByLabel(evidence('source')).selectOption({ label: 'Pushed answers' });
  await panel.getByRole('button', { name: evidence('linkAll') }).click();
  await editor.fit();
  const said = page.getByRole('group', { name: /^What customers say about step \d+: Waits on hold/ });
  await expect(said.getByRole('figure', { name: /^CSAT 1–5: 0% satisfied; n = 40;/ })).toBeVisible();

  // The webhook is made on the source's page; its secret shows this once.
  const settings = await context.newPage();
  await settings.goto(source.path);
  await settings.getByRole('link', { name: t('source.pages.webhook') }).click();
  await settings.getByRole('button', { name: t('webhook.make') }).click();
  const field = settings.getByLabel(t('webhook.secret'));
  await expect(field).toBeFocused();
  const secret = await field.inputValue();
  const url = await settings.getByLabel(t('webhook.address')).inputValue();
  await checkAccessibility(settings, 'a webhook');
  await settings.getByRole('button', { name: t('webhook.secretDone') }).click();
  await settings.reload();
  await expect(settings.getByLabel(t('webhook.address'))).toHaveValue(url);
  await expect(settings.getByLabel(t('webhook.secret'))).toHaveCount(0);

  // A tool has no session, only the secret.
  const tool = await person({ locale: 'en', url: site.url });
  const send = async (body: unknown, by = secret) => {
    const { headers, text } = toDelivery({ secret: by, body });
    return tool.context.request.post(`${site.url}${new URL(url).pathname}`, { headers, data: text });
  };
  const pushed = await send(satisfied(60));
  expect(await pushed.json()).toMatchObject({ added: 60, rejected: [] });
  await expect(said.getByRole('figure', { name: /^CSAT 1–5: 60% satisfied; n = 100;/ })).toBeVisible();
  const deliveries = settings.getByRole('list', { name: t('webhook.deliveries.title') });
  await expect(deliveries.getByRole('listitem')).toHaveCount(1);
  await expect(deliveries.getByText('60 answers')).toBeVisible();

  // What went wrong shows by itself, to the sender and on the page.
  expect((await send(satisfied(1), `whsec_${Buffer.alloc(32).toString('base64')}`)).status()).toBe(401);
  expect((await send({ rating: 5 })).status()).toBe(400);
  await expect(deliveries.getByText(t('webhook.deliveries.outcomes.signatureWrong'))).toBeVisible();
  await expect(deliveries.getByText(t('webhook.deliveries.outcomes.noPlan'))).toBeVisible();
  await checkAccessibility(settings, 'what came to a webhook');

  // Renewed, the secret before counts for a while; revoked, nothing does.
  await settings.getByRole('button', { name: t('webhook.renew') }).click();
  await settings.getByRole('button', { name: t('webhook.renewConfirm'), exact: true }).click();
  await expect(field).not.toHaveValue(secret);
  expect((await send(satisfied(1))).status()).toBe(200);
  await settings.getByRole('button', { name: t('webhook.revoke') }).click();
  await settings.getByRole('button', { name: t('webhook.revokeConfirm'), exact: true }).click();
  await expect(settings.getByRole('button', { name: t('webhook.make') })).toBeVisible();
  expect((await send(satisfied(1))).status()).toBe(404);
});

test('an example teaches a source what is pushed, in German and on a phone', async ({ person }) => {
  const { page, context } = await person({
    ...{ locale: 'de', url: site.url, storageState: site.ownerState, viewport: { width: 390, height: 844 } },
  });
  await context.addCookies([{ name: 'wegmarke-locale', value: 'de', url: site.url }]);
  const t = wordsOf('de', 'evidencePages');
  const source = await makeSource(context, site.url, 'Nach dem Chat');
  await page.goto(`${source.path}/webhook`);
  await expect(page.getByText(t('webhook.columns.none'))).toBeVisible();
  await page.getByLabel(t('webhook.columns.example')).fill('{"answer": ');
  await page.getByRole('button', { name: t('webhook.columns.look') }).click();
  await expect(page.getByLabel(t('webhook.columns.example'))).toHaveAttribute('aria-invalid', 'true');
  const example = { response: { id: 'a1' }, 'Wie zufrieden waren Sie? (1-5)': 4, Kommentar: 'Der Chat war schnell' };
  await page.getByLabel(t('webhook.columns.example')).fill(JSON.stringify(example));
  await checkAccessibility(page, 'an example of a delivery');
  await page.getByRole('button', { name: t('webhook.columns.look') }).click();
  await expect(page.getByRole('heading', { name: t('webhook.columns.fileName') })).toBeVisible();
  await expect(page.getByText('Wie zufrieden waren Sie? (1-5)').first()).toBeVisible();
  const files = (await ask(context, site.url, 'GET', `/sources/${source.id}/imports`)) as { items: { state: string }[] };
  expect(files.items).toMatchObject([{ state: 'staged' }]);
});
