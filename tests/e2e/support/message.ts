import type { Locator, Page } from '@playwright/test';

/** The newest message with these words; its text stands on the page a second time, in a region that is read out. */
export const messageOf = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('listitem').filter({ hasText: text }).last();
