import { diffMaps } from '../diff/diffMaps';
import type { SummaryLine } from '../diff/diffSummary';
import type { DifferenceKind, MapDiff } from '../diff/mapDiff';
import { summariseDiff } from '../diff/summariseDiff';
import type { JourneyMap } from '../journeyMap';
import { type ComparedGroup, listEntries } from './comparedEntry';
import type { ToPieces } from './mergedText';
import { type UnionMap, uniteMaps } from './unionMap';

/** Two states of a map, what lies between them, and one map that shows both. */
export type ComparedStates = {
  before: JourneyMap;
  after: JourneyMap;
  diff: MapDiff;
  union: UnionMap;
  groups: readonly ComparedGroup[];
  summary: readonly SummaryLine[];
  /** How many single differences of each kind are listed. */
  counts: Readonly<Record<DifferenceKind, number>>;
};

/** Compares two states of a map for showing. `toPieces` puts two texts together word by word. */
export function compareStates(before: JourneyMap, after: JourneyMap, toPieces: ToPieces): ComparedStates {
  const diff = diffMaps(before, after);
  const union = uniteMaps(before, after, diff.differences, toPieces);
  const groups = listEntries(diff.differences, before, after, union.map);
  const counts = { added: 0, removed: 0, changed: 0, moved: 0 };
  for (const { entries } of groups) for (const { kind } of entries) counts[kind] += 1;
  return { before, after, diff, union, groups, summary: summariseDiff(diff, before, after), counts };
}
