import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { Installation } from '../builders/installation';
import type { Photographer } from './photographer';
import { words } from './words';

/** The map's page in a browser, with everything on it loaded and saved. */
export async function openMap(context: BrowserContext, installation: Installation, mapId: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${installation.server.url}/maps/${mapId}`);
  await expect(page.locator('[data-save-state="saved"]')).toBeVisible();
  await expect(page.locator('.map-item').first()).toBeVisible();
  return page;
}

/** The step's header that carries this title. */
export function stepOf(page: Page, title: string): Locator {
  return page
    .locator('[data-reference^="step:"]')
    .filter({ hasText: title.split(' ')[0] ?? title })
    .and(page.getByLabel(title));
}

/** Two more people in the map: one points at a step that they selected, the other is writing into a card. */
export async function bringGuests(
  photographer: Photographer,
  installation: Installation,
  mapId: string,
  token: string,
): Promise<void> {
  const { guests, selectedStep, typed } = words[photographer.locale];
  const pages: Page[] = [];
  for (const guest of guests) {
    const context = await photographer.open();
    const response = await context.request.get(`${installation.server.url}/api/join/${token}`);
    const { departments } = (await response.json()) as { departments: { id: string; name: string }[] };
    const departmentId = departments.find(({ name }) => name === guest.department)?.id ?? '';
    await installation.join(context, { token, name: guest.name, departmentId });
    pages.push(await openMap(context, installation, mapId));
  }
  const [first, second] = pages;
  if (!first || !second) return;
  const step = await boxOf(stepOf(first, selectedStep));
  await first.mouse.click(step.x + step.width * 0.5, step.y + step.height * 0.4);
  await first.mouse.move(step.x + step.width * 0.72, step.y + step.height * 0.75);
  const card = await boxOf(second.locator('.map-card').filter({ visible: true }).nth(3));
  await second.mouse.dblclick(card.x + card.width / 2, card.y + card.height / 2);
  await second.keyboard.press('End');
  await second.keyboard.type(typed);
  await second.mouse.move(card.x + card.width * 0.8, card.y + card.height + 14, { steps: 3 });
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`not on the screen: ${locator}`);
  return box;
}
