import { type BrowserContext, expect, type Page } from '@playwright/test';
import { translatorOf } from '@/lib/i18n/translator';
import type { Installation } from '../builders/installation';
import { type Photographer, phone } from './photographer';
import { words } from './words';
import { openMap } from './workshop';

type Setting = { installation: Installation; mapId: string; token: string };

/** What stands before the first word of a message that begins with a fixed text, as a pattern for an accessible name. */
const beginning = (message: string): RegExp =>
  new RegExp(`^${message.split('\u0000')[0]?.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

/** A workshop in the middle of its vote: as its leader sees it, as a phone does, and the ranking afterwards. */
export async function takeWorkshop(photographer: Photographer, owner: BrowserContext, setting: Setting): Promise<void> {
  const { installation, mapId, token } = setting;
  const t = translatorOf(photographer.locale, 'workshop');
  const page = await openMap(owner, installation, mapId);
  await page
    .getByRole('banner')
    .getByRole('button', { name: t('panel.title') })
    .click();
  const panel = page.getByRole('complementary', { name: t('panel.title') });
  await panel.getByRole('button', { name: beginning(t('agenda.template.twoHours')) }).click();
  await panel.getByRole('button', { name: t('leading.start') }).click();
  await panel.getByRole('button', { name: beginning(t('agenda.beginWith', { title: '\u0000' })) }).click();
  for (let item = 2; item <= 6; item++) {
    await panel.getByRole('button', { name: beginning(t('agenda.nextItem', { title: '\u0000' })) }).click();
    await expect(page.getByRole('region', { name: t('bar.label') })).toContainText(`${item}/`);
  }
  await panel.getByRole('button', { name: t('voting.prepare') }).click();
  await panel.getByLabel(t('voting.title')).fill(words[photographer.locale].question);
  await panel.getByRole('button', { name: t('voting.open') }).click();
  await expect(page.getByRole('region', { name: t('voting.bar.label'), exact: true })).toBeVisible();

  const { guest, context } = await openOnPhone(photographer, { installation, mapId, token });
  for (const browser of [guest, page]) await vote(photographer, browser);
  await photographer.take(guest, 'workshop-phone');
  await photographer.take(page, 'workshop');

  const bar = page.getByRole('region', { name: t('voting.bar.label'), exact: true });
  await bar.getByRole('button', { name: t('voting.bar.close') }).click();
  await expect(page.getByRole('region', { name: t('voting.ranking.label') })).toBeVisible();
  await photographer.take(page, 'workshop-ranking');
  await page
    .getByRole('region', { name: t('voting.ranking.label') })
    .getByRole('button', { name: t('voting.ranking.close') })
    .click();
  await context.close();
  await panel.getByRole('button', { name: t('leading.end') }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: t('leading.end') })
    .click();
  await page.close();
}

async function openOnPhone(photographer: Photographer, { installation, mapId, token }: Setting) {
  const context = await photographer.open({ viewport: phone, hasTouch: true });
  await installation.join(context, { token, name: words[photographer.locale].onPhone });
  const guest = await context.newPage();
  await guest.goto(`${installation.server.url}/maps/${mapId}`);
  await expect(guest.locator('[data-save-state="saved"]')).toBeVisible();
  return { guest, context };
}

/** Gives two votes to what is in view: on a phone by the buttons of the cards, on the map by their signs. */
async function vote(photographer: Photographer, page: Page): Promise<void> {
  const t = translatorOf(photographer.locale, 'workshop');
  const button = page.getByRole('button', { name: beginning(t('voting.control.add', { words: '\u0000' })) });
  // Without those that have a vote; the card that was pressed last has buttons instead.
  const sign = page.locator('[data-vote-sign]:not([data-given])');
  await expect(button.or(sign).first()).toBeVisible();
  const places = (await sign.count()) > 0 ? sign : button;
  const left = page.locator('[data-votes-left]');
  for (const at of [1, 3]) {
    const before = Number(await left.getAttribute('data-votes-left'));
    await places.nth(at).click();
    await expect(left).toHaveAttribute('data-votes-left', String(before - 1));
  }
}
