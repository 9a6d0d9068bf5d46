import { type ColumnPlan, findColumnConflicts } from './columns';
import type { ReadingPlan } from './readingPlan';

/**
 * A plan for this file that takes over what a person has settled for one of the same shape: roles, words for “no value”, the time zone,
 * whether verbatims are masked, which rows are no answers. How the file is taken apart, where its headers are and how it writes numbers and dates stays as it was found.
 */
export function adoptPlan(found: ReadingPlan, remembered: ReadingPlan): ReadingPlan {
  const known = new Map(remembered.columns.map((column) => [column.name, column]));
  const columns = found.columns.map((column) => {
    const before = known.get(column.name);
    return before ? takeOver(column, before) : column;
  });
  return {
    ...found,
    missing: remembered.missing,
    timeZone: remembered.timeZone,
    masksVerbatims: remembered.masksVerbatims,
    leavesOut: remembered.leavesOut,
    columns: withoutConflicts(columns, (column) => known.has(column.name)),
  };
}

function takeOver(found: ColumnPlan, before: ColumnPlan): ColumnPlan {
  const { role, doubts } = before;
  // Another file may write dates otherwise. Where its cells leave that open, the settled form counts.
  const isTold = found.role.kind === 'time' && !found.doubts.includes('dates.ambiguous');
  if (role.kind === 'time' && found.role.kind === 'time' && isTold) {
    return { ...found, role: { ...role, form: found.role.form }, doubts: doubts.filter((doubt) => doubt !== 'dates.ambiguous') };
  }
  return { ...found, role, doubts };
}

/** New columns give way where a settled one has the role that only one can have. */
function withoutConflicts(columns: ColumnPlan[], isSettled: (column: ColumnPlan) => boolean): ColumnPlan[] {
  const settledFirst = [...columns].sort((one, other) => Number(isSettled(other)) - Number(isSettled(one)));
  const losing = new Set(findColumnConflicts(settledFirst).map(({ index }) => settledFirst[index]));
  return columns.map((column) => (losing.has(column) ? { ...column, role: { kind: 'ignore' }, doubts: [] } : column));
}
