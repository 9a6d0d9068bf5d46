import type { Page } from '@playwright/test';
import { client, OidcProvider } from '../builders/oidcProvider';
import { freePort, TestServer } from './support/server';
import { alive } from './support/setUp';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const name = 'Firm login';
const server = new TestServer();
let provider: OidcProvider;

test.beforeAll(async () => {
  server.port = await freePort();
  provider = await OidcProvider.start([`${server.url}/api/auth/callback/oidc`]);
  const person = (first: string) => ({ email: `${first.toLowerCase()}@example.org`, email_verified: true, name: `${first} Ott` });
  for (const first of ['Olga', 'Anna', 'Eve']) provider.accounts.set(first.toLowerCase(), person(first));
  await server.start({
    PASSWORD_SIGN_IN: 'false',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: name,
  });
});
test.afterAll(async () => {
  await server.dispose();
  await provider.stop();
});

const english = wordsOf('en', 'auth');
const companyButton = (page: Page, t = english) => page.getByRole('button', { name: t('company.continue', { name }) });

async function passProvider(page: Page, login: string): Promise<void> {
  await page.getByLabel('User').fill(login);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
}
const expectMaps = (page: Page, locale: 'de' | 'en' = 'en') =>
  expect(page.getByRole('heading', { level: 1, name: wordsOf(locale, 'workspace')('maps.title') })).toBeVisible();

test('without passwords: set up, sign out and in, invite, and be told why not', async ({ person }) => {
  const olga = await person({ locale: 'en', url: server.url });
  await olga.page.goto(server.setupPath);
  await alive(olga.page);
  await expect(olga.page.getByLabel(english('fields.password'), { exact: true })).toHaveCount(0);
  await companyButton(olga.page).click();
  await passProvider(olga.page, 'olga');
  await expectMaps(olga.page);

  await olga.page.goto('/account');
  const account = wordsOf('en', 'workspace');
  await expect(olga.page.getByRole('heading', { name: account('account.company', { name }) })).toBeVisible();
  await expect(olga.page.getByText(/^Linked since /)).toBeVisible();
  await expect(olga.page.getByRole('heading', { name: account('account.password'), exact: true })).toHaveCount(0);

  // The provider still knows who is there: one click is enough.
  await olga.context.clearCookies({ name: 'next-auth.session-token' });
  await olga.page.goto('/account');
  await expect(olga.page).toHaveURL(/\/sign-in\?next=%2Faccount$/);
  await alive(olga.page);
  await companyButton(olga.page).click();
  await expect(olga.page.getByText(account('account.email', { email: 'olga@example.org' }))).toBeVisible();

  await olga.page
    .getByRole('banner')
    .getByRole('button', { name: /^Account of/ })
    .click();
  await olga.page.getByRole('menuitem', { name: 'Members' }).click();
  await olga.page.getByLabel('E-mail address').fill('anna@example.org');
  await olga.page.getByRole('button', { name: 'Invite', exact: true }).click();
  const link = new URL(await olga.page.getByRole('dialog').getByRole('textbox', { name: 'Link' }).inputValue());

  const eve = await person({ locale: 'de', url: server.url });
  const german = wordsOf('de', 'auth');
  await eve.page.goto('/');
  await alive(eve.page);
  await companyButton(eve.page, german).click();
  await eve.page.getByRole('button', { name: 'Cancel' }).click();
  const errors = wordsOf('de', 'errors');
  await expect(eve.page.getByRole('main').getByRole('alert')).toHaveText(errors('identityCancelled', { provider: name }));
  await alive(eve.page);
  await companyButton(eve.page, german).click();
  await passProvider(eve.page, 'eve');
  await expect(eve.page.getByRole('main').getByRole('alert')).toHaveText(errors('identityUnknown', { provider: name }));

  const anna = await person({ locale: 'de', url: server.url });
  await anna.page.goto(link.pathname);
  await expect(anna.page.getByText(german('invitation.companyLead', { email: 'anna@example.org', name }))).toBeVisible();
  await alive(anna.page);
  await companyButton(anna.page, german).click();
  await passProvider(anna.page, 'anna');
  await expectMaps(anna.page, 'de');
});

test('a provider that is down is told of on the sign-in page', async ({ person }) => {
  const { page } = await person({ locale: 'en', url: server.url });
  await server.kill();
  await provider.stop();
  await server.start({
    PASSWORD_SIGN_IN: 'true',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: name,
  });
  await page.goto('/sign-in?next=/account');
  await alive(page);
  await companyButton(page).click();
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(
    wordsOf('en', 'errors')('identityUnreachable', { provider: name }),
  );
  await expect(page.getByLabel(english('fields.password'), { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/next=%2Faccount/);
});
