import { expect, type Locator, type Page } from '@playwright/test';
import type { Locale } from '@/lib/i18n/locale';
import { wordsOf } from './words';

/** The comments of an open map as somebody sees them: the panel, its conversations, and the signs on the map. */
export class Comments {
  readonly panel: Locator;
  /** Where a new comment is written. */
  readonly field: Locator;

  constructor(
    readonly page: Page,
    locale: Locale,
  ) {
    const t = wordsOf(locale, 'comments');
    this.panel = page.getByRole('complementary', { name: t('panel.title') });
    this.field = this.panel.getByRole('textbox', { name: new RegExp(`^${t('composer.label')}`) });
  }

  /** The button in the bar, with what it says is unread. */
  button(unread = 0): Locator {
    const name = unread === 0 ? /^(Comments|Kommentare)$/ : new RegExp(`^(Comments|Kommentare), ${unread} `);
    return this.page.getByRole('banner').getByRole('button', { name });
  }

  /** Conversations in sight in which words are to be found. */
  thread(words: string): Locator {
    return this.panel.getByRole('article').filter({ hasText: words });
  }

  /** The sign at something on the map. */
  sign(count: number): Locator {
    return this.page.getByRole('button', { name: count === 1 ? '1 open comment' : `${count} open comments` });
  }

  /** Writes in a field that has the focus and sends it by the keyboard. */
  async send(field: Locator, text: string): Promise<void> {
    await expect(field).toBeFocused();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Control+Enter');
  }
}
