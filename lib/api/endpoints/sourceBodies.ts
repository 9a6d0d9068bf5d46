import type { z } from 'zod';
import type { EvidenceColumn } from '@/lib/data/evidence/columns';
import type { EntryFileRow } from '@/lib/data/evidence/entryFiles';
import type { ImportRow } from '@/lib/data/evidence/imports';
import type { SourceRow } from '@/lib/data/evidence/sources';
import { assignedBy, categoryDimension } from '@/lib/evidence/categories/category';
import type { Comparison } from '@/lib/evidence/figures/compareFigures';
import type { Figure } from '@/lib/evidence/figures/figure';
import type { Locale } from '@/lib/i18n/locale';
import type { EntryNote } from '@/lib/sources/entries/readEntry';
import type { PlacedAnswer } from '@/lib/sources/listAnswers';
import { type ProblemOfFile, readProblem } from '@/lib/sources/problemSentence';
import type { ColumnFigures } from '@/lib/sources/readFigures';
import type {
  answerSchema,
  changeSchema,
  columnFiguresSchema,
  entryFileSchema,
  entryNoteSchema,
  evidenceColumnSchema,
  figureSchema,
  importSchema,
  sourceSchema,
} from '../schemas/evidence';

/** A source as it is answered. */
export function toSourceBody({ createdAt, revision: _, ...row }: SourceRow): z.output<typeof sourceSchema> {
  return { ...row, createdAt: createdAt.toISOString() };
}

/** A column as it is answered. */
export function toColumnBody(column: EvidenceColumn): z.output<typeof evidenceColumnSchema> {
  const { number, kind, name, label } = column;
  const { scale, method } = column.kind === 'score' ? column : { scale: null, method: null };
  return { number, kind, name, label, scale, method };
}

/** A file as it is answered, with the sentence about what is wrong with it. */
export function toImportBody(row: ImportRow, locale: Locale): z.output<typeof importSchema> {
  const { plan: _plan, shape: _shape, createdBy: _by, failure, createdAt, startedAt, endedAt, ...rest } = row;
  const problem: ProblemOfFile | null = failure === null ? null : readProblem(failure, locale);
  return {
    ...rest,
    failure: problem,
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  };
}

/** An answer as it is answered. */
export function toAnswerBody(
  { fingerprint, at, day, sliceId: _, categoryId, categoryBy, dimensions, ...row }: PlacedAnswer,
  entry?: EntryNote,
): z.output<typeof answerSchema> {
  const { [categoryDimension]: _said, ...others } = dimensions;
  const by = assignedBy.find((way) => way === categoryBy);
  const category = categoryId !== '' && by ? { id: categoryId, by } : null;
  return {
    ...row,
    id: fingerprint,
    at: at?.toISOString() ?? null,
    day: day || null,
    dimensions: others,
    category,
    entry: entry ? toEntryNoteBody(entry) : null,
  };
}

/** Who typed an answer in, as it is answered. */
export function toEntryNoteBody({ author, createdAt, editedAt, files }: EntryNote): z.output<typeof entryNoteSchema> {
  return {
    author,
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    files: files.map(toEntryFileBody),
  };
}

/** A picture or file of an entry, as it is answered. */
export function toEntryFileBody(file: EntryFileRow): z.output<typeof entryFileSchema> {
  const { id, name, mediaType, size, width, height } = file;
  return { id, name, mediaType, size, width, height };
}

/** A score as it is answered. */
export function toFigureBody(figure: Figure): z.output<typeof figureSchema> {
  const { n, standing, distribution, offScale } = figure;
  const { score, interval } = figure.standing === 'tooFew' ? { score: null, interval: null } : figure;
  return { n, standing, score, interval, distribution: [...distribution], offScale };
}

/** What became of a score, as it is answered. */
export function toChangeBody(change: Comparison): z.output<typeof changeSchema> {
  return { verdict: change.verdict, ...('difference' in change ? change : { difference: null, interval: null }) };
}

/** Figures as they are answered. */
export function toFiguresBody({ column, figure, trend, groups }: ColumnFigures): z.output<typeof columnFiguresSchema> {
  return {
    column: toColumnBody(column),
    figure: toFigureBody(figure),
    trend: trend.map(({ month, figure: monthly, change }) => ({
      month,
      figure: toFigureBody(monthly),
      change: change && toChangeBody(change),
    })),
    groups: groups.map(({ value, figure: ofGroup }) => ({ value, figure: toFigureBody(ofGroup) })),
  };
}
