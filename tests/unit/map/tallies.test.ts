import { describe, expect, it } from 'vitest';
import { arrange } from '@/lib/map/arrange';
import { levelOfCard, tallyEvidence } from '@/lib/map/evidenceTally';
import { listOnlyAssumed } from '@/lib/map/layout/onlyAssumed';
import { findLoss, tallyMoments } from '@/lib/map/momentTally';
import { smallMap } from '../../builders/map';

describe('how a map is known', () => {
  it('counts steps and cards by level; a card without one goes by its step', () => {
    const { steps, cards, stepCount, cardCount } = tallyEvidence(arrange(smallMap()));
    expect([stepCount, cardCount]).toEqual([3, 4]);
    expect(steps).toEqual({ assumed: 2, observed: 1, measured: 0, confirmed: 0 });
    expect(cards).toEqual({ assumed: 1, observed: 2, measured: 1, confirmed: 0 });
    expect(levelOfCard({ evidenceLevel: 'measured' }, { evidenceLevel: 'assumed' })).toBe('measured');
    expect(levelOfCard({ evidenceLevel: undefined }, undefined)).toBe('assumed');
  });

  it('names what is only assumed', () => {
    expect([...listOnlyAssumed(arrange(smallMap()))].sort()).toEqual(['card4', 'step2', 'step3']);
  });
});

describe('how moments stand', () => {
  it('counts them by gate, and finds where the journey is lost', () => {
    const map = arrange(smallMap());
    expect(tallyMoments(map)).toEqual({ count: 1, byGate: { unknown: 0, held: 0, failed: 1 } });
    expect(findLoss(map)).toMatchObject({ step: { id: 'step2' }, share: 0.12 });
  });
});
