import { type BrowserContext, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import type { Locale } from '@/lib/i18n/locale';
import { wordsOf } from './words';

export type Account = { name: string; email: string; password: string };

/** Who owns the installation in tests that are not about setting it up. */
export const owner: Account = { name: 'Olga Ott', email: 'olga@example.org', password: 'a long sentence is easy to remember' };

/**
 * Waits until a page that came from the server answers: its program has taken over every button and form. A person who was faster
 * would press again; a test would wait for ever.
 */
export async function alive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('button, form')].every((element) =>
      Object.keys(element).some((key) => key.startsWith('__react')),
    ),
  );
}

/** Fills in the first-run page that is open and goes on to the list of maps. */
export async function fillSetup(page: Page, locale: Locale, account: Account): Promise<void> {
  const t = wordsOf(locale, 'auth');
  await alive(page);
  await page.getByLabel(t('fields.name')).fill(account.name);
  await page.getByLabel(t('fields.email')).fill(account.email);
  await page.getByLabel(t('fields.password'), { exact: true }).fill(account.password);
  await page.getByRole('button', { name: t('setup.submit') }).click();
  await expect(page.getByRole('heading', { level: 1, name: wordsOf(locale, 'workspace')('maps.title') })).toBeVisible();
  await alive(page);
}

/** Signs in on the sign-in page that is open. */
export async function fillSignIn(page: Page, locale: Locale, { email, password }: Account): Promise<void> {
  const t = wordsOf(locale, 'auth');
  await expect(page.getByRole('button', { name: t('signIn.submit') })).toBeVisible();
  await alive(page);
  await page.getByLabel(t('fields.email')).fill(email);
  await page.getByLabel(t('fields.password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: t('signIn.submit') }).click();
}

/** Makes a map in the dialog “New map”, from what is chosen there by its title, and waits for the editor. */
export async function createMap(page: Page, locale: Locale, source: RegExp): Promise<string> {
  const t = wordsOf(locale, 'workspace');
  await page.goto('/');
  await page
    .getByRole('button', { name: t('maps.new') })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: t('newMap.title') });
  await dialog.getByRole('radio', { name: source }).click();
  await dialog.getByRole('button', { name: t('newMap.create') }).click();
  return mapIdOf(page);
}

/** The id of the map that the page goes to. */
export async function mapIdOf(page: Page): Promise<string> {
  await page.waitForURL(/\/maps\/[^/]+$/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** What somebody who may share a map gets as its link: made by the same request as the dialog's. Returns the path. */
export async function createJoinLink(
  context: BrowserContext,
  url: string,
  mapId: string,
  role: 'editor' | 'commenter' | 'viewer' = 'editor',
): Promise<{ id: string; path: string }> {
  const response = await context.request.post(`/api/maps/${mapId}/join-links`, {
    data: { role, label: '', expiresInHours: 24 },
    headers: { origin: url },
  });
  expect(response.ok(), await response.text()).toBe(true);
  const link = z.object({ id: z.string(), url: z.string() }).parse(await response.json());
  return { id: link.id, path: new URL(link.url).pathname };
}

/** Takes part as a guest: on the page that a join link opens, or with `path` null on the one that is open. */
export async function joinAsGuest(page: Page, locale: Locale, path: string | null, name: string): Promise<void> {
  const t = wordsOf(locale, 'auth');
  if (path !== null) await page.goto(path);
  await alive(page);
  await page.getByLabel(t('fields.name')).fill(name);
  await page.getByRole('button', { name: t('join.submit') }).click();
  await mapIdOf(page);
}
