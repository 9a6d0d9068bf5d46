import { checkAccessibility } from './support/axe';
import { inviteInto } from './support/evidence';
import { exportFile, readPdf, withoutSpace } from './support/files';
import { alive } from './support/setUp';
import { memberId, openNewMap, openSignOff } from './support/signOff';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const site = siteOfThisFile();

test('a version is put up, two people sign it, one after an objection, and it is a baseline', async ({ person }) => {
  const t = wordsOf('en', 'signOff');
  const olga = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const { editor, mapId, workspaceId } = await openNewMap(olga.page, site.url);
  const [viewer, commenter] = [await person({ locale: 'en', url: site.url }), await person({ locale: 'en', url: site.url })];
  for (const [role, { page }] of Object.entries({ viewer, commenter })) {
    await inviteInto(olga.context, page, { url: site.url, workspaceId, role });
  }

  // Put up: every department has to sign until that is switched off; then one of them, and somebody besides.
  const dialog = await openSignOff(olga.page, 'en');
  await expect(dialog.getByRole('heading', { name: t('none') })).toBeVisible();
  await expect(dialog.getByRole('rowheader', { name: 'Billing' })).toBeVisible();
  await checkAccessibility(olga.page, 'sign-off of a map that has none');
  await dialog.getByRole('button', { name: t('putUp') }).click();
  const form = olga.page.getByRole('dialog', { name: t('form.title') });
  await form.getByLabel(t('form.versionName')).fill('As it is');
  await form.getByLabel('Billing').selectOption('The viewer');
  await form.getByRole('checkbox', { name: 'The commenter' }).check();
  await form.getByRole('button', { name: t('form.confirm') }).click();
  await expect(form.getByText(t('form.departmentNeeded')).first()).toBeVisible();
  await checkAccessibility(olga.page, 'a form that is not complete');
  await form.getByRole('switch', { name: t('form.everyDepartment') }).click();
  await form.getByLabel(t('form.due')).fill('2027-01-31');
  await form.getByLabel(t('form.note')).fill('As discussed on 14 March');
  await form.getByRole('button', { name: t('form.confirm') }).click();
  await expect(form).toBeHidden();
  await expect(dialog.getByText(t('progress', { signed: 0, asked: 2 }))).toBeVisible();
  await expect(dialog.getByText(t('changes', { count: 0, number: 1 }))).toBeVisible();
  await checkAccessibility(olga.page, 'a version that is up for sign-off');
  await dialog.getByRole('button', { name: wordsOf('en', 'common')('close') }).click();
  await expect(olga.page.getByRole('button', { name: /Up for sign-off, 0 of 2 signed/ })).toBeVisible();

  // It stands in the inbox, which leads to the version.
  const { page: vera } = viewer;
  await vera.goto('/inbox');
  await expect(vera.getByText('As discussed on 14 March')).toBeVisible();
  await checkAccessibility(vera, 'the inbox with a signature that is wanted');
  await vera.getByRole('link', { name: /Sign version 1 of “Calling customer service/ }).click();
  const bar = vera.getByRole('region', { name: t('title') });
  await expect(bar).toContainText('Your signature is wanted on version 1, for Billing');
  await checkAccessibility(vera, 'a version that is to be signed');

  // She objects, and says why; whoever put it up sees it at once.
  await bar.getByRole('button', { name: t('object') }).click();
  const objecting = vera.getByRole('dialog', { name: t('objectTitle', { number: 1 }) });
  await objecting.getByRole('button', { name: t('objectConfirm') }).click();
  await expect(objecting.getByText(t('reasonNeeded'))).toBeVisible();
  await objecting.getByLabel(t('reason')).fill('The reminder is missing');
  await objecting.getByRole('button', { name: t('objectConfirm') }).click();
  await expect(objecting).toBeHidden();
  await expect(bar).toContainText(t('mine.objected', { number: 1 }));
  const seen = await openSignOff(olga.page, 'en');
  await expect(seen.getByText('The reminder is missing')).toBeVisible();
  await expect(seen.getByRole('row', { name: /Billing/ })).toContainText(t('decision.objected'));
  await seen.getByRole('button', { name: wordsOf('en', 'common')('close') }).click();
  await expect(seen).toBeHidden();

  // The other one comes by the live map, which says that their signature is wanted.
  const { page: cora } = commenter;
  await cora.goto(`/maps/${mapId}`);
  const line = cora.getByRole('region', { name: t('title') });
  await expect(line).toContainText(t('wanted', { number: 1 }));
  await line.getByRole('button', { name: t('look', { number: 1 }) }).click();
  await line.getByRole('button', { name: t('sign'), exact: true }).click();
  const signing = cora.getByRole('dialog', { name: t('signTitle', { number: 1 }) });
  await expect(signing).toContainText('until everybody has signed');
  await signing.getByRole('button', { name: t('sign') }).click();
  await expect(line).toContainText(t('mine.signed', { number: 1 }));
  // The button that was pressed is gone: the keyboard goes on beside it.
  await expect(line.getByRole('button', { name: t('change') })).toBeFocused();
  await cora.keyboard.press('Enter');
  await cora.getByRole('menuitem', { name: t('takeBack') }).click();
  await expect(line.getByRole('button', { name: t('sign'), exact: true })).toBeFocused();
  await cora.keyboard.press('Enter');
  await signing.getByRole('button', { name: t('sign') }).click();
  await expect(line).toContainText(t('mine.signed', { number: 1 }));

  // The map goes on: signatures concern the version.
  await editor.write(editor.step('Waits on hold'), 'Listens to music');
  await editor.saved();

  // She changes her mind; hers is the last one.
  await bar.getByRole('button', { name: t('change') }).click();
  await vera.getByRole('menuitem', { name: t('sign'), exact: true }).click();
  const last = vera.getByRole('dialog', { name: t('signTitle', { number: 1 }) });
  await expect(last).toContainText(t('signLast'));
  await last.getByRole('button', { name: t('sign') }).click();
  await expect(bar).toContainText(/Baseline since .*, signed by 2/);
  await expect(line).toContainText(/Baseline since .*, signed by 2/);

  // It is a baseline for everybody: over the map, in the history, in the list, in files.
  const badge = olga.page.getByRole('button', { name: /Baseline since .*, signed by 2/ });
  await badge.click();
  const done = olga.page.getByRole('dialog', { name: t('title') });
  await expect(done.getByText(t('changes', { count: 1, number: 1 }))).toBeVisible();
  await expect(done.getByRole('link', { name: t('compare') })).toHaveAttribute('href', `/maps/${mapId}?compare=1..live`);
  await checkAccessibility(olga.page, 'a baseline');
  await done.getByRole('link', { name: t('compare') }).click();
  await expect(done).toBeHidden();
  await expect(olga.page.getByRole('region', { name: /^Comparison: Version 1/ })).toBeVisible();
  expect(new URL(olga.page.url()).searchParams.get('compare')).toBe('1..live');
  await olga.page.goto(`/maps/${mapId}`);
  await editor.ready();
  await badge.click();
  await done.getByRole('button', { name: t('look', { number: 1 }) }).click();
  await editor.roomy();
  await expect(editor.step('Waits on hold')).toBeVisible();
  const pdf = await readPdf(await exportFile(olga.page, 'en', 'PDF'));
  expect(pdf.text).toContain(withoutSpace('signed by 2'));
  await olga.page.goto('/');
  await expect(olga.page.getByRole('listitem').filter({ hasText: 'Calling customer service' }).first()).toContainText(
    t('badge.signed'),
  );
});

test('signed with a phone, in German; withdrawn with a reason, and a newer version takes its place', async ({ person }) => {
  const t = wordsOf('de', 'signOff');
  const olga = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const { mapId, workspaceId } = await openNewMap(olga.page, site.url);
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'dark' } as const;
  const edda = await person({ locale: 'en', url: site.url, ...phone });
  await inviteInto(olga.context, edda.page, { url: site.url, workspaceId, role: 'editor' });
  await edda.context.addCookies([{ name: 'wegmarke-locale', value: 'de', url: site.url }]);

  // Put up by a program, as she is asked from elsewhere.
  const userId = await memberId(olga.context, site.url, workspaceId, 'The editor');
  const post = (rest: string, data: object) =>
    olga.context.request.post(`${site.url}/api/maps/${mapId}/sign-offs${rest}`, { headers: { Origin: site.url }, data });
  const first = await post('', { signers: [{ userId }], name: 'Erste' });
  expect(first.status()).toBe(201);
  const { id } = (await first.json()) as { id: string };

  const { page } = edda;
  await page.goto(`/maps/${mapId}?version=1`);
  const bar = page.getByRole('region', { name: t('title') });
  await expect(bar).toContainText(t('wanted', { number: 1 }));
  await checkAccessibility(page, 'a signature that is wanted, on a phone');
  await bar.getByRole('button', { name: t('object') }).tap();
  const objecting = page.getByRole('dialog', { name: t('objectTitle', { number: 1 }) });
  await objecting.getByLabel(t('reason')).fill('Die Mahnung fehlt');
  await objecting.getByRole('button', { name: t('objectConfirm') }).tap();
  await expect(bar).toContainText(t('mine.objected', { number: 1 }));

  // A newer version takes its place, and says what was objected to the older one.
  expect((await post('', { signers: [{ userId }], insteadOf: id })).status()).toBe(201);
  await page.goto(`/maps/${mapId}?version=2`);
  await expect(bar).toContainText(t('wanted', { number: 2 }));
  await bar.getByRole('button', { name: t('all') }).tap();
  const dialog = page.getByRole('dialog', { name: t('title') });
  await expect(dialog.getByText(`${t('earlierObjection', { number: 1 })}: The editor`)).toBeVisible();
  await expect(dialog.getByText('Die Mahnung fehlt').first()).toBeVisible();
  await expect(dialog.getByText(t('status.replaced'))).toBeVisible();
  await checkAccessibility(page, 'sign-offs on a phone');

  // An editor withdraws it, with a reason.
  await dialog.getByRole('button', { name: t('withdraw') }).tap();
  const withdrawing = page.getByRole('dialog', { name: t('withdrawTitle', { number: 2 }) });
  await withdrawing.getByLabel(t('withdrawReason')).fill('Zu früh');
  await withdrawing.getByRole('button', { name: t('withdrawConfirm') }).tap();
  await expect(withdrawing).toBeHidden();
  await expect(dialog.getByText(t('reasonSaid', { reason: 'Zu früh' }))).toBeVisible();
  await expect(dialog.getByRole('heading', { name: t('none') })).toBeVisible();
  await page.goto('/inbox');
  await alive(page);
  await expect(page.getByText(t('inbox.title'))).toHaveCount(0);
});
