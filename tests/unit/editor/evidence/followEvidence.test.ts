import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEvidenceStore } from '@/components/editor/evidence/evidenceStore';
import { followEvidence } from '@/components/editor/evidence/followEvidence';
import type { EventWatcher } from '@/components/live/watchEvents';
import { RequestError } from '@/components/workspace/request';
import { moveCards } from '@/lib/document/operations/cards';
import { linkEvidence } from '@/lib/document/operations/evidenceLinks';
import { deleteLane } from '@/lib/document/operations/lanes';
import { readMap } from '@/lib/document/readMap';
import type { EvidenceAnswer } from '@/lib/evidence/evidenceAnswer';
import { serviceCall } from '../editorFixture';
import { answerOf } from './evidenceAnswers';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** An open map whose server answers what the test says. */
function follow(answers: (links: number, against: number | null) => EvidenceAnswer = () => answerOf()) {
  const doc = serviceCall();
  const listeners = new Set<() => void>();
  let snapshot = { map: readMap(doc).map };
  const map = {
    getSnapshot: () => snapshot,
    live: () => snapshot.map,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const changed = (): void => {
    snapshot = { map: readMap(doc).map };
    for (const listener of listeners) listener();
  };
  const store = createEvidenceStore();
  store.getState().allow({ mayRead: true, mayReadAnswers: true });
  const read = vi.fn(async (against: number | null) => answers(snapshot.map.links.length, against));
  const pinned = vi.fn(async () => new Map([['link', { text: 'Ten minutes.', day: null }]]));
  let watcher: EventWatcher = { onEvent: () => undefined };
  const stop = followEvidence({ map } as never, store, { read, pinned }, (given) => {
    watcher = given;
    return () => undefined;
  });
  return {
    ...{ store, read, pinned, stop },
    open: () => watcher.onOpen?.(),
    tell: (kind: Parameters<EventWatcher['onEvent']>[0]) => watcher.onEvent(kind, {}),
    link() {
      const stepId = snapshot.map.steps[0]?.id ?? '';
      const id = linkEvidence(doc, { target: { type: 'step', id: stepId }, sourceId: 'survey' });
      changed();
      return { id: id ?? '', stepId };
    },
    /** Links an answer to a card, and moves cards. */
    linkToCard() {
      const card = snapshot.map.cards[0];
      linkEvidence(doc, { target: { type: 'card', id: card?.id ?? '' }, sourceId: 'survey', responseId: 'r1' });
      changed();
      return { id: card?.id ?? '', stepId: card?.pos.stepId ?? '', laneId: card?.pos.laneId ?? '' };
    },
    move(id: string, stepId: string, laneId: string) {
      moveCards(doc, { ids: [id], to: { stepId, laneId } });
      changed();
    },
    deleteLane(id: string) {
      deleteLane(doc, { id });
      changed();
    },
    steps: snapshot.map.steps.map(({ id }) => id),
  };
}

describe('the evidence of an open map', () => {
  it('is asked for when the line opens, and when somebody imported or erased', async () => {
    const { store, read, open, tell } = follow();
    open();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState().status).toBe('ready');
    tell('comments.changed');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(read).toHaveBeenCalledTimes(1);
    tell('evidence.changed');
    await vi.advanceTimersByTimeAsync(0);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('is asked for again after a link changed, until the server knows it', async () => {
    let known: EvidenceAnswer | null = null;
    const { store, read, open, link } = follow(() => known ?? answerOf());
    open();
    await vi.advanceTimersByTimeAsync(0);
    const { id, stepId } = link();
    await vi.advanceTimersByTimeAsync(500);
    expect(read).toHaveBeenCalledTimes(2);
    expect(store.getState().links.has(id)).toBe(false);
    known = answerOf([{ id, target: { type: 'step', id: stepId } }]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(store.getState().links.has(id)).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('does not ask for ever for a link that the server never comes to know', async () => {
    const { read, open, link } = follow();
    open();
    await vi.advanceTimersByTimeAsync(0);
    link();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(read).toHaveBeenCalledTimes(6);
  });

  it('asks for what single answers say only where some are linked', async () => {
    const { store, pinned, open } = follow(() =>
      answerOf([{ id: 'link', target: { type: 'step', id: 's1' }, responseId: 'r1' }], [{ id: 's1', isFirm: true }]),
    );
    open();
    await vi.advanceTimersByTimeAsync(0);
    expect(pinned).toHaveBeenCalledTimes(1);
    expect(store.getState().onMap?.get('s1')?.quotes).toMatchObject([{ text: 'Ten minutes.' }]);
  });

  it('keeps what is known when a request fails, and says so when nothing is', async () => {
    let isDown = true;
    const { store, open } = follow(() => {
      if (isDown) throw new Error('down');
      return answerOf();
    });
    open();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState().status).toBe('failed');
    isDown = false;
    open();
    await vi.advanceTimersByTimeAsync(0);
    isDown = true;
    open();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState()).toMatchObject({ status: 'ready', answer: answerOf() });
  });

  it('has no words left for whoever may no longer read single answers', async () => {
    const told = [{ id: 'link', target: { type: 'step', id: 's1' } as const, responseId: 'r1' }];
    const { store, open } = follow(() => answerOf(told, [{ id: 's1', isFirm: true }]));
    open();
    await vi.advanceTimersByTimeAsync(0);
    store.getState().allow({ mayRead: true, mayReadAnswers: false });
    expect(store.getState().quotes.size).toBe(0);
    expect(store.getState().onMap?.get('s1')).toMatchObject({ quotes: [], figures: [{ figure: { n: 40 } }] });
  });

  it('is asked for anew when another version is to be compared with, and without one when that is gone', async () => {
    const gone = { status: 404, code: 'notFound', reason: 'versionNotFound', detail: 'There is no such version.', errors: [] };
    const { store, read, open } = follow((_, against) => {
      if (against === 9) throw new RequestError('refused', gone);
      return answerOf();
    });
    open();
    await vi.advanceTimersByTimeAsync(0);
    store.getState().compareWith(3);
    await vi.advanceTimersByTimeAsync(0);
    expect(read.mock.calls).toEqual([[null], [3]]);
    store.getState().compareWith(9);
    await vi.advanceTimersByTimeAsync(0);
    expect(read.mock.calls.slice(2)).toEqual([[9], [null]]);
    expect(store.getState()).toMatchObject({ against: null, status: 'ready' });
  });

  it('shows what is said of a card with the step in whose column the card lies', async () => {
    const { store, linkToCard, move, steps } = follow();
    const { id, stepId, laneId } = linkToCard();
    expect(store.getState().homes).toEqual(new Map([[id, stepId]]));
    const before = store.getState().homes;
    const other = steps.find((step) => step !== stepId) ?? '';
    move(id, other, laneId);
    expect(store.getState().homes).toEqual(new Map([[id, other]]));
    expect(store.getState().homes).not.toBe(before);
  });

  it('shows what is said of a card with no step once its lane was deleted', () => {
    const { store, linkToCard, deleteLane: remove } = follow();
    remove(linkToCard().laneId);
    expect(store.getState().homes).toEqual(new Map());
  });

  it('is forgotten by whoever may no longer see it', async () => {
    const { store, open } = follow(() => answerOf([], [{ id: 's1', isFirm: true }]));
    open();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState().onMap?.size).toBe(1);
    store.getState().allow({ mayRead: false, mayReadAnswers: false });
    expect(store.getState()).toMatchObject({ answer: null, onMap: null, isOpen: false });
  });
});
