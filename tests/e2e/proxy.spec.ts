import type { WebSocket } from '@playwright/test';
import { z } from 'zod';
import { ask, trySignIn } from './support/addressedRequest';
import { DocumentedProxy, whyNoProxy } from './support/documentedProxy';
import { Editor } from './support/editor';
import { exportFile, readPdf } from './support/files';
import { freePort, TestServer } from './support/server';
import { createJoinLink, createMap, fillSetup, joinAsGuest, owner } from './support/setUp';
import { expect, test } from './support/test';

// The proxy is a real nginx with the configuration that docs/operations.md tells administrators to use, TLS included.

const reason = whyNoProxy();
if (reason) console.warn(`The documented proxy is not tried: ${reason}.`);
test.skip(reason !== null, reason ?? '');

const server = new TestServer();
let proxy: DocumentedProxy;
const ignoreHTTPSErrors = true;

test.beforeAll(async () => {
  const ports = { http: await freePort(), https: await freePort() };
  const PUBLIC_URL = `https://localhost:${ports.https}`;
  // As the documentation says.
  await server.start({ PUBLIC_URL, TRUST_PROXY: 'true', HOST: '127.0.0.1', SIGN_IN_ATTEMPTS: '3' });
  proxy = await new DocumentedProxy(ports, server.port).start();
});
test.afterAll(async () => {
  await proxy?.stop();
  await server.dispose();
});

test('behind the documented nginx two people edit one map by https, and everything that the product does works', async ({
  person,
}) => {
  // One idle connection is watched for more than half a minute.
  const { url } = proxy;
  const { page: olgasPage, context } = await person({ locale: 'en', url, ignoreHTTPSErrors });

  await test.step('plain http leads to https, and the figures are nobody’s business', async () => {
    const challenge = await fetch(`http://127.0.0.1:${proxy.ports.http}/.well-known/acme-challenge/x`, { redirect: 'manual' });
    // Asked for without TLS, as there may be no certificate yet: a file that is not there, and no way elsewhere.
    expect(challenge.status).toBe(404);
    const plain = await fetch(`http://127.0.0.1:${proxy.ports.http}/maps/a?b=c`, { redirect: 'manual' });
    expect([plain.status, plain.headers.get('Location')]).toEqual([301, `${url}/maps/a?b=c`]);
    expect((await ask(`${url}/metrics`, { from: '127.0.0.1' })).status).toBe(404);
    expect((await ask(`${url}/readyz`, { from: '127.0.0.1' })).status).toBe(200);
  });

  await test.step('the page is pinned to https, and cookies are sent by https only', async () => {
    const first = await olgasPage.goto(server.setupPath);
    expect(first?.headers()['strict-transport-security']).toBe('max-age=31536000');
    expect(first?.headers()['x-request-id']).toMatch(/^[0-9a-f]{32}$/);
    await fillSetup(olgasPage, 'en', owner);
    const cookies = await context.cookies();
    const session = cookies.find(({ name }) => name.startsWith('__Secure-') && name.includes('session'));
    expect(session).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax' });
    expect(cookies.filter(({ name, secure }) => !secure && /session|csrf/i.test(name))).toEqual([]);
  });

  const sockets: WebSocket[] = [];
  olgasPage.on('websocket', (socket) => sockets.push(socket));
  const mapId = await createMap(olgasPage, 'en', /^Calling customer service/);
  const link = await createJoinLink(context, url, mapId);
  const { page: bensPage } = await person({ locale: 'de', url, ignoreHTTPSErrors });
  await joinAsGuest(bensPage, 'de', link.path, 'Ben');
  const [olga, ben] = [new Editor(olgasPage, 'en'), new Editor(bensPage, 'de')];
  for (const editor of [olga, ben]) {
    await editor.ready();
    await editor.roomy();
  }

  await test.step('two people edit one map', async () => {
    await olga.write(olga.card('Holds it against'), 'Written through a proxy');
    await expect(ben.card('Written through a proxy')).toBeVisible();
    await ben.write(ben.card('Opens the e-mail'), 'Durch einen Proxy geschrieben');
    await expect(olga.card('Durch einen Proxy geschrieben')).toBeVisible();
    await Promise.all([olga.saved(), ben.saved()]);
    await expect(olga.avatar('Ben')).toBeVisible();
    expect(sockets.map((socket) => new URL(socket.url()).protocol)).toEqual(['wss:']);
  });

  await test.step('an idle connection is kept: the server speaks before the proxy gives up', async () => {
    const { page } = await person({ locale: 'en', url, ignoreHTTPSErrors, storageState: await context.storageState() });
    const opened = page.waitForEvent('websocket');
    await page.goto(`/maps/${mapId}`);
    const idle = await opened;
    await new Editor(page, 'en').ready();
    // Nobody does anything here: what comes is sent to keep the connection, for longer than the proxy would wait.
    const started = Date.now();
    while (Date.now() - started < 35_000) await idle.waitForEvent('framereceived', { timeout: 25_000 });
    expect(idle.isClosed()).toBe(false);
    await page.close();
  });

  const { workspaceId } = z
    .object({ workspaceId: z.string() })
    .parse(await (await olgasPage.request.get(`/api/v1/maps/${mapId}`)).json());

  await test.step('events arrive at once, unbuffered', async () => {
    await olgasPage.evaluate((id) => {
      const source = new EventSource(`/api/events?workspace=${id}`);
      Reflect.set(window, 'told', []);
      source.addEventListener('open', () => Reflect.get(window, 'told').push('open'));
      source.addEventListener('maps.changed', () => Reflect.get(window, 'told').push('maps.changed'));
    }, workspaceId);
    const told = () => olgasPage.evaluate(() => Reflect.get(window, 'told') as string[]);
    await expect.poll(told).toContain('open');
    await ben.write(ben.meta('title'), 'Ein neuer Titel');
    await expect.poll(told).toContain('maps.changed');
  });

  await test.step('a map is made from a file of 20 MB', async () => {
    const exported = await olgasPage.request.get(`/api/maps/${mapId}/export?format=json`);
    const map = await exported.text();
    const text = map + ' '.repeat(20 * 1024 * 1024 - Buffer.byteLength(map));
    const data = { workspaceId, source: { type: 'json', text } };
    const answer = await olgasPage.request.post('/api/maps', { headers: { Origin: url }, data });
    expect(answer.status(), (await answer.text()).slice(0, 500)).toBe(201);
  });

  await test.step('a file of a map can be fetched', async () => {
    const pdf = await readPdf(await exportFile(olgasPage, 'en', 'PDF'));
    expect(pdf.text).toContain('Writtenthroughaproxy');
  });

  await test.step('attempts are counted by the client’s address, which nobody can make up', async () => {
    const wrong = { email: owner.email, password: 'not the password' };
    const forge = { from: '127.0.0.2', headers: { 'X-Forwarded-For': '198.51.100.7' } };
    for (let attempt = 0; attempt < 3; attempt++) expect(await trySignIn(url, wrong, forge)).toBe('signInWrong');
    expect(await trySignIn(url, owner, { from: '127.0.0.2', headers: { 'X-Forwarded-For': '198.51.100.8' } })).toBe('tooMany');
    expect(await trySignIn(url, owner, { from: '127.0.0.3' })).toBeNull();
  });
});
