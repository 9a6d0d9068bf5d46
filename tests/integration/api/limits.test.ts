import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiProcess } from './support/apiProcess';

let api: ApiProcess;
beforeAll(async () => {
  api = await ApiProcess.start({
    API_REQUESTS_PER_MINUTE: '30',
    SIGN_IN_ATTEMPTS: '2',
    MAX_REQUEST_MB: '0.1',
    MAX_FILE_MB: '0.05',
    MAX_CARDS_PER_MAP: '60',
  });
});
afterAll(() => api.stop());

const addCards = (count: number, text = 'x') => ({
  operations: [
    { op: 'addCards', at: { stepId: 'step1', laneId: 'lane1' }, cards: Array.from({ length: count }, () => ({ text })) },
  ],
});

describe('the limit of', () => {
  test('requests counts a person’s programs together, says what is left, and when to come again', async () => {
    const { tokens, ids } = await api.scene();
    const answers = [];
    for (let request = 0; request < 30; request++) {
      const token = request % 2 ? tokens.write : tokens.read;
      answers.push(await api.call('GET', request % 3 ? '/account' : '/maps/nosuch', { token }));
    }
    // Refusals count and tell as well.
    expect(answers.map(({ status }) => status)).toEqual(answers.map((_, index) => (index % 3 ? 200 : 404)));
    const remaining = answers.map(({ headers }) => headers['ratelimit-remaining']);
    expect(remaining).toEqual(answers.map((_, index) => String(29 - index)));
    const before = await api.rows();
    expect((await api.call('DELETE', `/maps/${ids.mapId}`, { token: tokens.write })).status).toBe(429);
    const refused = await api.call('GET', '/account', { token: tokens.read });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(refused.headers).toMatchObject({ 'ratelimit-limit': '30', 'ratelimit-remaining': '0' });
    expect(await api.rows()).toEqual(before);
    expect((await api.call('GET', '/account', { token: tokens.editor })).status).toBe(200);
    expect((await api.call('GET', '/openapi.json')).status).toBe(200);
  });

  test('bodies refuses what is larger before it is read as anything', async () => {
    const { tokens, ids } = await api.scene();
    const before = await api.rows();
    const large = await api.call('POST', `/maps/${ids.mapId}/operations`, {
      token: tokens.write,
      body: addCards(1, 'x'.repeat(110_000)),
    });
    expect([large.status, large.json.code]).toEqual([413, 'tooLarge']);
    const file = await api.call('POST', `/maps/import?workspace=${ids.workspaceId}&format=mermaid`, {
      ...{ token: tokens.write, raw: `journey\n${'x'.repeat(60_000)}`, headers: { 'Content-Type': 'text/plain' } },
    });
    expect([file.status, file.json.code]).toEqual([413, 'tooLarge']);
    expect(await api.rows()).toEqual(before);
  });

  test('operations refuses more than 500 in one request, and does none of them', async () => {
    const { tokens, ids } = await api.scene();
    const before = await api.rows();
    const operations = Array.from({ length: 501 }, () => ({ op: 'setTitle', text: 'x' }));
    const reply = await api.call('POST', `/maps/${ids.mapId}/operations`, { token: tokens.write, body: { operations } });
    expect([reply.status, reply.json.errors[0].path]).toEqual([400, 'operations']);
    expect(await api.rows()).toEqual(before);
  });

  test('cards is kept: a map is filled to it, not beyond, and can be changed and emptied then', async () => {
    const { tokens, ids } = await api.scene();
    const edit = (body: object) => api.call('POST', `/maps/${ids.mapId}/operations`, { token: tokens.write, body });
    const filled = await edit(addCards(58));
    expect(filled.status).toBe(200);
    const before = await api.rows();
    const full = await edit(addCards(1));
    expect([full.status, full.json.reason]).toEqual([413, 'mapFull']);
    expect(await api.rows()).toEqual(before);
    const [card] = filled.json.results[0].ids;
    expect((await edit({ operations: [{ op: 'setCardText', id: card, text: 'y' }] })).status).toBe(200);
    expect((await edit({ operations: [{ op: 'deleteCards', ids: [card] }, ...addCards(1).operations] })).status).toBe(200);
  });

  // Last: it is this address that is shut out.
  test('wrong tokens ends guessing from an address, and hinders no valid token', async () => {
    const { tokens } = await api.scene();
    const guess = () => api.call('GET', '/account', { token: `wgm_${'x'.repeat(43)}` });
    for (let attempt = 0; attempt < 20; attempt++) expect((await guess()).status).toBe(401);
    const shutOut = await guess();
    expect([shutOut.status, Number(shutOut.headers['retry-after']) > 0]).toEqual([429, true]);
    expect((await api.call('GET', '/account', { token: tokens.write })).status).toBe(200);
  });
});
