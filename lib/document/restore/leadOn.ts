import type { Change, Difference, MapDiff, Move, Place, Presence } from '@/lib/map/diff/mapDiff';
import { listOf } from '@/lib/map/diff/standings';
import type { LinkTarget } from '@/lib/map/evidenceLink';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { isSameValue } from '@/lib/map/sameValue';
import { findSuccessors } from '@/lib/map/successors';

type Fields = Readonly<Record<string, unknown>>;
type Lead = { step(id: string): string; stage(id: string): string };

/**
 * A difference with what stands now wherever it names a step or stage that stays merged into another one on the live `map`. Reading would follow there as well; but then
 * the document says something else than is read of it, and undoing could not tell that it is still as it was left. What lies there already stays
 * where it lies.
 */
export function leadOn(diff: MapDiff, map: JourneyMap): MapDiff {
  const [steps, stages] = [findSuccessors(map.steps)?.heirs, findSuccessors(map.stages)?.heirs];
  if (!steps && !stages) return diff;
  const lead: Lead = { step: (id) => steps?.get(id) ?? id, stage: (id) => stages?.get(id) ?? id };
  return {
    differences: diff.differences.flatMap((difference): Difference[] => {
      if (difference.kind === 'added') return leadAdded(difference, lead);
      if (difference.kind === 'moved') return leadMove(difference, lead);
      return difference.kind === 'changed' ? leadChange(difference, lead, map) : [difference];
    }),
    quiet: diff.quiet.map((place) => ({ ...place, to: leadPlace(place.to, lead) })),
  };
}

function leadPlace(place: Place, lead: Lead): Place {
  const [stepId, stageId] = [place.stepId && lead.step(place.stepId), place.stageId && lead.stage(place.stageId)];
  return { ...place, ...(stepId !== undefined && { stepId }), ...(stageId !== undefined && { stageId }) };
}

function leadMove(move: Move, lead: Lead): Move[] {
  const place = leadPlace(move.to.place, lead);
  if (isSameValue(place, move.to.place)) return [move];
  return listOf(place) === listOf(move.from.place) ? [] : [{ ...move, to: { ...move.to, place } }];
}

function leadAdded(added: Presence, lead: Lead): Presence[] {
  const { record } = added;
  if ('pos' in record) return [withRecord(added, { pos: leadPlace(record.pos, lead) })];
  if ('target' in record) return [withRecord(added, { target: leadTarget(record.target, lead) })];
  if (!('from' in record)) return [added];
  const ends = leadEnds(record, lead);
  return ends ? [withRecord(added, ends)] : [];
}

const withRecord = (added: Presence, fields: Fields): Presence =>
  // Only values of its own fields are others.
  ({ ...added, record: { ...added.record, ...fields } }) as Presence;

const leadTarget = ({ type, id }: LinkTarget, lead: Lead): LinkTarget => ({
  type,
  id: type === 'step' || type === 'moment' ? lead.step(id) : id,
});

type Ends = { from: string; to: string | null };

/** Null: it led from one step to another one that are one now. There is no way between them any more. */
function leadEnds({ from, to }: Ends, lead: Lead): Ends | null {
  const ends = { from: lead.step(from), to: to === null ? null : lead.step(to) };
  return ends.from === ends.to && from !== to ? null : ends;
}

function leadChange(change: Change, lead: Lead, map: JourneyMap): Difference[] {
  const { collection, id, fields } = change;
  const of = <F extends Fields>(records: readonly (F & { id: string })[]): F | undefined => records.find((one) => one.id === id);
  const wanted = Object.fromEntries(fields.map(({ field, after }) => [field, after]));
  if (collection === 'links') {
    const link = of(map.links);
    return link
      ? withValues(change, link, 'target' in wanted ? { target: leadTarget(wanted.target as LinkTarget, lead) } : {})
      : [];
  }
  if (collection !== 'transitions') return [change];
  const transition = of(map.transitions);
  if (!transition) return [];
  const ends = leadEnds({ ...transition, ...wanted }, lead);
  return ends ? withValues(change, transition, ends) : [{ kind: 'removed', collection, id, record: transition }];
}

/** The change with other values of some fields; without those that say so already. */
function withValues(change: Change, now: Fields, values: Fields): Change[] {
  const fields = change.fields
    .map((difference) => (difference.field in values ? { ...difference, after: values[difference.field] } : difference))
    .filter(({ field, after }) => !isSameValue(now[field], after));
  return fields.length > 0 ? [{ ...change, fields }] : [];
}
