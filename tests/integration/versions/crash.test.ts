import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDocument } from '@/lib/document/createDocument';
import { foreseeParts } from '@/lib/document/restore/foreseeParts';
import type { MapPart } from '@/lib/document/restore/parts';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { toStandingMap } from '@/lib/map/diff/standingMap';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { ApiProcess } from '../api/support/apiProcess';
import type { Scene } from '../api/support/scene';

/** More by `WEGMARKE_CRASHES=200 npx vitest run --project integration versions/crash`. */
const crashes = Number(process.env.WEGMARKE_CRASHES ?? 8);

type Version = { number: number; kind: string; contentHash: string };

const said = (map: JourneyMap): string => toCanonicalJson(toStandingMap(map));
const hashOf = (map: JourneyMap): string => createHash('sha256').update(toCanonicalJson(map)).digest('hex');

/** What is under way, and what the map says once it is done; `before` is what an undoing leads back to. */
type UnderWay = { what: string; after: string };

describe('kill -9 while versions are kept and brought back', () => {
  let api: ApiProcess;
  let scene: Scene;
  let mapId: string;
  let random = 7;
  const dice = (sides: number): number => {
    random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((random / 2 ** 32) * sides);
  };
  const ask = (method: string, path: string, body?: unknown) =>
    api.ask(scene.tokens.write, method, `/maps/${mapId}${path}`, body);
  const read = async (of = ''): Promise<JourneyMap> => (await ask('GET', `${of}/document?deleted=true`)).map;

  beforeAll(async () => {
    api = await ApiProcess.start();
    scene = await api.scene();
    const source = { type: 'template', id: 'customerServiceCall', locale: 'en' };
    mapId = (await api.ask(scene.tokens.write, 'POST', '/maps', { workspaceId: scene.ids.workspaceId, source })).id;
  });
  afterAll(() => api.stop());

  /** What was acknowledged: versions by number, with the hashes of their content. */
  const kept = new Map<number, string>();
  const contents = new Map<number, JourneyMap>();
  let now = '';
  let underWay: UnderWay | null = null;
  /** The number of the version before the last restore that was not undone, and what the map said before it. */
  let toUndo: { number: number; before: string } | null = null;
  const counts = { kept: 0, restored: 0, undone: 0, whileRestoring: 0 };

  const note = ({ number, contentHash }: Version): void => void kept.set(number, contentHash);

  const steps: (() => Promise<void>)[] = [
    async function keep() {
      underWay = { what: 'keep', after: now };
      note(await ask('POST', '/versions', { name: `After ${counts.kept++}` }));
    },
    async function edit() {
      const map = await read();
      const step = map.steps[dice(map.steps.length)];
      const cards = map.cards.filter(({ deletedAt }) => deletedAt === undefined);
      const gone = [0, 1, 2].map(() => cards[dice(cards.length)]?.id ?? '');
      const title = `Otherwise ${random}`;
      const changed = {
        ...map,
        steps: map.steps.map((one) => (one.id === step?.id ? { ...one, title } : one)),
        cards: map.cards.map((one) => (gone.includes(one.id) ? { ...one, deletedAt: 1 } : one)),
      };
      if (step?.deletedAt !== undefined) return;
      underWay = { what: 'edit', after: said(changed) };
      toUndo = null;
      const operations = [
        { op: 'renameStep', id: step?.id, title },
        { op: 'deleteCards', ids: gone },
      ];
      await ask('POST', '/operations', { operations });
    },
    async function restore() {
      await bringBack(null);
    },
    async function restoreParts() {
      const map = await read();
      const pick = <T>(all: readonly T[]): T | undefined => all[dice(all.length)];
      const parts: MapPart[] = [
        { type: 'step', id: pick(map.steps)?.id ?? '' },
        { type: 'lane', id: pick(map.lanes)?.id ?? '' },
        { type: 'card', id: pick(map.cards)?.id ?? '' },
      ];
      await bringBack(parts);
    },
    async function undo() {
      if (!toUndo) return;
      const { number, before } = toUndo;
      underWay = { what: 'undo', after: before };
      await ask('POST', `/restores/${number}/undo`);
      toUndo = null;
      counts.undone += 1;
    },
  ];

  async function bringBack(parts: MapPart[] | null): Promise<void> {
    const numbers = [...contents.keys()];
    const number = numbers[dice(numbers.length)];
    const version = number === undefined ? undefined : contents.get(number);
    if (!version) return;
    const live = await read();
    const after = parts ? said(foreseeParts(createDocument(live), version, parts).after) : said(version);
    const before = now;
    underWay = { what: 'restore', after };
    const done = await ask('POST', `/versions/${number}/restore`, parts ? { parts } : {});
    note(done.before);
    toUndo = done.changes > 0 ? { number: done.before.number, before } : null;
    counts.restored += 1;
  }

  /** One thing after another, each checked once it is acknowledged, until the server is gone. */
  async function work(): Promise<void> {
    for (;;) {
      try {
        await steps[dice(steps.length)]?.();
      } catch (error) {
        // A server that is gone answers nothing; one that answers refuses nothing of this.
        if (error instanceof Error && /answered/.test(error.message)) throw error;
        return;
      }
      if (underWay) now = underWay.after;
      underWay = null;
    }
  }

  /** That no version is half, none that was acknowledged is gone, and the map says what it said, or what was being done. */
  async function check(): Promise<void> {
    const listed: Version[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: Version[]; nextCursor: string | null } = await ask('GET', `/versions?limit=100${cursor}`);
      listed.push(...page.items);
      cursor = page.nextCursor === null ? null : `&cursor=${encodeURIComponent(page.nextCursor)}`;
    }
    expect(new Set(listed.map(({ number }) => number)).size).toBe(listed.length);
    const known = new Set([...contents.keys(), ...kept.keys()]);
    const hashes = new Map(listed.map(({ number, contentHash }) => [number, contentHash]));
    for (const [number, hash] of kept) expect([number, hashes.get(number)]).toEqual([number, hash]);
    for (const { number, contentHash } of listed) {
      if (contents.has(number)) continue;
      const map = await read(`/versions/${number}`);
      expect([number, hashOf(map)]).toEqual([number, contentHash]);
      contents.set(number, map);
    }
    const live = said(await read());
    const allowed = underWay ? [now, underWay.after] : [now];
    expect(allowed.indexOf(live), underWay?.what ?? 'nothing was under way').toBeGreaterThanOrEqual(0);
    const before = now;
    now = live;
    if (underWay?.what === 'restore') {
      counts.whileRestoring += 1;
      // Whether it was done or not: undone, the map says what it said before. A version that was there already is that of an earlier one.
      const [last] = listed.filter(({ kind }) => kind === 'beforeRestore').sort((a, b) => b.number - a.number);
      if (last && !known.has(last.number)) {
        const reply = await api.call('POST', `/maps/${mapId}/restores/${last.number}/undo`, { token: scene.tokens.write });
        expect([200, 404]).toContain(reply.status);
        if (reply.status === 404) expect(live).toBe(before);
        else now = before;
        expect(said(await read())).toBe(before);
      }
      toUndo = null;
    }
    // An undoing that broke off can be done again.
    if (underWay?.what === 'undo' && toUndo) {
      await api.call('POST', `/maps/${mapId}/restores/${toUndo.number}/undo`, { token: scene.tokens.write });
      expect(said(await read())).toBe(toUndo.before);
      now = toUndo.before;
      toUndo = null;
    }
    underWay = null;
  }

  test(`leaves no half version and no half restore, ${crashes} times over`, { timeout: 60_000 * (crashes + 1) }, async () => {
    now = said(await read());
    note(await ask('POST', '/versions', { name: 'First' }));
    await check();
    for (let crash = 0; crash < crashes; crash++) {
      const working = work();
      // Short times are more frequent than long ones, so that the first restore after a start is met, too.
      await new Promise((resolve) => setTimeout(resolve, 60 * 50 ** (dice(1_000) / 1_000)));
      await api.crash();
      await working;
      await api.begin();
      await check();
    }
    process.stdout.write(`${crashes} crashes, ${kept.size} versions acknowledged, ${JSON.stringify(counts)}\n`);
    expect(kept.size).toBeGreaterThan(1);
  });
});
