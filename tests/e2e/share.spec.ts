import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { createMap } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();

/** The page asks by itself every few seconds, and when the network is back: here it is told that it is. */
const askAgain = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('online')));

async function openTab(page: Page) {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Share/ });
  await dialog.getByRole('tab', { name: 'Look only' }).click();
  return dialog;
}

async function openLinks(page: Page) {
  const dialog = await openTab(page);
  await expect(dialog.getByRole('button', { name: 'Create link' })).toBeVisible();
  return dialog;
}

test('whoever has a link sees the map as it is, by its password, without being on it, until it is closed', async ({ person }) => {
  const { page: olgasPage } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  await createMap(olgasPage, 'en', /^Calling customer service/);
  const olga = new Editor(olgasPage, 'en');
  await olga.ready();
  const dialog = await openLinks(olgasPage);
  await checkAccessibility(olgasPage, 'a new link to look');
  await dialog.getByLabel('Password (optional)', { exact: true }).fill('abc');
  await dialog.getByRole('button', { name: 'Create link' }).click();
  await expect(dialog.getByText('Please take at least 4 characters.')).toBeVisible();
  await dialog.getByLabel('Password (optional)', { exact: true }).fill('open sesame');
  await dialog.getByLabel('Note (optional)').fill('For the board');
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const address = await dialog.getByLabel('Address of the link').inputValue();
  await expect(dialog.getByText('With a password')).toBeVisible();
  await expect(dialog.getByText('For the board')).toBeVisible();
  await checkAccessibility(olgasPage, 'a link to look');
  await olgasPage.keyboard.press('Escape');

  const path = new URL(address).pathname;
  const { page } = await person({ locale: 'de', url: site.url });
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  const response = await page.goto(path);
  expect(response?.headers()).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' });
  expect(response?.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  await expect(page.getByRole('heading', { level: 1, name: 'Diese Karte hat ein Passwort' })).toBeVisible();
  expect(await page.title(), 'nothing is told before').toMatch(/^Eine Karte/);
  await checkAccessibility(page, 'the password of a link');
  await page.getByLabel('Passwort', { exact: true }).fill('sesame');
  await page.getByRole('button', { name: 'Karte zeigen' }).click();
  await expect(page.getByText('Das ist nicht das Passwort dieses Links.')).toBeVisible();
  await page.getByLabel('Passwort', { exact: true }).fill('open sesame');
  await page.keyboard.press('Enter');

  const title = page.getByRole('heading', { level: 1, name: 'Calling customer service' });
  await expect(title).toBeVisible();
  const zoom = page.getByRole('button', { name: /mit 100 % zeigen$/ });
  const region = page.getByRole('region', { name: /^Die Karte\. Pfeiltasten/ });
  await checkAccessibility(page, 'a map by link');
  await region.focus();
  await page.keyboard.press('1');
  const whole = await zoom.innerText();
  await page.keyboard.press('0');
  await expect(zoom).toHaveText(/^100\s%$/);
  await page.keyboard.press('-');
  await expect(zoom).toHaveText(/^75\s%$/);
  await page.getByRole('button', { name: 'Ganze Karte zeigen' }).click();
  await expect(zoom).toHaveText(whole);
  await page.reload();
  await expect(title, 'the password is not asked for again in this tab').toBeVisible();

  await page.getByRole('radio', { name: 'Text' }).click();
  const text = page.getByRole('region', { name: 'Die Reise als Text' });
  await expect(text.getByRole('heading', { level: 3, name: /Waits on hold/ })).toBeVisible();
  await checkAccessibility(page, 'a map by link, as text');

  // What is written shows; what is hidden goes.
  await olga.roomy();
  await expect(text).toContainText('Five more minutes');
  await olga.write(olga.card('“Five more minutes'), '“Nobody is ever there”');
  await olga.saved();
  await expect
    .poll(async () => {
      await askAgain(page);
      return text.innerText();
    })
    .toContain('“Nobody is ever there”');

  const links = await openTab(olgasPage);
  await links.getByRole('button', { name: 'Close link' }).click();
  await olgasPage.getByRole('alertdialog', { name: 'Close this link?' }).getByRole('button', { name: 'Close link' }).click();
  await expect(links.getByLabel('Address of the link')).toHaveCount(0);
  await askAgain(page);
  await expect(page.getByText('Dieser Link wurde geschlossen und zeigt keine Karte mehr.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Hier ist keine Karte' })).toBeVisible();
  await checkAccessibility(page, 'a link that is closed');
  expect(sockets, 'nobody who only looks is connected').toEqual([]);
});

test('a map that was in the bin is shown again by its link', async ({ person }) => {
  const { page: olgasPage, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(olgasPage, 'en', /^Calling customer service/);
  await olgasPage.goto('about:blank');
  const headers = { origin: site.url };
  const made = await context.request.post(`/api/maps/${mapId}/view-links`, { data: {}, headers });
  const { page } = await person({ locale: 'en', url: site.url });
  await page.goto(new URL(((await made.json()) as { url: string }).url).pathname);
  const title = page.getByRole('heading', { level: 1, name: 'Calling customer service' });
  await expect(title).toBeVisible();
  expect((await context.request.delete(`/api/maps/${mapId}`, { headers })).ok()).toBe(true);
  await askAgain(page);
  await expect(page.getByRole('heading', { level: 1, name: 'No map here' })).toBeVisible();
  expect((await context.request.post(`/api/maps/${mapId}/restore`, { headers })).ok()).toBe(true);
  await askAgain(page);
  await expect(title).toBeVisible();
});

/** A website of somebody else with these addresses in frames. */
async function openWebsite(addresses: () => string[]) {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<!doctype html><title>Intranet</title>${addresses()
        .map((address) => `<iframe src="${address}"></iframe>`)
        .join('')}`,
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

test('a map is embedded by the sites that may, and by no other page', async ({ person }) => {
  const frames: string[] = [];
  const [intranet, other] = [await openWebsite(() => frames), await openWebsite(() => frames)];
  const { page: olgasPage } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  await createMap(olgasPage, 'en', /^Calling customer service/);
  await new Editor(olgasPage, 'en').ready();
  const dialog = await openLinks(olgasPage);
  await dialog.getByRole('switch', { name: /^Other websites may show it/ }).click();
  await dialog.getByLabel('Only these sites (optional)').fill('no site at all://');
  await dialog.getByRole('button', { name: 'Create link' }).click();
  await expect(dialog.getByText('Please write each site as https://name')).toBeVisible();
  await dialog.getByLabel('Only these sites (optional)').fill(intranet.url);
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const code = await dialog.getByLabel('Embed code').inputValue();
  const path = new URL(/src="([^"]+)"/.exec(code)?.[1] ?? '').pathname;
  expect(path).toMatch(/^\/embed\//);
  frames.push(`${site.url}${path}`, `${site.url}${path.replace('/embed/', '/view/')}`);

  const { page } = await person({ locale: 'en', url: site.url });
  await page.goto(intranet.url);
  const heading = { level: 1, name: 'Calling customer service' } as const;
  await expect(page.frameLocator('iframe').first().getByRole('heading', heading)).toBeVisible();
  await expect(page.frameLocator('iframe').last().getByRole('heading', heading)).toHaveCount(0);
  await page.goto(other.url);
  await expect
    .poll(() =>
      page
        .frames()
        .slice(1)
        .map((frame) => frame.url()),
    )
    .toEqual(Array(2).fill(expect.stringMatching(/^chrome-error:/)));
  intranet.close();
  other.close();
});
