import { describe, expect, it } from 'vitest';
import { createEvidenceStore } from '@/components/editor/evidence/evidenceStore';
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
