import { describe, expect, it } from 'vitest';
import { evidenceToDraw } from '@/components/editor/evidence/evidenceToDraw';
import { type PinnedQuote, toMapEvidence } from '@/lib/evidence/toMapEvidence';
import { answerOf } from './evidenceAnswers';

const draw = (answer: ReturnType<typeof answerOf>, quotes: ReadonlyMap<string, PinnedQuote> | null) =>
  toMapEvidence(evidenceToDraw(answer), quotes);

const step = { type: 'step', id: 's1' } as const;

describe('what the server says about a map, as it is drawn', () => {
  it('is the scores of each step, what became of them, and whether they make it measured', () => {
    const evidence = draw(
      answerOf(
        [],
        [
          { id: 's1', isFirm: true },
          { id: 's2', isFirm: false },
        ],
      ),
      new Map(),
    );
    expect(evidence.get('s1')).toMatchObject({
      figures: [{ figure: { n: 40, score: 85, standing: 'firm' }, change: { verdict: 'withinNoise', difference: 3 } }],
      emotion: { n: 40, score: 1.3 },
      isMeasured: true,
    });
    expect(evidence.get('s2')).toMatchObject({
      figures: [{ figure: { n: 3, standing: 'tooFew' }, change: null }],
      isMeasured: false,
    });
  });

  it('has the answers that are linked one by one as quotes, those that were erased without words', () => {
    const answer = answerOf(
      [
        { id: 'a', target: step, responseId: 'r1' },
        { id: 'b', target: step, responseId: 'r2', state: 'erased' },
        { id: 'c', target: { type: 'card', id: 'card' }, responseId: 'r3' },
        { id: 'd', target: step },
        { id: 'e', target: step, responseId: 'r4' },
      ],
      [{ id: 's1', isFirm: true }],
    );
    const quotes = new Map([
      ['a', { text: 'Ten minutes.', day: '2026-11-03' }],
      ['c', { text: 'On a card.', day: null }],
    ]);
    expect(draw(answer, quotes).get('s1')?.quotes).toEqual([
      { linkId: 'a', text: 'Ten minutes.', source: 'Website survey', day: '2026-11-03' },
      { linkId: 'b', text: null, source: 'Website survey', day: null },
    ]);
  });

  it('has no quotes, and no gaps for them, for whoever may read no answers', () => {
    const answer = answerOf([{ id: 'b', target: step, responseId: 'r2', state: 'erased' }], [{ id: 's1', isFirm: true }]);
    expect(draw(answer, null).get('s1')?.quotes).toEqual([]);
  });
});
