import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type Locale, localeCookie } from '@/lib/i18n/locale';
import { themeCookie } from '@/lib/i18n/theme';

export const themes = ['light', 'dark'] as const;
export type PictureTheme = (typeof themes)[number];

/** Where the pictures go. */
export const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url));
mkdirSync(folder, { recursive: true });

export const screen = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** Opens browsers in one language and takes pictures of them in both colour schemes. */
export class Photographer {
  constructor(
    readonly browser: Browser,
    readonly locale: Locale,
    readonly url: string,
  ) {}

  /** A browser of its own, as one person has it. */
  async open(options: { viewport?: typeof screen; hasTouch?: boolean } = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      viewport: screen,
      locale: this.locale === 'de' ? 'de-DE' : 'en-GB',
      colorScheme: 'light',
      reducedMotion: 'reduce',
      ...options,
    });
    await context.addCookies([{ name: localeCookie, value: this.locale, url: this.url }]);
    return context;
  }

  /** Takes `<name>-<language>-light.png` and `-dark.png` of a page as it stands. */
  async take(page: Page, name: string): Promise<void> {
    for (const theme of themes) {
      await page.context().addCookies([{ name: themeCookie, value: theme, url: this.url }]);
      await page.emulateMedia({ colorScheme: theme });
      await page.evaluate((value) => {
        document.documentElement.dataset.theme = value;
      }, theme);
      await page.evaluate(async () => {
        await document.fonts.ready;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      });
      await page.screenshot({ path: join(folder, `${name}-${this.locale}-${theme}.png`), animations: 'disabled' });
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'light';
    });
  }
}
