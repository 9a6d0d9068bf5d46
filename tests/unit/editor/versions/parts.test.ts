import { describe, expect, test, vi } from 'vitest';
import type { CompareState } from '@/components/editor/compare/compareStore';
import type { MapReference } from '@/components/editor/reference';
import { createSelectionStore, sameSelection } from '@/components/editor/selection';
import { isOnVersion, partOfDifference, partsOf } from '@/components/editor/versions/parts/partsOf';
import { createPartsStore, type PartsSource } from '@/components/editor/versions/parts/partsStore';
import { comparedSource } from '@/components/editor/versions/parts/usePartsSource';
import { placedOn, whenOnMap } from '@/components/editor/versions/parts/whenOnMap';
import type { Version } from '@/components/editor/versions/versionRequests';
import { deleteCards } from '@/lib/document/operations/cards';
import { deleteStep } from '@/lib/document/operations/steps';
import { readMap } from '@/lib/document/readMap';
import type { MapPart } from '@/lib/document/restore/parts';
import { toWordPieces } from '@/lib/document/wordDiff';
import { compareStates } from '@/lib/map/compare/compareStates';
import type { Difference } from '@/lib/map/diff/mapDiff';
import { openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

const version: Version = {
  ...{ number: 1, kind: 'manual', name: '', note: '', by: null, at: '2026-03-14T10:00:00.000Z', stepCount: 3, cardCount: 4 },
};
const none: ReadonlyMap<string, string> = new Map();
const part = (name: string): MapPart => ({ type: name.replace(/\d.*/, '') as MapPart['type'], id: name });

describe('what of a selection can be brought back', () => {
  const map = smallMap();
  const choose = (selected: readonly MapReference[], ghosts = none) => partsOf(selected, { map, ghosts });

  test('are stages, steps, lanes and cards, each with everything on it; a cell stands for its cards', () => {
    expect(choose([part('card1'), part('step2'), part('lane1')])).toEqual([part('step2'), part('lane1')]);
    expect(choose([{ type: 'cell', stepId: 'step2', laneId: 'lane1' }])).toEqual([part('card3'), part('card4')]);
    expect(choose([part('stage2'), part('card3'), part('card1')])).toEqual([part('stage2'), part('card1')]);
  });

  test('is nothing else, and nothing that the version does not have', () => {
    const others: MapReference[] = [
      ...[
        { type: 'touchpoint' as const, id: 'touchpoint1' },
        { type: 'moment' as const, id: 'step2' },
      ],
      { type: 'emotion', stepId: 'step2', personaId: 'persona1' },
      { type: 'meta', field: 'title' },
    ];
    expect(choose([...others, part('card99'), { type: 'stage', id: 'unplaced' }])).toEqual([]);
  });

  test('deleted is not on it; in the tray is', () => {
    const doc = openDocument(map);
    deleteCards(doc, { ids: ['card1'] });
    deleteStep(doc, { id: 'step2' });
    const now = readMap(doc).map;
    expect(['card1', 'step2', 'card3'].map((name) => isOnVersion(now, part(name)))).toEqual([false, false, true]);
  });

  test('a card that moved stands a second time in a comparison: it is one', () => {
    const ghosts = new Map([['was-card1', 'card1']]);
    expect(choose([{ type: 'card', id: 'was-card1' }, part('card1')], ghosts)).toEqual([part('card1')]);
  });
});

describe('what a difference is about', () => {
  const map = smallMap();
  const partAt = (collection: Difference['collection'], id: string) =>
    partOfDifference({ kind: 'removed', collection, id } as Difference, [map], map);

  test('is brought back with the card or the step that it hangs on', () => {
    expect(partAt('cards', 'card1')).toEqual(part('card1'));
    expect(partAt('cardTags', 'card1:urgent')).toEqual(part('card1'));
    expect(partAt('emotions', 'step2:persona1')).toEqual(part('step2'));
    expect(partAt('moments', 'step2')).toEqual(part('step2'));
    expect(partAt('touchpoints', map.touchpoints[1]?.id ?? '')).toEqual(part('step2'));
    expect(partAt('transitions', map.transitions[0]?.id ?? '')).toEqual(part('step3'));
    expect(partAt('stages', 'stage1')).toEqual(part('stage1'));
    expect(partAt('lanes', 'lane1')).toEqual(part('lane1'));
  });

  test('is no part where it belongs to the map as a whole, or the version does not have it', () => {
    expect([partAt('meta', ''), partAt('personas', 'persona1'), partAt('departments', 'department1')]).toEqual([
      null,
      null,
      null,
    ]);
    expect([partAt('cards', 'card99'), partAt('touchpoints', 'gone'), partAt('attachments', 'gone')]).toEqual([null, null, null]);
  });
});

describe('the version that parts are brought back from', () => {
  const before = smallMap();
  const doc = openDocument(before);
  deleteCards(doc, { ids: ['card1'] });
  const after = readMap(doc).map;
  const compared = compareStates(before, after, toWordPieces);
  const side = (own: Version | null, foreign = false) => ({
    ...{ title: '', kind: 'current' as const },
    ...{ version: own, foreign, evidence: null },
  });
  const source = (sides: CompareState['sides'], original = none) =>
    comparedSource({ compared, sides, matched: { map: before, original, isSuggested: false } });

  test('is the one that the live map is compared with, on either side', () => {
    expect(source({ before: side(version), after: side(null) })).toMatchObject({ version, map: before });
    expect(source({ before: side(null), after: side(version) })).toMatchObject({ version, map: after });
  });

  test('is none while two versions, other maps or things paired by hand are compared', () => {
    expect(source({ before: side(version), after: side({ ...version, number: 2 }) })).toBeNull();
    expect(source({ before: side(version, true), after: side(null) })).toBeNull();
    expect(source({ before: side(version), after: side(null) }, new Map([['cards card1', 'other']]))).toBeNull();
    expect(source(null)).toBeNull();
  });

  test('is asked for by nobody who may not, and without anything to bring back', () => {
    const store = createPartsStore();
    const offered: PartsSource = { version, map: before, ghosts: none };
    store.getState().offer(offered, false);
    store.getState().ask([part('card1')]);
    expect(store.getState().asked).toBeNull();
    store.getState().offer(offered, true);
    store.getState().ask([]);
    expect(store.getState().asked).toBeNull();
    store.getState().ask([part('card1')]);
    // It stays what was asked for, whatever is looked at meanwhile.
    store.getState().offer(null, true);
    expect(store.getState().asked).toEqual({ source: offered, parts: [part('card1')] });
    store.getState().close();
    expect(store.getState().asked).toBeNull();
  });
});

describe('waiting for what was brought back', () => {
  test('ends when it is on the live map, and after a while with what is there', async () => {
    vi.useFakeTimers();
    const doc = openDocument(smallMap());
    deleteCards(doc, { ids: ['card1', 'card2'] });
    let live = readMap(doc).map;
    const listeners = new Set<() => void>();
    const map = {
      live: () => live,
      subscribe(listener: () => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    const found = whenOnMap(map, [part('card1'), part('step1')]);
    live = smallMap();
    for (const listener of [...listeners]) listener();
    expect(await found).toEqual([part('card1'), part('step1')]);
    const late = whenOnMap(map, [part('card1'), part('card99')]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await late).toEqual([part('card1')]);
    expect(listeners.size).toBe(0);
    vi.useRealTimers();
  });

  test('does not wait for what comes into the tray', async () => {
    const doc = openDocument(smallMap());
    deleteStep(doc, { id: 'step2' });
    const after = readMap(doc).map;
    const placed = placedOn(after, [part('card1'), part('card3')]);
    expect(placed).toEqual([part('card1')]);
    expect(await whenOnMap({ live: () => after, subscribe: () => () => {} }, placed)).toEqual(placed);
  });

  test('takes the selection from nobody who has gone on to something else', () => {
    const store = createSelectionStore();
    store.getState().select(part('card1'));
    const before = store.getState();
    expect(sameSelection(before, store.getState())).toBe(true);
    store.getState().hover(part('card2'));
    store.getState().select(part('card1'));
    expect(sameSelection(before, store.getState())).toBe(true);
    store.getState().edit(part('card1'));
    expect(sameSelection(before, store.getState())).toBe(false);
    store.getState().select(part('card2'));
    expect(sameSelection(before, store.getState())).toBe(false);
  });
});
