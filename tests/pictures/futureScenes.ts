import { type BrowserContext, expect } from '@playwright/test';
import { translatorOf } from '@/lib/i18n/translator';
import type { Installation } from '../builders/installation';
import { Editor } from '../e2e/support/editor';
import type { Photographer } from './photographer';
import { words } from './words';
import { openMap } from './workshop';

/** A future state beside the version that it starts from, and what the current state has changed since. */
export async function takeFuture(photographer: Photographer, owner: BrowserContext, installation: Installation): Promise<void> {
  const { locale, url } = photographer;
  const { version, title, current, future } = words[locale].future;
  const t = translatorOf(locale, 'future');
  const mapId = await installation.createMap(owner, { type: 'template', id: 'customerServiceCall', locale });
  const post = async (path: string, data: object): Promise<{ id: string }> => {
    const response = await owner.request.post(`${url}/api/maps/${mapId}/versions${path}`, { headers: { Origin: url }, data });
    if (!response.ok()) throw new Error(`${path} answered ${response.status()}: ${await response.text()}`);
    return response.json();
  };
  await post('', { name: version });
  const { id: futureId } = await post('/1/future', { title, unsigned: true });
  for (const [id, changes] of [
    [mapId, current],
    [futureId, future],
  ] as const) {
    const page = await openMap(owner, installation, id);
    const editor = new Editor(page, locale);
    await editor.roomy();
    for (const [before, after] of changes) await editor.write(editor.step(before), after);
    await editor.saved();
    if (id === futureId) {
      await page.getByRole('button', { name: t('badgeLong', { count: future.length }) }).click();
      const dialog = page.getByRole('dialog', { name: t('title') });
      await expect(dialog.getByText(t('state.conflict'))).toBeVisible();
      await photographer.take(page, 'future-since');
    }
    await page.close();
  }
  const page = await owner.newPage();
  await page.goto(`${url}/maps/${futureId}?compare=${mapId}@1..live`);
  await expect(page.locator('.map-compared')).toBeVisible();
  await page.getByRole('button', { name: translatorOf(locale, 'editor')('canvas.fit') }).click();
  await page.waitForFunction(() => document.getAnimations().length === 0);
  await photographer.take(page, 'compare');
  await page.close();
}
