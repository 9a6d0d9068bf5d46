import { expect, test } from 'vitest';
import { compareFigures } from '@/lib/evidence/figures/compareFigures';
import { toFigure } from '@/lib/evidence/figures/figure';
import { measureEmotion } from '@/lib/evidence/measuredEmotion';
import { toVersionEvidence } from '@/lib/versions/versionEvidence';
import { nps, npsCounts } from '@/tests/builders/scores';

const one = { score: 1, firm: 1 };
const asked = [{ sourceId: 'a', column: 1 }];

/** What is linked to one step, as a workspace has it in which one answer is enough. */
function foundOf(n: number, earlier: number) {
  const counts = npsCounts(n, 0, n);
  const figure = toFigure(counts, nps, one);
  const before = toFigure(npsCounts(0, earlier, earlier), nps, one);
  const change = { counts: { before: earlier, after: n }, comparison: compareFigures(before, figure) };
  const emotion = measureEmotion([{ scale: nps.scale, counts }], one);
  const sum = { answers: n, quotes: 0, scores: [{ asked, figure, change }], emotion };
  return {
    sources: [{ row: { id: 'a', name: 'Survey' } }],
    links: [{ link: { id: 'link1' }, ...sum }],
    steps: [{ stepId: 'step1', level: { reason: { kind: 'measured' } }, ...sum }],
  };
}

test('a version keeps nothing by which single people can be made out, however few answers are enough for a workspace', () => {
  const few = toVersionEvidence(foundOf(9, 20));
  for (const { scores, emotion } of [...(few?.links ?? []), ...(few?.steps ?? [])]) {
    expect(scores).toEqual([
      {
        asked,
        figure: { scale: nps.scale, method: nps.method, n: 9, offScale: 0, distribution: [], standing: 'tooFew' },
        change: { verdict: 'tooFew' },
      },
    ]);
    expect(emotion).toEqual({ n: 9, standing: 'tooFew' });
  }
  const [step] = toVersionEvidence(foundOf(10, 9))?.steps ?? [];
  expect(step).toMatchObject({ scores: [{ figure: { standing: 'firm', score: 100 }, change: { verdict: 'tooFew' } }] });
  expect(toVersionEvidence(foundOf(10, 10))?.steps[0]?.scores[0]?.change).toMatchObject({ verdict: 'better', difference: 200 });
});
