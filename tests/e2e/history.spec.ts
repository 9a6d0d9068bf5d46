import { checkAccessibility } from './support/axe';
import { Editor } from './support/editor';
import { createJoinLink, createMap, joinAsGuest } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();

test('who did what; what was deleted comes back; one person’s last minutes are taken back', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const olga = new Editor(page, 'en');
  await olga.ready();
  await olga.roomy();
  const link = await createJoinLink(context, site.url, mapId);
  const guest = await person({ locale: 'en', url: site.url });
  await joinAsGuest(guest.page, 'en', link.path, 'Gustav');
  const gustav = new Editor(guest.page, 'en');
  await gustav.ready();
  await gustav.roomy();

  // The guest renames two steps and deletes a card; the owner goes on with one of the steps.
  await gustav.write(gustav.step('Waits on hold'), 'Listens to music');
  await gustav.write(gustav.step('Tells her story'), 'Tells a story');
  const card = gustav.canvas.locator('[aria-roledescription="card"]').first();
  const words = (await card.getAttribute('aria-label')) ?? '';
  await card.click();
  await guest.page.keyboard.press('Delete');
  await gustav.saved();
  await expect(olga.step('Tells a story')).toBeVisible();
  await olga.write(olga.step('Tells a story'), 'Tells her whole story');
  await olga.saved();

  // Who did what.
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  const history = page.getByRole('dialog', { name: 'History' });
  await expect(async () => {
    await history.getByRole('button', { name: 'Load anew' }).click();
    await expect(history.getByRole('heading', { name: /Gustav/ })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(history.getByText('Step changed').first()).toBeVisible();
  await expect(history.getByText('Card deleted')).toBeVisible();
  await checkAccessibility(page, 'the history');

  // What was deleted comes back to where it stood.
  await history.getByRole('tab', { name: 'Deleted' }).click();
  await history
    .getByRole('button', { name: /^Bring back: / })
    .first()
    .click();
  await expect(history).toBeHidden();
  await expect(olga.canvas.locator('[data-selected="true"]')).toHaveAttribute('aria-label', words);

  // The guest’s last minutes are taken back, save what somebody went on with; and that can be undone.
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await history.getByRole('button', { name: 'Take back what Gustav did in the last minutes' }).first().click();
  const asking = page.getByRole('dialog', { name: 'Take back what Gustav did?' });
  await checkAccessibility(page, 'taking back');
  await asking.getByRole('button', { name: 'Take back' }).click();
  await expect(asking).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: /taken back/ })).toContainText('1 stays');
  await expect(history).toBeHidden();
  await expect(olga.step('Waits on hold')).toBeVisible();
  await expect(olga.step('Tells her whole story')).toBeVisible();
  await page.getByRole('listitem').getByRole('button', { name: 'Undo' }).click();
  await expect(olga.step('Listens to music')).toBeVisible();

  // Guests see versions and what was deleted, and not who did what.
  await guest.page.getByRole('button', { name: 'More' }).click();
  await guest.page.getByRole('menuitem', { name: 'History' }).click();
  const guests = guest.page.getByRole('dialog', { name: 'History' });
  await expect(guests.getByText('No version of this map was kept yet.')).toBeVisible();
  await expect(guests.getByRole('tab')).toHaveText(['Versions', 'Deleted']);
  await expect(guests.getByRole('heading', { name: /Gustav|Olga/ })).toHaveCount(0);
});
