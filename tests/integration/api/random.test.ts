import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { allEndpoints } from '@/lib/api/allEndpoints';
import type { Reply } from './support/apiProcess';
import { runs, serveDescribedApi } from './support/described';
import type { Described } from './support/description';
import { faultsOf, fillRequest, isAsDescribed, send } from './support/judge';
import { type Asked, exampleOf, requestsTo } from './support/randomRequest';
import type { Rows } from './support/rows';
import type { Scene } from './support/scene';
import { spoilersOf } from './support/spoil';

// Random requests to every operation, made from the description that the server itself gives.
// Each request that changed something gets a scene of its own, which a busy machine takes a second to make: this ends what hangs only.
vi.setConfig({ testTimeout: 300_000 });
const server = serveDescribedApi();
let scene: Scene;
beforeAll(async () => {
  scene = await server.api.scene();
});

// What is signed and not asked for by a person has tests of its own (evidence/push.test.ts).
const operations = allEndpoints.filter(({ access }) => access !== 'none').map(({ id }) => id);
/** How often each operation was done. */
const done = new Map<string, number>();

/** After these everything is there that was there before, or more. */
const harmless = new Set([
  'updateMap',
  'editMap',
  'checkFile',
  'createMap',
  'importMap',
  'duplicateMap',
  'uploadMapFile',
  'saveTemplate',
  'updateTemplate',
  'saveVersion',
  'updateSource',
  'createEntry',
  'changeEntry',
  'createCommentThread',
  'addComment',
  'updateComment',
  'createJoinLink',
  'createViewLink',
  'renewWebhook',
  'inspectAnswers',
  'previewAnswers',
  'readPerson',
]);

/** Whether a request may have used up something of the scene; or may be made as often only by another person (so many invitations in a quarter of an hour). */
function isSpent({ operation }: Described, { status }: Reply): boolean {
  const id = operation.operationId;
  // A token that only reads may end itself, and is none afterwards.
  const changes = (operation['x-scope'] === 'write' && !harmless.has(id)) || id === 'revokeToken';
  return status === 429 || (status < 300 && changes);
}

/** Counts an answer, and has a new scene made where this one is spent. */
async function settle(described: Described, reply: Reply): Promise<void> {
  const id = described.operation.operationId;
  if (reply.status < 300) done.set(id, (done.get(id) ?? 0) + 1);
  if (isSpent(described, reply)) scene = await server.api.scene();
}

/** What the form of a request cannot say: a description of each text that makes a map would be a map. */
function isWrongByMeaning(id: string, reply: Reply): boolean {
  const { reason, errors = [] } = reply.json;
  if (['createMap', 'importMap', 'checkFile'].includes(id)) return ['mermaidEmpty', 'fileNotRead'].includes(reason);
  if (id === 'attachEntryFile') return ['fileEmpty', 'fileIsProgram', 'pictureUnknown'].includes(reason);
  // A day is one that has come, and that the source keeps.
  if (id === 'createEntry' || id === 'changeEntry') return ['entryTooEarly', 'entryTooOld', 'entryEdited'].includes(reason);
  if (id === 'uploadMapFile') return ['fileEmpty', 'fileIsProgram', 'pictureUnknown'].includes(reason);
  // Like any id: one of another kind names nobody.
  if (id === 'exportMap') return ['exportNoPersona', 'exportComparedPicture'].includes(reason);
  if (id === 'uploadAnswers') return reason === 'answersEmpty';
  // A plan is one that fits the file, and names zones and scales that there are.
  if (['inspectAnswers', 'previewAnswers', 'startImport'].includes(id)) {
    const isMeant = ({ path }: { path: string }) => /^(plan\.|timeZone$|likelyTimeZone$)/.test(path);
    return (
      ['answersNotRead', 'nothingChosen', 'directionUnclear'].includes(reason) || (errors.length > 0 && errors.every(isMeant))
    );
  }
  // A column is one that the source has, and a method one that makes sense of the scale.
  if (id === 'correctColumn') {
    const isMeant = ({ path }: { path: string }) => /^(scale|method)(\.|$)/.test(path);
    return reason === 'columnNotFound' || (errors.length > 0 && errors.every(isMeant));
  }
  // A version that nobody signed off is taken only if that is said.
  if (id === 'createFutureState') return reason === 'notBaseline';
  // What something is to stand behind, or where answers are to go, is another one of the same place.
  if (id === 'createCategory' || id === 'updateCategory') return ['categoryNotFound', 'categoryTooDeep'].includes(reason);
  if (id === 'createCategoryRule' || id === 'updateCategoryRule') return ['ruleNotFound', 'categoryNotFound'].includes(reason);
  // A score is firm from no fewer answers than there is one from.
  if (id === 'setAnswerLimits') return errors.length > 0 && errors.every(({ path }: { path: string }) => path === 'firm');
  if (id === 'deleteCategory') return reason === 'categoryMoveToGone';
  // A target is a record of the map.
  if (id === 'createCommentThread') return reason === 'commentTargetNotFound';
  // Who is asked is a member, once, and for a department of the version; what is open is named, and nothing else.
  if (id === 'putUpSignOff' || id === 'replaceSigner') {
    return ['signOffNoDepartment', 'signOffDepartmentMissing', 'signOffTwice', 'signOffNoMember', 'signOffOpen'].includes(reason);
  }
  // A cursor is one that a list has given.
  const lists = [
    ...['listMaps', 'listVersions', 'listSignOffs', 'listMapFiles', 'listCommentThreads', 'listAnswers', 'listQuotes'],
    ...['previewCategoryRule', 'assignCategory'],
  ];
  return lists.includes(id) && errors.length > 0 && errors.every(({ path }: { path: string }) => path === 'cursor');
}

/** A name or a reference may be whatever somebody writes: another's id that is stored as one was told by the asker. (What is the other's is marked.) */
function isStoredAsTold({ json, query }: Asked, { status }: Reply): boolean {
  return status < 300 && JSON.stringify([json ?? null, query]).includes('{foreign.');
}

function requireStatus({ status, text }: Reply, allowed: readonly number[]): void {
  expect(allowed.includes(status) ? '' : `${status}: ${text.slice(0, 500)}`).toBe('');
}

/** Another request before this one drew the same Idempotency-Key. */
const isKeyUsed = ({ json }: Reply): boolean => json.reason === 'idempotencyKeyUsed';
const isConditional = ({ headers }: Asked): boolean => 'If-Match' in headers || 'If-None-Match' in headers;

// First, as nothing has been changed yet: what a changed map brings with it a little later would look like a change.
describe('without the right to it, whatever is asked for', () => {
  test.each(operations)('%s tells nothing and changes nothing', async (id) => {
    const { api, description } = server;
    const described = description.operation(id);
    const isOwn = id === 'revokeToken';
    const requests = requestsTo(described, description, 'own');
    const before = await api.rows();
    const property = fc.asyncProperty(requests, async (asked) => {
      const filled = fillRequest(described, asked, scene);
      const { expired, revoked, read, stranger } = scene.tokens;
      for (const token of [undefined, 'wgm_wrong', '', expired, revoked]) {
        const reply = await send(api, filled, token);
        expect(faultsOf(description, described, reply, scene)).toEqual([]);
        expect([token, reply.status]).toEqual([token, 401]);
      }
      if (isOwn) return;
      const byReader = await send(api, filled, read);
      expect(faultsOf(description, described, byReader, scene)).toEqual([]);
      if (described.operation['x-scope'] === 'write') expect(byReader.status).toBe(403);
      if (!described.path.includes('{')) return;
      const byStranger = await send(api, filled, stranger);
      expect(faultsOf(description, described, byStranger, scene, true)).toEqual([]);
      expect(byStranger.status).toBeGreaterThanOrEqual(400);
    });
    await fc.assert(property, runs(1 / 3));
    const after = await api.rows();
    // Who took a map along is noted, by reading, too.
    if (id === 'exportMap') expect({ ...after, audit_entry: '' }).toEqual({ ...before, audit_entry: '' });
    else expect(after).toEqual(before);
  });
});

describe('a request that is spoiled in some way', () => {
  test.each(operations)(
    'to %s is answered as described, tells nothing of others, and changes nothing when it is refused',
    async (id) => {
      const { api, description } = server;
      const described = description.operation(id);
      const spoiled = fc
        .tuple(requestsTo(described, description, 'any'), fc.array(spoilersOf(described), { minLength: 1, maxLength: 2 }))
        .map(([asked, spoilers]) => spoilers.reduce((before, spoil) => spoil(before), asked));
      // What is stored, as long as it is known.
      let known: Rows | null = null;
      const property = fc.asyncProperty(spoiled, async (asked) => {
        const before = known ?? (await api.rows());
        const reply = await send(api, fillRequest(described, asked, scene), scene.tokens.write);
        const isOwnWords = isStoredAsTold(asked, reply);
        expect(faultsOf(description, described, reply, isOwnWords ? { ...scene, foreign: {} } : scene)).toEqual([]);
        if (!isAsDescribed(description, described, asked, scene)) requireStatus(reply, [400, 403, 404, 412, 413, 415]);
        known = reply.status >= 400 ? await api.rows() : null;
        if (known) expect(known).toEqual(before);
        if (isSpent(described, reply) || isOwnWords) {
          scene = await api.scene();
          known = null;
        }
      });
      await fc.assert(property, runs(2));
    },
  );
});

describe('a request that is as described', () => {
  test.each(operations)('to %s is done', async (id) => {
    const { api, description } = server;
    const described = description.operation(id);
    const property = fc.asyncProperty(requestsTo(described, description, 'own'), async (asked) => {
      const reply = await send(api, fillRequest(described, asked, scene), scene.tokens.write);
      expect(isAsDescribed(description, described, asked, scene)).toBe(true);
      expect(faultsOf(description, described, reply, scene)).toEqual([]);
      if (reply.status >= 400 && reply.status !== 429 && !isWrongByMeaning(id, reply)) {
        // Named in the description of each: not what was read (412), not what is there (409).
        // Nor what no picture is large enough for (413).
        const allowed = [
          ...(isConditional(asked) ? [412] : []),
          ...(id === 'exportMap' ? [413] : []),
          ...(id === 'editMap' || isKeyUsed(reply) ? [409] : []),
        ];
        requireStatus(reply, allowed);
      }
      await settle(described, reply);
    });
    await fc.assert(property, { ...runs(), examples: [[exampleOf(described)]] });
    expect(done.get(id) ?? 0).toBeGreaterThan(0);
  });

  test('to anything of somebody else’s or of nobody’s is answered as described, and tells nothing', async () => {
    const { api, description } = server;
    const described = fc.constantFrom(...description.operations);
    const requests = described.chain((each) => requestsTo(each, description, 'any').map((asked) => ({ each, asked })));
    const tokens = fc.constantFrom<keyof Scene['tokens']>('write', 'read', 'editor', 'viewer');
    const property = fc.asyncProperty(requests, tokens, async ({ each, asked }, token) => {
      const reply = await send(api, fillRequest(each, asked, scene), scene.tokens[token]);
      const isOwnWords = isStoredAsTold(asked, reply);
      expect(faultsOf(description, each, reply, isOwnWords ? { ...scene, foreign: {} } : scene)).toEqual([]);
      await settle(each, reply);
      if (isOwnWords) scene = await api.scene();
    });
    await fc.assert(property, runs(20));
  });
});

test('every operation was done, and another method than those described is told which there are', async () => {
  const { api, description } = server;
  expect(operations.filter((id) => !done.has(id))).toEqual([]);
  for (const path of Object.keys(description.document.paths)) {
    const allowed = description.operations.filter((each) => each.path === path).map(({ method }) => method);
    for (const method of ['GET', 'POST', 'PATCH', 'DELETE', 'PUT'].filter((each) => !allowed.includes(each))) {
      const reply = await api.call(method, path.replaceAll(/\{\w+\}/g, 'x'), { token: scene.tokens.write });
      expect([method, path, reply.status, reply.headers.allow]).toEqual([method, path, 405, allowed.join(', ')]);
    }
  }
});
