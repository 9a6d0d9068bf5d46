import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { translatorOf } from '@/lib/i18n/translator';
import { Installation } from '../builders/installation';
import type { TestServer } from '../e2e/support/server';
import { takeEvidence } from './evidenceScenes';
import { takeFuture } from './futureScenes';
import { folder, type Photographer, phone } from './photographer';
import { takeViewLink, takeViews } from './readingScenes';
import { words } from './words';
import { bringGuests, openMap, stepOf } from './workshop';
import { takeWorkshop } from './workshopScenes';

/** All pictures in one language, in the order in which somebody meets the product. */
export async function takePictures(photographer: Photographer, server: TestServer): Promise<void> {
  const { locale } = photographer;
  const { owner: name, workspace: workspaceName, journeys, linkLabel } = words[locale];
  const owner = await photographer.open();
  const installation = await Installation.setUp(server, owner, { name, workspaceName, locale });
  await takeEmptyList(photographer, owner);
  for (const text of journeys) await installation.createMap(owner, { type: 'mermaid', text, locale });
  const mapId = await installation.createMap(owner, { type: 'template', id: 'customerServiceCall', locale });
  const token = await installation.createJoinLink(owner, mapId, linkLabel);
  await takeJoinPage(photographer, token);
  await bringGuests(photographer, installation, mapId, token);
  await takeList(photographer, owner);
  await takeEditor(photographer, await openMap(owner, installation, mapId));
  await takeExports(photographer, owner, mapId);
  await takeViews(photographer, owner, { installation, mapId });
  await takeViewLink(photographer, owner, { installation, mapId });
  await takeEvidence(photographer, owner, installation);
  await takeFuture(photographer, owner, installation);
  await takeWorkshop(photographer, owner, { installation, mapId, token });
  await owner.close();
}

async function takeEmptyList(photographer: Photographer, owner: BrowserContext): Promise<void> {
  const t = translatorOf(photographer.locale, 'workspace');
  const page = await owner.newPage();
  await page.goto(photographer.url);
  await expect(page.getByText(t('maps.emptyTitle'))).toBeVisible();
  await photographer.take(page, 'list-empty');
  await page.close();
}

async function takeList(photographer: Photographer, owner: BrowserContext): Promise<void> {
  const t = translatorOf(photographer.locale, 'workspace');
  const page = await owner.newPage();
  await page.goto(photographer.url);
  await expect(page.getByRole('listitem')).toHaveCount(words[photographer.locale].journeys.length + 1);
  await photographer.take(page, 'list');
  await page.getByRole('button', { name: t('maps.new') }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await photographer.take(page, 'new-map');
  await page.close();
}

async function takeJoinPage(photographer: Photographer, token: string): Promise<void> {
  const { guests } = words[photographer.locale];
  const context = await photographer.open({ viewport: phone, hasTouch: true });
  const page = await context.newPage();
  await page.goto(`${photographer.url}/join/${token}`);
  await page.getByRole('textbox').fill(guests[0].name);
  await photographer.take(page, 'join-phone');
  await context.close();
}

async function takeEditor(photographer: Photographer, page: Page): Promise<void> {
  const t = translatorOf(photographer.locale, 'editor');
  const share = translatorOf(photographer.locale, 'workspace');
  const { guests, openStep } = words[photographer.locale];
  for (const guest of guests) await expect(page.locator(`[data-remote-cursor="${guest.name}"]`)).toBeVisible();
  await expect(page.locator(`[data-people="${guests.length + 1}"]`)).toBeVisible();
  await photographer.take(page, 'editor');

  await stepOf(page, openStep).click();
  await expect(page.getByRole('textbox', { name: t('inspector.notes') })).toBeVisible();
  await photographer.take(page, 'editor-inspector');
  await page.getByRole('button', { name: t('topbar.hidePanel') }).click();
  await page.getByRole('button', { name: t('canvas.fit') }).click();
  await page.waitForFunction(() => document.getAnimations().length === 0);
  await photographer.take(page, 'editor-whole');

  await page.getByRole('button', { name: t('topbar.share'), exact: true }).click();
  await expect(page.getByRole('img', { name: share('share.qrLabel') }).locator('path')).toBeVisible();
  await photographer.take(page, 'share');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: t('topbar.export'), exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await photographer.take(page, 'export');
  await page.close();
}

/** The exported picture itself: what the PDF shows, too, as both are drawn from one layout. */
async function takeExports(photographer: Photographer, owner: BrowserContext, mapId: string): Promise<void> {
  const { locale, url } = photographer;
  const query = new URLSearchParams({ format: 'png', scale: '1', locale, theme: 'light' });
  const response = await owner.request.get(`${url}/api/maps/${mapId}/export?${query}`);
  if (!response.ok()) throw new Error(`The export answered ${response.status()}: ${await response.text()}`);
  writeFileSync(join(folder, `exported-${locale}-light.png`), await response.body());
}
