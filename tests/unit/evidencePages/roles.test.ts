import { describe, expect, test } from 'vitest';
import { type ColumnSample, choiceOf, roleChoices, withRole } from '@/components/evidence/wizard/roleChoice';
import {
  type ScoreColumn,
  withDirection,
  withLabel,
  withMetric,
  withRange,
  wordsOf,
} from '@/components/evidence/wizard/scoreEdits';
import type { ColumnPlan } from '@/lib/evidence/reading/columns';
import { roleSchema } from '@/lib/evidence/reading/columns';
import type { ScoreScale } from '@/lib/evidence/scoreScale';

const sampleOf = (...cells: string[]): ColumnSample => ({ cells, decimal: 'point', missing: ['n/a'] });
const ignored = (name: string): ColumnPlan => ({ name, label: '', role: { kind: 'ignore' }, doubts: [] });

describe('another role for a column', () => {
  test('is a sound one, whatever the column holds, and is what was chosen', () => {
    for (const choice of roleChoices) {
      for (const cells of [[], ['9', '10', '3'], ['yes', 'no'], ['10.03.2026'], ['n/a']]) {
        const column = ignored('Anything');
        const { role } = withRole(column, choice, column, sampleOf(...cells));
        expect(choiceOf(role)).toBe(choice);
        expect(roleSchema.safeParse(role).success).toBe(true);
      }
    }
  });

  test('is what was found, when that is chosen again', () => {
    const found: ColumnPlan = { name: 'Q1', label: '', role: { kind: 'personal', data: 'ip', treatment: 'drop' }, doubts: [] };
    expect(withRole({ ...found, role: { kind: 'ignore' } }, 'personal', found, sampleOf())).toEqual(found);
  });

  test('is guessed from what was asked and answered', () => {
    const nps = ignored('Would you recommend us?');
    expect(withRole(nps, 'score', nps, sampleOf('9', '10', '0')).role).toMatchObject({ scale: { metric: 'nps', max: 10 } });
    const date = ignored('When');
    expect(withRole(date, 'time', date, sampleOf('13.03.2026', 'n/a')).role).toEqual({ kind: 'time', form: 'dmy' });
  });

  test('asks for the direction where nothing says that it is a score', () => {
    const column = ignored('Q7');
    expect(withRole(column, 'score', column, sampleOf('a', 'b')).doubts).toContain('score.directionUnclear');
  });
});

const scoreOf = (scale: ScoreScale, doubts: ColumnPlan['doubts'] = []): ScoreColumn => ({
  name: 'Q',
  label: '',
  role: { kind: 'score', scale, labels: {} },
  doubts,
});
const csat = { metric: 'csat', min: 1, max: 5, direction: 'highIsGood' } as const;

describe('a score that is corrected', () => {
  test('is asked for its direction on scales that are asked both ways, and only there', () => {
    expect(withMetric(scoreOf(csat), 'ces').doubts).toEqual(['score.directionUnclear']);
    expect(withRange(scoreOf({ ...csat, metric: 'ces' }), { min: 1, max: 7 }).doubts).toEqual([]);
    expect(withRange(scoreOf(csat), { min: 1, max: 6 }).doubts).toEqual(['score.directionUnclear']);
  });

  test('is asked again once it was settled for another scale', () => {
    const settled = withDirection(scoreOf({ ...csat, metric: 'ces' }, ['score.directionUnclear']), 'lowIsGood');
    expect(settled).toMatchObject({ doubts: [], role: { scale: { direction: 'lowIsGood' } } });
    expect(withRange(settled, { min: 0, max: 5 }).doubts).toEqual(['score.directionUnclear']);
  });

  test('has 0–10 as NPS, with 10 as the good end', () => {
    expect(withMetric(scoreOf({ ...csat, direction: 'lowIsGood' }), 'nps').role.scale).toEqual({
      ...{ metric: 'nps', min: 0, max: 10, direction: 'highIsGood' },
    });
  });

  test('has numbers for words', () => {
    const column = withLabel(withLabel(scoreOf(csat), 'good', 5), 'bad', 1);
    expect(column.role.labels).toEqual({ good: 5, bad: 1 });
    expect(withLabel(column, 'bad', null).role.labels).toEqual({ good: 5 });
    expect(wordsOf(column, sampleOf('Good', 'So-so', '3', ''))).toEqual(['good', 'bad', 'so-so']);
  });

  test('shows no words of a column that holds sentences', () => {
    const sentences = Array.from({ length: 40 }, (_, index) => `sentence ${'x'.repeat(index)}`);
    expect(wordsOf(scoreOf(csat), sampleOf(...sentences))).toEqual([]);
  });
});
