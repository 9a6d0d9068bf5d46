import { z } from 'zod';
import { type ColumnPlan, doubts, findColumnConflicts, roleSchema } from '@/lib/evidence/reading/columns';
import type { ReadingPlan } from '@/lib/evidence/reading/readingPlan';

const columnEditSchema = z.object({ role: roleSchema, doubts: z.array(z.enum(doubts)) });

/** What somebody settled about columns, by their names, beside what the file was found to be. It outlives another look at the file. */
export const planEditsSchema = z.object({
  columns: z.record(z.string(), columnEditSchema).default({}),
  masksVerbatims: z.boolean().optional(),
});
export type PlanEdits = z.output<typeof planEditsSchema>;

export const noEdits: PlanEdits = { columns: {} };

/** The plan that was found, with what somebody settled instead. Columns that are gone since, as under another delimiter, wait for their return. */
export function applyEdits(plan: ReadingPlan, { columns, masksVerbatims = plan.masksVerbatims }: PlanEdits): ReadingPlan {
  return {
    ...plan,
    masksVerbatims,
    columns: plan.columns.map((column) => {
      const edit = Object.hasOwn(columns, column.name) ? columns[column.name] : undefined;
      return edit ? { ...column, ...edit } : column;
    }),
  };
}

/** The edits with one more. */
export function editColumn(edits: PlanEdits, { name, role, doubts }: ColumnPlan): PlanEdits {
  return { ...edits, columns: { ...edits.columns, [name]: { role, doubts } } };
}

/** Why a plan cannot be imported yet. `columns`: the names of those that it is about. */
export type Blocker = { kind: 'nothingChosen' | 'noRows' } | { kind: 'direction' | 'conflict' | 'scale'; columns: string[] };

/** Whether a column's role is one that a plan may hold: a scale that ends above its beginning, values on it. */
export const isSound = ({ role }: ColumnPlan): boolean => roleSchema.safeParse(role).success;

/** Names of the columns that have a role which another one has, too, and only one can. */
export function conflictingColumns({ columns }: ReadingPlan): string[] {
  return findColumnConflicts(columns).flatMap(({ index }) => columns[index]?.name ?? []);
}

/** Everything that has to be settled before the file can be imported. `rowCount`: how many rows it was seen to have at least, under its header. */
export function findBlockers(plan: ReadingPlan, rowCount: number): Blocker[] {
  if (rowCount === 0) return [{ kind: 'noRows' }];
  const { columns } = plan;
  const namesOf = (test: (column: ColumnPlan) => boolean): string[] => columns.filter(test).map(({ name }) => name);
  const conflicts = conflictingColumns(plan);
  const unsound = namesOf((column) => !isSound(column));
  const open = namesOf(({ role, doubts }) => role.kind === 'score' && doubts.includes('score.directionUnclear'));
  const takesNothing = columns.every(({ role }) => role.kind === 'ignore' || role.kind === 'personal');
  return [
    ...(takesNothing ? [{ kind: 'nothingChosen' as const }] : []),
    ...(conflicts.length > 0 ? [{ kind: 'conflict' as const, columns: conflicts }] : []),
    ...(unsound.length > 0 ? [{ kind: 'scale' as const, columns: unsound }] : []),
    ...(open.length > 0 ? [{ kind: 'direction' as const, columns: open }] : []),
  ];
}

/** Names of the columns whose personal data would be kept as it is: that takes a decision of its own. */
export const keptPersonal = ({ columns }: ReadingPlan): string[] =>
  columns.filter(({ role }) => role.kind === 'personal' && role.treatment === 'keep').map(({ name }) => name);
