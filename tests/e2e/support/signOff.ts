import { type BrowserContext, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import type { Locale } from '@/lib/i18n/locale';
import { Editor } from './editor';
import { ask } from './evidence';
import { createMap } from './setUp';
import { wordsOf } from './words';

const listSchema = z.object({ items: z.array(z.object({ id: z.string() })) });
const membersSchema = z.object({ members: z.array(z.object({ userId: z.string(), name: z.string() })) });

/** The window about baseline and sign-off, from the menu. */
export async function openSignOff(page: Page, locale: Locale) {
  await page.getByRole('button', { name: wordsOf(locale, 'editor')('topbar.more') }).click();
  await page.getByRole('menuitem', { name: wordsOf(locale, 'signOff')('open') }).click();
  return page.getByRole('dialog', { name: wordsOf(locale, 'signOff')('title') });
}

/** A new map that is open, and the workspace that it is in. */
export async function openNewMap(page: Page, url: string) {
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.ready();
  await editor.roomy();
  const { items } = listSchema.parse(await ask(page.context(), url, 'GET', '/workspaces'));
  return { editor, mapId, workspaceId: items[0]?.id ?? '' };
}

/** The id of the member with this name. */
export async function memberId(context: BrowserContext, url: string, workspaceId: string, name: string): Promise<string> {
  const response = await context.request.get(`${url}/api/workspaces/${workspaceId}/members`);
  const { members } = membersSchema.parse(await response.json());
  const found = members.find((member) => member.name === name);
  expect(found, `a member called ${name}`).toBeDefined();
  return found?.userId ?? '';
}
