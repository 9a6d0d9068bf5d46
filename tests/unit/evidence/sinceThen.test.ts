import { describe, expect, it } from 'vitest';
import { toFigure } from '@/lib/evidence/figures/figure';
import type { Reckoning } from '@/lib/evidence/scoreMethod';
import { type AskedScore, sinceThen } from '@/lib/evidence/sinceThen';
import { countsFrom, nps, npsCounts, satisfied } from '@/tests/builders/scores';

const asked = (...questions: string[]) => questions.map((sourceId) => ({ sourceId, column: 1 }));
const score = (of: AskedScore['asked'], counts: ReturnType<typeof npsCounts>, reckoning: Reckoning = nps): AskedScore => ({
  asked: of,
  figure: toFigure(counts, reckoning),
});

describe('what became of scores since an earlier state', () => {
  it('is a change only where it is more than chance, and says what it was', () => {
    const [since] = sinceThen([score(asked('a'), npsCounts(80, 10, 100))], [score(asked('a'), npsCounts(30, 40, 100))]);
    expect(since).toMatchObject({ before: { n: 100, score: -10 }, comparison: { verdict: 'better', difference: 80 } });
    const [noise] = sinceThen([score(asked('a'), npsCounts(50, 20, 100))], [score(asked('a'), npsCounts(49, 21, 99))]);
    expect(noise?.comparison.verdict).toBe('withinNoise');
    const [few] = sinceThen([score(asked('a'), npsCounts(50, 20, 100))], [score(asked('a'), npsCounts(5, 2, 9))]);
    expect(few).toMatchObject({ before: { n: 9, standing: 'tooFew' }, comparison: { verdict: 'tooFew' } });
  });

  it('goes by the question before anything else, and takes each earlier score once', () => {
    const earlier = [score(asked('a'), npsCounts(10, 0, 40)), score(asked('b'), npsCounts(20, 0, 40))];
    const now = [
      score(asked('b'), npsCounts(40, 0, 40)),
      score(asked('c'), npsCounts(40, 0, 40)),
      score(asked('d'), npsCounts(40, 0, 40)),
    ];
    // What nobody was asked then has nothing before it, however alike it is reckoned.
    expect(sinceThen(now, earlier).map((since) => since?.before.n && since.before.distribution[9]?.count)).toEqual([
      20,
      undefined,
      undefined,
    ]);
  });

  it('goes by how many answers are enough now, for the earlier state, too', () => {
    const [earlier, now] = [npsCounts(5, 2, 12), npsCounts(50, 20, 100)].map((counts) => score(asked('a'), counts));
    if (!earlier || !now) throw new Error('two scores');
    const [since] = sinceThen([now], [earlier], { score: 20, firm: 50 });
    expect(since).toMatchObject({ before: { n: 12, standing: 'tooFew', distribution: [] }, comparison: { verdict: 'tooFew' } });
    expect(sinceThen([now], [earlier], { score: 5, firm: 12 })[0]?.before.standing).toBe('firm');
  });

  it('finds a score again to which another source has come', () => {
    const earlier = [score(asked('x'), npsCounts(5, 0, 40)), score(asked('a'), npsCounts(10, 0, 40))];
    const [since] = sinceThen([score(asked('a', 'b'), npsCounts(40, 0, 80))], earlier);
    expect(since?.before.distribution[9]?.count).toBe(10);
  });

  it('never compares what is reckoned otherwise: of the same question it says so, of others nothing', () => {
    const mean: Reckoning = { ...satisfied, method: { kind: 'mean' } };
    const counts = countsFrom(1, 1, 1, 4, 14, 20);
    const [same] = sinceThen([score(asked('a'), counts, mean)], [score(asked('a'), counts, satisfied)]);
    expect(same?.comparison).toEqual({ verdict: 'incomparable' });
    expect(sinceThen([score(asked('a'), counts, satisfied)], [score(asked('b'), npsCounts(5, 5, 20))])).toEqual([null]);
    expect(sinceThen([score(asked('a'), counts, satisfied)], [])).toEqual([null]);
    expect(sinceThen([], [score(asked('a'), counts, satisfied)])).toEqual([]);
  });
});
