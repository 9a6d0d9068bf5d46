import { describe, expect, test } from 'vitest';
import {
  applyEdits,
  editColumn,
  findBlockers,
  keptPersonal,
  noEdits,
  planEditsSchema,
} from '@/components/evidence/wizard/planEdits';
import type { ColumnPlan, Role } from '@/lib/evidence/reading/columns';
import { type ReadingPlan, readingPlanSchema } from '@/lib/evidence/reading/readingPlan';

const column = (name: string, role: Role, doubts: ColumnPlan['doubts'] = []): ColumnPlan => ({ name, label: '', role, doubts });

const planOf = (...columns: ColumnPlan[]): ReadingPlan => ({
  ...readingPlanSchema.parse({
    version: 1,
    form: { kind: 'delimited', encoding: { name: 'utf-8' }, delimiter: ',', quote: '"' },
    layout: null,
    headerRows: 1,
    decimal: 'point',
    timeZone: 'UTC',
    columns: [],
  }),
  columns,
});

const ces = { kind: 'score', scale: { metric: 'ces', min: 1, max: 5, direction: 'highIsGood' }, labels: {} } as const;

describe('what somebody settles about a plan', () => {
  const why = column('Why?', { kind: 'verbatim' });

  test('is laid over what was found, by names', () => {
    const edits = editColumn(noEdits, column('Why?', { kind: 'segment' }));
    expect(applyEdits(planOf(why), edits).columns[0]?.role).toEqual({ kind: 'segment' });
    expect(applyEdits(planOf(column('Other', { kind: 'ignore' })), edits).columns[0]?.role).toEqual({ kind: 'ignore' });
  });

  test('waits for columns that are gone meanwhile', () => {
    const edits = editColumn(noEdits, column('Why?', { kind: 'segment' }));
    applyEdits(planOf(column('Why?;When?', { kind: 'verbatim' })), edits);
    expect(applyEdits(planOf(why), edits).columns[0]?.role).toEqual({ kind: 'segment' });
  });

  test('knows no columns that every object has', () => {
    expect(applyEdits(planOf(column('constructor', { kind: 'verbatim' })), noEdits).columns[0]?.role).toEqual({
      kind: 'verbatim',
    });
    const edits = editColumn(noEdits, column('__proto__', { kind: 'segment' }));
    expect(applyEdits(planOf(column('__proto__', { kind: 'verbatim' })), edits).columns[0]?.role).toEqual({ kind: 'segment' });
  });

  test('says whether verbatims are masked', () => {
    expect(applyEdits(planOf(why), noEdits).masksVerbatims).toBe(true);
    expect(applyEdits(planOf(why), { ...noEdits, masksVerbatims: false }).masksVerbatims).toBe(false);
  });

  test('is read again from what a tab has kept', () => {
    const edits = editColumn({ ...noEdits, masksVerbatims: false }, column('Effort', ces, ['score.directionUnclear']));
    expect(planEditsSchema.parse(JSON.parse(JSON.stringify(edits)))).toEqual(edits);
  });
});

describe('what has to be settled before a file is imported', () => {
  test('nothing, when all is settled', () => {
    expect(findBlockers(planOf(column('Why?', { kind: 'verbatim' }), column('Effort', ces)), 3)).toEqual([]);
  });

  test('that something is taken over', () => {
    const mail = column('Mail', { kind: 'personal', data: 'email', treatment: 'keep' });
    expect(findBlockers(planOf(mail, column('Id', { kind: 'ignore' })), 3)).toEqual([{ kind: 'nothingChosen' }]);
    expect(keptPersonal(planOf(mail))).toEqual(['Mail']);
  });

  test('directions, scales, and roles that only one can have', () => {
    const plan = planOf(
      column('Effort', ces, ['score.directionUnclear']),
      column('Odd', { ...ces, scale: { ...ces.scale, min: 5 } }),
      column('Sent', { kind: 'time', form: 'ymd' }),
      column('Opened', { kind: 'time', form: 'ymd' }),
    );
    expect(findBlockers(plan, 3)).toEqual([
      { kind: 'conflict', columns: ['Opened'] },
      { kind: 'scale', columns: ['Odd'] },
      { kind: 'direction', columns: ['Effort'] },
    ]);
  });

  test('no direction of a column that is no score any more', () => {
    expect(findBlockers(planOf(column('Effort', { kind: 'segment' }, ['score.directionUnclear'])), 3)).toEqual([]);
    // Without a row there is nothing to settle, and nothing to import.
    expect(findBlockers(planOf(column('Effort', { kind: 'ignore' })), 0)).toEqual([{ kind: 'noRows' }]);
  });
});
