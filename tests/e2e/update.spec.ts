import { Editor } from './support/editor';
import { createMap } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();

test('open pages ask to be reloaded after an upgrade, and only then', async ({ person }) => {
  const { page: list } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const { page: map } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const mapId = await createMap(map, 'en', /^Calling customer service/);
  const editor = new Editor(map, 'en');
  await editor.ready();
  await list.goto('/');
  await expect(list.getByRole('link', { name: /^Calling customer service/ })).toBeVisible();
  const [listNotice, mapNotice] = [
    list.getByText('Wegmarke has been updated', { exact: true }),
    map.getByText('Wegmarke has been updated', { exact: true }),
  ];

  await test.step('the same version starts again: nobody is asked anything', async () => {
    const asked = [list, map].map((page) => page.waitForResponse('**/api/build', { timeout: 60_000 }));
    // The list fetches itself anew a second after the line stands again. A server that goes in that moment makes the browser load another page.
    const fetched = list.waitForResponse(
      (response) =>
        new URL(response.url()).pathname === '/' && response.ok() && !('next-router-prefetch' in response.request().headers()),
      { timeout: 60_000 },
    );
    // The browser lists a request once its answer was read to the end.
    const read = () =>
      list.evaluate(() => (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map(({ name }) => name));
    const before = await read();
    await site.server.kill();
    await editor.offline(0);
    await site.server.start();
    for (const response of await Promise.all(asked))
      expect(await response.json()).toEqual({ build: expect.stringMatching(/^[\da-f]{12}$/) });
    const address = (await fetched).url();
    const timesIn = (names: readonly string[]): number => names.filter((name) => name === address).length;
    await expect.poll(async () => timesIn(await read())).toBeGreaterThan(timesIn(before));
    await editor.saved();
    await expect(listNotice).toBeHidden();
    await expect(mapNotice).toBeHidden();
  });

  await test.step('another version starts: both pages say so, and what was written meanwhile is there after the reload', async () => {
    // Building the product twice would take minutes: the answer of the server is the only thing here that is not real.
    for (const page of [list, map])
      await page.route('**/api/build', (route) => route.fulfill({ json: { build: 'the-next-one' } }));
    await site.server.kill();
    await editor.offline(0);
    await editor.write(editor.card('Opens the e-mail'), 'Written during the upgrade');
    await site.server.start();
    await expect(listNotice.first()).toBeVisible({ timeout: 30_000 });
    await expect(mapNotice.first()).toBeVisible({ timeout: 30_000 });
    await map.getByRole('button', { name: 'Reload', exact: true }).click();
    await map.waitForURL(`**/maps/${mapId}`);
    await editor.ready();
    await expect(editor.card('Written during the upgrade')).toBeVisible();
    await expect(mapNotice).toBeHidden();
  });
});
