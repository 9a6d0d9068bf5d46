import * as Y from 'yjs';
import { arrange } from '@/lib/map/arrange';
import { diffMaps } from '@/lib/map/diff/diffMaps';
import type { SummaryLine } from '@/lib/map/diff/diffSummary';
import type { MapDiff } from '@/lib/map/diff/mapDiff';
import { toStandingMap } from '@/lib/map/diff/standingMap';
import { summariseDiff } from '@/lib/map/diff/summariseDiff';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { findSuccessors } from '@/lib/map/successors';
import { readMap } from '../readMap';
import { chooseRecords, type MapPart } from './parts';
import { restoreMap } from './restoreMap';
import { withoutCovered } from './withoutCovered';

/** Something that has become part of another one since, which stands for it now. */
export type MergedSince = { type: 'step' | 'stage'; id: string; into: string };

/**
 * Chosen things that cannot stand where they stood on the version, as that is no longer on the map: cards that come among the unplaced ones, steps that come
 * among those without a stage. `missing`: the stages, steps and lanes that they stood in. `merged`: what they stood in has become part of
 * something else, in which they come to stand.
 */
export type Astray = {
  cards: readonly string[];
  steps: readonly string[];
  missing: readonly MapPart[];
  merged: readonly MergedSince[];
};

/** What becomes of a map when parts of a version are brought back into it: the map before and afterwards as it is read, and what lies between both. */
export type Foreseen = {
  before: JourneyMap;
  after: JourneyMap;
  diff: MapDiff;
  summary: readonly SummaryLine[];
  astray: Astray;
};

/** The time of deletion of what goes, on a copy that nobody keeps. */
const at = 1;

/** What of a map is shown: all of it. */
const everything = (map: JourneyMap): JourneyMap => map;

/** Brings parts of a version back on a copy of a document (one Yjs update, V1), to say beforehand what that does. `show`: what of a map may be told of. */
export function foreseeParts(document: Uint8Array, version: JourneyMap, parts: readonly MapPart[], show = everything): Foreseen {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, document);
    const before = show(readMap(doc).map);
    restoreMap(doc, version, { parts, at });
    const after = show(readMap(doc).map);
    const diff = diffMaps(before, after);
    return {
      before,
      after,
      diff,
      summary: summariseDiff(diff, before, after),
      astray: findAstray(before, after, version, parts),
    };
  } finally {
    doc.destroy();
  }
}

/** As `foreseeParts`, together with what the parts stood in and is no longer on the map, with everything on that: then they stand where they stood. */
export function foreseeWithMissing(
  document: Uint8Array,
  version: JourneyMap,
  parts: readonly MapPart[],
  show = everything,
): { parts: MapPart[]; added: MapPart[]; foreseen: Foreseen } {
  const added: MapPart[] = [];
  // A card's step may have lost its stage, and with that stage come steps whose cards have lost their lane.
  for (;;) {
    const all = withoutCovered(version, [...parts, ...added]);
    const foreseen = foreseeParts(document, version, all, show);
    const more = foreseen.astray.missing.filter(({ type, id }) => !added.some((one) => one.type === type && one.id === id));
    if (more.length === 0) return { parts: all, added, foreseen };
    added.push(...more);
  }
}

function findAstray(before: JourneyMap, after: JourneyMap, version: JourneyMap, parts: readonly MapPart[]): Astray {
  const wanted = toStandingMap(version);
  const chosen = chooseRecords([toStandingMap(before), wanted], parts);
  const then = arrange(wanted);
  const now = arrange(after);
  const placeOf = new Map([...then.cells.values()].flat().map(({ id, pos }) => [id, pos]));
  const stageOf = new Map(
    then.stages.filter(({ unplaced }) => !unplaced).flatMap(({ steps }) => steps.map(({ id, pos }) => [id, pos.stageId])),
  );
  const there = {
    stage: new Set(now.stages.map(({ id }) => id)),
    step: new Set(now.steps.map(({ id }) => id)),
    lane: new Set([...now.lanes, ...now.hiddenLanes].map(({ id }) => id)),
  };
  const heirs = { step: findSuccessors(after.steps)?.heirs, stage: findSuccessors(after.stages)?.heirs };
  const missing = new Map<string, MapPart>();
  const merged = new Map<string, MergedSince>();
  /** Whether what something stood in is gone. */
  const isGone = (type: 'stage' | 'step' | 'lane', id: string): boolean => {
    if (there[type].has(id)) return false;
    const into = type === 'lane' ? undefined : heirs[type]?.get(id);
    if (type !== 'lane' && into !== undefined && there[type].has(into)) {
      merged.set(`${type} ${id}`, { type, id, into });
      return false;
    }
    missing.set(`${type} ${id}`, { type, id });
    return true;
  };
  const standing = [...now.cells.values()].flat().concat(now.unplacedCards);
  const cards = standing.filter(({ id }) => {
    const place = chosen.get('cards')?.has(id) ? placeOf.get(id) : undefined;
    // Both are looked at: neither hides that the other is gone.
    return place !== undefined && [isGone('step', place.stepId), isGone('lane', place.laneId)].includes(true);
  });
  const steps = now.steps.filter(({ id }) => {
    const stageId = chosen.get('steps')?.has(id) ? stageOf.get(id) : undefined;
    return stageId !== undefined && isGone('stage', stageId);
  });
  return {
    cards: cards.map(({ id }) => id),
    steps: steps.map(({ id }) => id),
    missing: [...missing.values()],
    merged: [...merged.values()],
  };
}
