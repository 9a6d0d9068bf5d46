import { findPlan, type ImportRow } from '@/lib/data/evidence/imports';
import { AppError } from '@/lib/errors';
import { adoptPlan } from '@/lib/evidence/reading/adoptPlan';
import { fileShape } from '@/lib/evidence/reading/fileShape';
import type { InspectedFile, InspectionChoices } from '@/lib/evidence/reading/inspection';
import { type ReadingPlan, readingPlanSchema } from '@/lib/evidence/reading/readingPlan';
import type { ReadingProblem } from '@/lib/evidence/reading/readingProblem';
import type { RowResult } from '@/lib/evidence/reading/readResponse';
import { translatorOf } from '@/lib/i18n/translator';
import type { Runtime } from '@/lib/runtime';
import { sayProblem } from './problemSentence';

type Running = Pick<Runtime, 'database' | 'imports'>;

/** Rows that a preview shows. */
export const previewRows = 50;

/** Why a file cannot be read at all, as a refusal. Its sentence is that of the `reading` messages. */
export function refuseFile(problem: ReadingProblem): AppError {
  const { key, line, column } = problem;
  const details = [
    { path: line === undefined ? 'file' : `line ${line}`, message: column === undefined ? key : `${key} (${column})` },
  ];
  return new AppError('invalid', `The file cannot be read: ${key}.`, {
    messageKey: 'answersNotRead',
    sentence: (locale) =>
      translatorOf(locale, 'sources')('refused', { sentence: sayProblem(problem, locale).sentence, line: line ?? 0 }),
    details,
  });
}

/** The path of a file that lies ready. Throws `conflict` when it does not (any more). */
async function requireStaged(
  { imports }: Pick<Runtime, 'imports'>,
  { id, state }: Pick<ImportRow, 'id' | 'state'>,
): Promise<string> {
  if (state !== 'staged' || !(await imports.staging.has(id))) {
    throw new AppError('conflict', 'The file does not lie ready.', { messageKey: 'importNotStaged' });
  }
  return imports.staging.pathOf(id);
}

/** A file as it was understood. `isRemembered`: the plan takes over what was settled for the last file of this shape. */
export type LookedAt = InspectedFile & { isRemembered: boolean };

/** Finds out how a file that lies ready can be read. What a person has chosen counts, then what was settled for files of its shape. */
export async function inspectStaged(
  running: Running,
  row: Pick<ImportRow, 'id' | 'state' | 'sourceId'>,
  choices: InspectionChoices,
): Promise<LookedAt> {
  const path = await requireStaged(running, row);
  const file = await running.imports.reader.inspect(path, choices);
  if (file.kind === 'refused') throw refuseFile(file.problem);
  const remembered = readingPlanSchema.safeParse(await findPlan(running.database, row.sourceId, file.shape));
  if (!remembered.success) return { ...file, isRemembered: false };
  const adopted = adoptPlan(file.plan, remembered.data);
  const { missing = adopted.missing, timeZone = adopted.timeZone } = choices;
  return { ...file, plan: { ...adopted, missing, timeZone }, isRemembered: true };
}

/** The first rows of a file that lies ready, as a plan reads them. */
export async function previewStaged(
  running: Running,
  row: Pick<ImportRow, 'id' | 'state'>,
  plan: ReadingPlan,
): Promise<RowResult[]> {
  const { items } = await running.imports.reader.preview(await requireStaged(running, row), plan, previewRows);
  return items.flatMap((item) => {
    if (item.kind === 'refused') throw refuseFile(item.problem);
    return item.kind === 'remark' ? [] : [item];
  });
}

/** The shape that a file's plan is remembered under. */
export const shapeOf = (plan: ReadingPlan): string => fileShape(plan);
