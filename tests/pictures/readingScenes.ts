import { type BrowserContext, expect } from '@playwright/test';
import { translatorOf } from '@/lib/i18n/translator';
import type { Installation } from '../builders/installation';
import { type Photographer, screen } from './photographer';
import { words } from './words';
import { openMap } from './workshop';

type Setting = { installation: Installation; mapId: string };

/** The map as a table, comments beside it, its history and its presentation. */
export async function takeViews(photographer: Photographer, owner: BrowserContext, setting: Setting): Promise<void> {
  const { locale } = photographer;
  const [table, comments, history, present] = [
    translatorOf(locale, 'tableView'),
    translatorOf(locale, 'comments'),
    translatorOf(locale, 'history'),
    translatorOf(locale, 'present'),
  ];
  const page = await openMap(owner, setting.installation, setting.mapId);
  const banner = page.getByRole('banner');
  await banner.getByRole('button', { name: comments('panel.button') }).click();
  const panel = page.getByRole('complementary', { name: comments('panel.title') });
  for (const text of words[locale].comments) {
    await panel
      .getByRole('textbox', { name: comments('composer.label') })
      .first()
      .fill(text);
    await panel.getByRole('button', { name: comments('composer.send'), exact: true }).click();
    await expect(panel.getByRole('article').filter({ hasText: text })).toBeVisible();
  }
  await photographer.take(page, 'comments');
  await panel.getByRole('button', { name: comments('panel.close') }).click();

  await banner.getByRole('button', { name: table('showTable') }).click();
  await expect(page.getByRole('grid', { name: table('label') })).toBeVisible();
  await photographer.take(page, 'table');
  await banner.getByRole('button', { name: table('showMap') }).click();

  await banner.getByRole('button', { name: translatorOf(locale, 'editor')('topbar.more') }).click();
  await page.getByRole('menuitem', { name: history('open') }).click();
  await expect(
    page
      .getByRole('dialog', { name: history('title') })
      .getByRole('listitem')
      .first(),
  ).toBeVisible();
  await photographer.take(page, 'history');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Alt+Enter');
  const presentation = page.getByRole('dialog');
  const said = presentation.getByRole('status');
  const isMoment = present('momentEyebrow');
  await expect(said).not.toBeEmpty();
  await page.keyboard.press('ArrowRight');
  await photographer.take(page, 'present-stage');
  for (let slide = 0; slide < 20 && !(await said.innerText()).includes(isMoment); slide++)
    await page.keyboard.press('ArrowRight');
  await photographer.take(page, 'present-moment');
  await page.close();
}

/** The page that a link to look opens, as somebody without an account sees it. */
export async function takeViewLink(
  photographer: Photographer,
  owner: BrowserContext,
  { installation, mapId }: Setting,
): Promise<void> {
  const token = await installation.createViewLink(owner, mapId);
  const context = await photographer.open({ viewport: screen });
  const page = await context.newPage();
  await page.goto(`${photographer.url}/view/${token}`);
  await expect(page.getByRole('radio', { name: translatorOf(photographer.locale, 'view')('text') })).toBeVisible();
  await photographer.take(page, 'view-link');
  await context.close();
}
