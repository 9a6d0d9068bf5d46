import { describe, expect, test } from 'vitest';
import { CubeBuilder } from '@/lib/evidence/countCube';
import { answersColumn, emotionOfParts, listQuestions, type Part, windowOf } from '@/lib/evidence/evidenceScores';
import { commonWindow, sumUp } from '@/lib/evidence/targetScores';

const scales = {
  nps: { scale: { metric: 'nps', min: 0, max: 10, direction: 'highIsGood' }, method: { kind: 'nps' } },
  csat: { scale: { metric: 'csat', min: 1, max: 5, direction: 'highIsGood' }, method: { kind: 'mean' } },
} as const;

/** A source that asks these questions, in the order of their columns; so many answers to each, with this score. */
function partOf(
  id: string,
  asked: readonly { of: keyof typeof scales; count: number; score: number }[],
  day = '2026-06-19',
): Part {
  const cubes = new Map(
    [{ count: 1, score: 0 }, ...asked].map(({ count, score }, column) => {
      const builder = new CubeBuilder();
      if (count > 0) builder.add('', { dimensions: {} }, day, score, count);
      return [column, builder.finish()];
    }),
  );
  return {
    wants: [{ dimensions: {}, period: null, key: null }],
    source: {
      ...{ id, texts: [] },
      questions: asked.map(({ of }, index) => ({ number: answersColumn + 1 + index, ...scales[of] })),
      cubes: (column) => ({ all: cubes.get(column) ?? [], marked: [] }),
    },
  };
}

describe('the period before', () => {
  test.each([
    [{}, '2026-06-19', { from: '2026-03-22', to: '2026-06-19' }, { from: '2025-12-22', to: '2026-03-21' }],
    [{ to: '2026-03-31' }, '2026-06-19', { from: '2026-01-01', to: '2026-03-31' }, { from: '2025-10-03', to: '2025-12-31' }],
    [{ from: '2026-06-01' }, '2026-06-10', { from: '2026-06-01', to: '2026-06-10' }, { from: '2026-05-22', to: '2026-05-31' }],
    [
      { from: '2026-02-01', to: '2026-02-28' },
      null,
      { from: '2026-02-01', to: '2026-02-28' },
      { from: '2026-01-04', to: '2026-01-31' },
    ],
  ])('of %j, with answers up to %s', (named, lastDay, after, before) => {
    expect(windowOf(named, lastDay)).toEqual({ before, after });
  });

  test('there is none of what is not dated, or begins after the last answer', () => {
    expect(windowOf({}, null)).toBeNull();
    expect(windowOf({ from: '2026-07-01' }, '2026-06-19')).toBeNull();
  });

  test('of several links only when all ask for the same', () => {
    const parts = [partOf('a', [], '2026-06-19'), partOf('b', [], '2026-05-01')];
    expect(commonWindow(parts, [{}, {}])?.after.to).toBe('2026-06-19');
    expect(commonWindow(parts, [{}, { to: '2026-06-19' }])?.after.to).toBe('2026-06-19');
    expect(commonWindow(parts, [{}, { from: '2026-01-01' }])).toBeNull();
    expect(commonWindow(parts, [])).toBeNull();
  });
});

describe('several questions', () => {
  test('of several sources are one where they are reckoned alike, of one source never', () => {
    const twice = partOf('twice', [
      { of: 'csat', count: 40, score: 5 },
      { of: 'csat', count: 40, score: 1 },
      { of: 'nps', count: 40, score: 9 },
    ]);
    const once = partOf('once', [
      { of: 'csat', count: 30, score: 3 },
      { of: 'nps', count: 30, score: 9 },
    ]);
    const asked = listQuestions([twice, once, partOf('third', [{ of: 'csat', count: 1, score: 1 }])]).map((question) =>
      question.asked.map(({ part, column }) => `${part.source.id} ${column}`),
    );
    expect(asked).toEqual([['twice 3', 'once 2'], ['once 1', 'third 1'], ['twice 1'], ['twice 2']]);
  });

  test('what customers feel is taken from one of each source: satisfaction, if enough say it, else the one that most answered', () => {
    const both = (csat: number) =>
      partOf('a', [
        { of: 'nps', count: 100, score: 10 },
        { of: 'csat', count: csat, score: 1 },
      ]);
    expect(emotionOfParts([both(30)])).toMatchObject({ n: 30, score: -2 });
    expect(emotionOfParts([both(29)])).toMatchObject({ n: 100, score: 2 });
    expect(emotionOfParts([both(30), partOf('b', [{ of: 'csat', count: 30, score: 5 }])])).toMatchObject({ n: 60, score: 0 });
    expect(emotionOfParts([partOf('c', [{ of: 'nps', count: 0, score: 0 }])])).toBeNull();
    expect(emotionOfParts([])).toBeNull();
  });
});

describe('from how many answers on there are scores', () => {
  test('can be set, for scores, months, changes and what customers feel', () => {
    const parts = [partOf('a', [{ of: 'csat', count: 12, score: 5 }])];
    const told = (limits?: { score: number; firm: number }) => {
      const { scores, emotion } = sumUp(parts, [{}], { withMonths: true, ...(limits ? { limits } : {}) });
      const [score] = scores;
      return [score?.figure.standing, score?.months[0]?.figure.standing, score?.change?.comparison.verdict, emotion?.standing];
    };
    expect(told()).toEqual(['tentative', 'tentative', 'tooFew', 'tentative']);
    expect(told({ score: 20, firm: 50 })).toEqual(['tooFew', 'tooFew', 'tooFew', 'tooFew']);
    expect(told({ score: 1, firm: 12 })).toEqual(['firm', 'firm', 'tooFew', 'firm']);
  });
});
