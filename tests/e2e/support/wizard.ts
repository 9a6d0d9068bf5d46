import { expect, type Locator, type Page } from '@playwright/test';
import type { Locale } from '@/lib/i18n/locale';
import { alive } from './setUp';
import { wordsOf } from './words';

/** The pages on which a file of answers is looked at and imported, in a language. */
export function wizardOf(page: Page, locale: Locale) {
  const t = wordsOf(locale, 'evidencePages');
  const roleOf = (name: string): Locator => page.getByRole('combobox', { name: t('wizard.roleOf', { name }), exact: true });
  return {
    /** Chooses a file on the page of a source, and waits until it was looked at. */
    async choose(path: string, name: string, buffer: Buffer): Promise<void> {
      await page.goto(`${path}/import`);
      await alive(page);
      await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer });
      await page.waitForURL(/\/files\/[^/]+$/);
      await expect(page.getByRole('heading', { name: t('wizard.previewTitle') })).toBeVisible();
    },
    /** What a column is used as. */
    roleOf,
    column: (name: string): Locator => page.getByRole('listitem').filter({ has: roleOf(name) }),
    async import(): Promise<void> {
      await page.getByRole('button', { name: t('wizard.import'), exact: true }).click();
      await expect(page.getByText(t('files.counts.added'))).toBeVisible({ timeout: 60_000 });
    },
  };
}
