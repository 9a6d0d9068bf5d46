import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { alive } from './setUp';

/** A file of answers that the repository has. */
export const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/evidence/${name}`, import.meta.url));

/** A real export from beside the repository, or null where it is absent. */
export function sample(path: string): string | null {
  const file = fileURLToPath(new URL(`../../../../shared/samples/${path}`, import.meta.url));
  return existsSync(file) ? file : null;
}

/** Opens the workspace's evidence by the menu in the header. */
export async function openEvidence(page: Page): Promise<void> {
  await page.goto('/');
  await alive(page);
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^(Workspace|Arbeitsbereich): / })
    .click();
  await page.getByRole('menuitem', { name: /^(Evidence|Belege)$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^(Evidence|Belege)$/ })).toBeVisible();
  await alive(page);
}

const named = z.object({ id: z.string() });
const listed = z.object({ items: z.array(named) });
const stated = z.object({ state: z.string() });

/** Asks the API as somebody's browser does. */
export async function ask(context: BrowserContext, url: string, method: string, path: string, data?: unknown): Promise<unknown> {
  const isFile = Buffer.isBuffer(data);
  const response = await context.request.fetch(`${url}/api/v1${path}`, {
    method,
    headers: { origin: url, ...(isFile ? { 'Content-Type': 'application/octet-stream' } : {}) },
    ...(data === undefined ? {} : { data }),
  });
  expect(response.ok(), `${method} ${path}: ${await response.text()}`).toBe(true);
  return response.json();
}

export type MadeSource = { workspaceId: string; id: string; path: string };

/** Makes a source in the only workspace, without the pages. */
export async function makeSource(
  context: BrowserContext,
  url: string,
  name: string,
  kind: 'survey' | 'tickets' = 'survey',
): Promise<MadeSource> {
  const workspaceId = listed.parse(await ask(context, url, 'GET', '/workspaces')).items[0]?.id ?? '';
  const body = kind === 'survey' ? { kind, basis: 'transactional', name } : { kind, name };
  const { id } = named.parse(await ask(context, url, 'POST', `/workspaces/${workspaceId}/sources`, body));
  return { workspaceId, id, path: `/workspace/${workspaceId}/evidence/${id}` };
}

/** Brings a file into a source, without the pages, and waits until it counts. */
export async function importInto(context: BrowserContext, url: string, source: MadeSource, file: Buffer | string): Promise<void> {
  const bytes = typeof file === 'string' ? readFileSync(file) : file;
  const { id } = named.parse(await ask(context, url, 'POST', `/sources/${source.id}/imports?name=answers.csv`, bytes));
  await ask(context, url, 'POST', `/imports/${id}/start`, {});
  await expect
    .poll(async () => stated.parse(await ask(context, url, 'GET', `/imports/${id}`)).state, { timeout: 60_000 })
    .toBe('finished');
}

/** 50 promoters, 30 passives and 20 detractors: an NPS of 30, interval 14.05 … 44.20. In March there are 6 answers only. */
export function survey(): Buffer {
  const scores = [...Array<number>(50).fill(9), ...Array<number>(30).fill(7), ...Array<number>(20).fill(3)];
  const lines = scores.map((score, index) => {
    const month = index % 16 === 15 ? 3 : 1 + (index % 2);
    const day = `2026-0${month}-${String(1 + (index % 28)).padStart(2, '0')}`;
    const words = score === 3 ? `Waited far too long, reason ${index}` : `Quick and friendly ${index}`;
    return `R${index},C${index % 10},${day}T10:00:00Z,${index % 2 ? 'phone' : 'shop'},${score},${score > 7 ? 5 : 2},"${words}"`;
  });
  const head =
    'Response ID,Customer number,Date,Channel,How likely are you to recommend us? (0-10),How satisfied were you? (1-5),Why?';
  return Buffer.from([head, ...lines, ''].join('\n'));
}

/** Makes an account for somebody by an invitation, and signs in with it on a page. */
export async function inviteInto(
  inviter: BrowserContext,
  invited: Page,
  { url, workspaceId, role }: { url: string; workspaceId: string; role: string },
): Promise<void> {
  const data = { email: `${role}@example.org`, role };
  const made = await inviter.request.post(`/api/workspaces/${workspaceId}/invitations`, { data, headers: { origin: url } });
  expect(made.ok(), await made.text()).toBe(true);
  const invitation = z.object({ url: z.string() }).parse(await made.json());
  await invited.goto(new URL(invitation.url).pathname);
  await alive(invited);
  await invited.getByLabel('Your name').fill(`The ${role}`);
  await invited.getByLabel('Password', { exact: true }).fill('another long sentence to keep');
  await invited.getByRole('button', { name: 'Create account' }).click();
  await expect(invited.getByRole('heading', { level: 1, name: 'Maps' })).toBeVisible();
}
