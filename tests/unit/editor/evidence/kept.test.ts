import { describe, expect, it } from 'vitest';
import { createEvidenceStore } from '@/components/editor/evidence/evidenceStore';
import type { MapEvidence } from '@/lib/map/mapEvidence';
import { stepEvidence, stepFigure } from '../../../builders/mapEvidence';
import { satisfied } from '../../../builders/scores';
import { answerOf } from './evidenceAnswers';

const quotes = new Map([['link', { text: 'Ten minutes.', day: null }]]);

/** A map whose evidence waits behind a version that is shown, while somebody's rights change. */
function behindVersion(rights: { mayRead: boolean; mayReadAnswers: boolean }) {
  const store = createEvidenceStore();
  store.getState().allow({ mayRead: true, mayReadAnswers: true });
  store.getState().take(answerOf(), quotes);
  store.getState().look(null);
  store.getState().allow(rights);
  store.getState().look(undefined);
  return store.getState();
}

describe('what waits behind a version', () => {
  it('is there again afterwards', () => {
    expect(behindVersion({ mayRead: true, mayReadAnswers: true })).toMatchObject({ status: 'ready', quotes });
  });

  it('has no words any more for whoever may not read them any more', () => {
    const state = behindVersion({ mayRead: true, mayReadAnswers: false });
    expect(state.status).toBe('ready');
    expect(state.quotes.size).toBe(0);
  });

  it('is nothing for whoever may read nothing any more', () => {
    const state = behindVersion({ mayRead: false, mayReadAnswers: false });
    expect(state.answer).toBeNull();
    expect(state.quotes.size).toBe(0);
  });
});

describe('what a version keeps', () => {
  const figures = [stepFigure(satisfied, [30, 10, 5, 3, 2])];
  const said = [{ linkId: 'link', text: 'Ten minutes.', source: 'Website survey', day: null }];
  const then: MapEvidence = new Map([
    ['s1', stepEvidence(figures, said)],
    ['s2', { ...stepEvidence([], said), emotion: null }],
  ]);
  /** It is looked at, while what customers say now is there (`isHere`) or comes later, and somebody's rights are told again. */
  function lookedAt(isHere: boolean, rights: { mayRead: boolean; mayReadAnswers: boolean }) {
    const store = createEvidenceStore();
    store.getState().allow({ mayRead: true, mayReadAnswers: true });
    if (isHere) store.getState().take(answerOf(), quotes);
    store.getState().look(then);
    if (!isHere) store.getState().take(answerOf(), quotes);
    store.getState().allow(rights);
    return store.getState();
  }

  it.each([true, false])('stays when the same rights are told again, as when a panel is opened (%o)', (isHere) => {
    expect(lookedAt(isHere, { mayRead: true, mayReadAnswers: true }).onMap).toBe(then);
  });

  it('has figures, but no words any more, for whoever may not read those any more', () => {
    const { onMap } = lookedAt(true, { mayRead: true, mayReadAnswers: false });
    expect(onMap).toEqual(new Map([['s1', stepEvidence(figures)]]));
  });

  it('is nothing for whoever may read nothing any more', () => {
    expect(lookedAt(true, { mayRead: false, mayReadAnswers: false }).onMap).toBeNull();
  });
});
