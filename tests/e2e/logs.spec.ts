import { WebSocket } from 'ws';
import { Editor } from './support/editor';
import { exportFile } from './support/files';
import { TestServer } from './support/server';
import { createJoinLink, createMap, fillSetup, fillSignIn, joinAsGuest, owner } from './support/setUp';
import { expect, test } from './support/test';
import { wordsOf } from './support/words';

const server = new TestServer();
test.beforeAll(() => server.start({ LOG_LEVEL: 'trace', LOG_FORMAT: 'json' }).then(() => undefined));
test.afterAll(() => server.dispose());

/** The log, apart from the text that tells where the server is; that one carries the set-up code on purpose. */
const logged = (): string[] => server.logged.split('\n').filter((line) => line !== '');

test('the log of a whole day’s work, at its most talkative, names nobody and quotes nothing', async ({ person }) => {
  const { url } = server;
  const { page, context } = await person({ locale: 'en', url });
  const setupCode = new URL(server.setupPath, url).searchParams.get('code') ?? '';
  const secrets: Record<string, string> = {
    'the owner’s name': owner.name,
    'the owner’s address': owner.email,
    'the owner’s password': owner.password,
    'a wrong password': 'Zwiebelkuchen mit Speck',
    'the address of a stranger': 'kassandra@stranger.example',
    'a guest’s name': 'Quirin Quast',
    'a title': 'Xylophonreparatur',
    'a card’s text': 'Kaltwelle im Dauerlauf',
    'an invited address': 'wilhelmine@invited.example',
    'a made-up join token': 'zzzz-yyyy-xxxx-wwww-vvvv-uuu',
    'a made-up reset token': 'reset-token-that-nobody-made-0123456789-abc',
    'a question’s value': 'neugierig@query.example',
    'the set-up code': setupCode,
  };

  await page.goto(server.setupPath);
  await fillSetup(page, 'en', owner);
  const mapId = await createMap(page, 'en', /^Calling customer service/);
  const editor = new Editor(page, 'en');
  await editor.ready();
  await editor.roomy();
  await editor.write(editor.meta('title'), secrets['a title'] ?? '');
  await editor.write(editor.card('Holds it against'), secrets['a card’s text'] ?? '');
  await editor.saved();
  await exportFile(page, 'en', 'PDF');

  const link = await createJoinLink(context, url, mapId);
  secrets['a join link’s token'] = link.path.split('/').at(-1) ?? '';
  const guest = await person({ locale: 'de', url });
  await joinAsGuest(guest.page, 'de', link.path, secrets['a guest’s name'] ?? '');
  await new Editor(guest.page, 'de').ready();

  const post = (path: string, data: object | string) => context.request.post(path, { headers: { Origin: url }, data });
  secrets['a token’s name'] = 'Nachtwächterskript';
  const made = await post('/api/account/tokens', { name: secrets['a token’s name'], scope: 'read' });
  secrets['an access token'] = /"token":"([^"]+)"/.exec(await made.text())?.[1] ?? '';
  const asProgram = { Authorization: `Bearer ${secrets['an access token']}` };
  const workspaces = await (await fetch(`${url}/api/v1/workspaces`, { headers: asProgram })).json();
  const workspaceId = workspaces.items?.[0]?.id;
  const invited = await post(`/api/workspaces/${workspaceId}/invitations`, {
    email: secrets['an invited address'],
    role: 'editor',
  });
  expect(invited.ok(), await invited.text()).toBe(true);
  secrets['an invitation’s token'] = /\/invitation\/([^"]+)"/.exec(await invited.text())?.[1] ?? '';
  await guest.page.goto(`/invitation/${secrets['an invitation’s token']}`);

  const stored = await fetch(`${url}/api/v1/maps?text=${encodeURIComponent(secrets['a title'] ?? '')}`, { headers: asProgram });
  expect(stored.status).toBe(200);

  // What is refused, and what is nonsense.
  expect((await post('/api/maps', { title: secrets['a title'] })).status()).toBe(400);
  expect((await post('/api/maps', `{"email":"${owner.email}`)).status()).toBe(400);
  expect(
    (await post('/api/password-reset', { token: secrets['a made-up reset token'], password: owner.password })).status(),
  ).toBe(404);
  const stranger = await person({ locale: 'en', url });
  await stranger.page.goto(`/join/${secrets['a made-up join token']}`);
  await stranger.page.goto(`/reset/${secrets['a made-up reset token']}`);
  await stranger.page.goto(`/${encodeURIComponent(secrets['a card’s text'] ?? '')}?email=${secrets['a question’s value']}`);
  expect((await stranger.context.request.get(`/api/maps/${mapId}/export?format=pdf`)).status()).toBe(401);
  await stranger.page.goto('/sign-in');
  for (const account of [
    { ...owner, password: secrets['a wrong password'] ?? '' },
    { ...owner, email: secrets['the address of a stranger'] ?? '' },
  ]) {
    await fillSignIn(stranger.page, 'en', account);
    await expect(stranger.page.getByText(wordsOf('en', 'errors')('signInWrong'))).toBeVisible();
  }
  await fillSignIn(stranger.page, 'en', owner);
  await stranger.page.waitForURL(url);

  // A client that speaks nonsense over an open connection.
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const socket = new WebSocket(`${url.replace('http', 'ws')}/sync/${mapId}?confirm=1`, {
    headers: { Origin: url, Cookie: cookie },
  });
  socket.on('open', () => socket.send(Buffer.from(`\x00${secrets['a card’s text']}`)));
  await expect.poll(() => socket.readyState).toBe(WebSocket.CLOSED);

  for (const { name, value } of [...(await context.cookies()), ...(await guest.context.cookies())]) {
    if (/session|csrf/i.test(name)) secrets[`the cookie ${name} (${value.slice(-6)})`] = value;
  }

  // Everything above has left its line; otherwise this would prove nothing.
  for (const [what, pattern] of [
    ['a request', /"path":"\/api\/maps\/:mapId\/join-links","status":201/],
    ['an export', /"path":"\/api\/maps\/:mapId\/export","status":200/],
    ['a refused export', /"status":401,.*"msg":"request refused"/],
    ['a refused sign-in', /"msg":"sign-in refused"/],
    ['a refused frame', /"msg":"a frame was refused"/],
    ['a request with its id', /"requestId":"[\w-]{12}"/],
  ] as const) {
    await expect.poll(() => logged().some((line) => pattern.test(line)), `${what} was logged`).toBe(true);
  }
  const lines = logged();
  for (const line of lines) expect(() => JSON.parse(line), `one JSON object a line: ${line}`).not.toThrow();
  const whole = lines.join('\n').toLowerCase();
  for (const [what, secret] of Object.entries(secrets)) {
    expect(secret.length, `${what} is something to look for`).toBeGreaterThan(5);
    for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
      expect(whole, `${what} stands in the log`).not.toContain(form.toLowerCase());
    }
  }
});
