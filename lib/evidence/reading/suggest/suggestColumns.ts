import type { ColumnProfile } from '../columnProfile';
import type { ColumnPlan, Doubt, Role } from '../columns';
import type { ColumnHeader } from '../headers/nameColumns';
import type { Layout } from '../layouts/layout';
import { guessTimeForm } from '../time/guessTimeForm';
import { ignoredColumn, type Suggestion, type SuggestionContext, surely } from './suggestion';
import { suggestRole } from './suggestRole';
import { rankTime } from './timeWords';
import { toWords } from './words';

/** A column of a file before anybody has said what it is for. */
export type UnplannedColumn = ColumnHeader & { profile: ColumnProfile };

/** Suggests what the columns of a file are for: by the tool that wrote it, where it is known, and by what is in them. */
export function suggestColumns(
  columns: readonly UnplannedColumn[],
  layout: Layout | null,
  context: SuggestionContext,
): ColumnPlan[] {
  const suggestions = columns.map((column, index) => ({ column, ...suggestOne(column, index, layout, context) }));
  const kept = chooseSingle(suggestions);
  const plans = suggestions.map(({ column: { name, label }, role, doubts }, index) =>
    kept.has(index) ? { name, label, role, doubts } : { name, label, ...instead(role) },
  );
  return layout?.settle?.(plans, (name) => columns.find((column) => column.name === name)?.profile) ?? plans;
}

function suggestOne(column: UnplannedColumn, index: number, layout: Layout | null, context: SuggestionContext): Suggestion {
  const known = layout?.roleOf(column, index) ?? { kind: 'question' as const };
  if (known.kind === 'question') return suggestRole(column, column.profile, context);
  if (known.kind !== 'written') return surely(known);
  const guessed = guessTimeForm(column.profile.values, { prefersMonth: context.prefersMonth, isNamed: true });
  const doubts: Doubt[] = [];
  if (guessed?.isAmbiguous) doubts.push('dates.ambiguous');
  if (guessed?.lacksZone && known.zone === undefined) doubts.push('dates.zoneAssumed');
  return {
    role: { kind: 'time', form: guessed?.form ?? 'ymd', ...(known.zone === undefined ? {} : { zone: known.zone }) },
    doubts,
  };
}

type Placed = Suggestion & { column: UnplannedColumn };

/** Roles that one column can have: which of several keeps it, by how well it suits. The others are left to stand by. */
function chooseSingle(suggestions: readonly Placed[]): ReadonlySet<number> {
  const best = new Map<string, { index: number; rank: number }>();
  const kept = new Set<number>();
  for (const [index, { column, role }] of suggestions.entries()) {
    const key = singleKey(role);
    if (key === null) {
      kept.add(index);
      continue;
    }
    const rank = role.kind === 'time' ? rankTime(toWords(column.label)) : emptiness(column.profile);
    const known = best.get(key);
    if (known === undefined || rank < known.rank) best.set(key, { index, rank });
  }
  for (const { index } of best.values()) kept.add(index);
  return kept;
}

const emptiness = ({ filled, rows }: ColumnProfile): number => (rows === 0 ? 0 : 1 - filled / rows);

function singleKey(role: Role): string | null {
  if (role.kind === 'identifier') return `identifier ${role.of}`;
  return ['time', 'touchpoint', 'channel', 'language', 'category'].includes(role.kind) ? role.kind : null;
}

/** What becomes of a column whose role another one has got: kinds stay kinds; a second time or identifier is not needed. */
function instead(role: Role): Suggestion {
  return ['touchpoint', 'channel', 'language', 'category'].includes(role.kind) ? surely({ kind: 'segment' }) : ignoredColumn;
}
