import type { MapEvidence } from '../../mapEvidence';
import type { MatchedMap } from './matchMaps';

/** What customers said in the earlier state, by the ids that its steps have as they are matched. */
export function withMatchedSteps(
  evidence: MapEvidence | null,
  { original }: Pick<MatchedMap, 'original'>,
  stepIds: readonly string[],
): MapEvidence | null {
  if (evidence === null || original.size === 0) return evidence;
  return new Map(
    stepIds.flatMap((id) => {
      const said = evidence.get(original.get(`steps ${id}`) ?? id);
      return said ? [[id, said] as const] : [];
    }),
  );
}
