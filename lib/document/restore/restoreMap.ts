import type * as Y from 'yjs';
import { diffMaps } from '@/lib/map/diff/diffMaps';
import type { MapDiff } from '@/lib/map/diff/mapDiff';
import { toStandingMap } from '@/lib/map/diff/standingMap';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { serverOrigin } from '../createDocument';
import { forgetRestored } from '../future/forgetRestored';
import { absorbMerged, readHeirs, settleCircles, unmerge } from '../mergings';
import { readMap } from '../readMap';
import { findRecord } from '../schema';
import { leadOn } from './leadOn';
import { findMeanwhile, keepMeanwhile, type Meanwhile } from './meanwhile';
import { type ChosenRecords, chooseDifferences, chooseRecords, type MapPart } from './parts';
import { writeDifferences } from './writeDifferences';

/**
 * Restores the whole map, or some `parts` of it. `at`: the time of deletion of what goes, milliseconds since 1970. `before`: what the map said when it was
 * decided, as read with deleted records: what people did since then stays, as what they do afterwards does.
 */
export type RestoreOptions = {
  parts?: readonly MapPart[] | undefined;
  at: number;
  before?: JourneyMap | undefined;
  origin?: unknown;
};

/**
 * Makes a live document say what a version says, whole or in parts, in one transaction: what the version has comes or comes back under its id, texts
 * change word by word, the rest is softly deleted. What others write meanwhile survives; words typed into a card that goes are found in the
 * tray. Returns what was different.
 */
export function restoreMap(
  doc: Y.Doc,
  version: JourneyMap,
  { parts, at, before, origin = serverOrigin }: RestoreOptions,
): MapDiff {
  return doc.transact(() => {
    for (const collection of ['stages', 'steps'] as const) settleCircles(doc, collection);
    const wanted = toStandingMap(version);
    const live = readMap(doc).map;
    const meanwhile: Meanwhile = before ? findMeanwhile(before, live) : new Map();
    const chosen = parts && chooseRecords([live, wanted], parts);
    unmergeWanted(doc, wanted, chosen);
    const step = (select: (diff: MapDiff) => MapDiff): MapDiff => {
      const { map } = readMap(doc);
      const whole = diffMaps(map, wanted);
      const diff = leadOn(select(keepMeanwhile(chosen ? chooseDifferences(whole, chosen) : whole, meanwhile)), map);
      writeDifferences(doc, map, diff, { at, meanwhile });
      forgetRestored(doc, diff);
      return diff;
    };
    const diff = step((all) => all);
    // What had gone from sight with a step or card comes back with it, though the version may not have it.
    if (diff.differences.some(({ kind }) => kind === 'added')) step(onlyPresence);
    return diff;
  }, origin);
}

const onlyPresence = ({ differences }: MapDiff): MapDiff => ({
  differences: differences.filter(({ kind }) => kind === 'added' || kind === 'removed'),
  quiet: [],
});

/** What was merged since comes apart, and what stays merged says what it has to say where it is seen, so that the document says what is read of it. */
function unmergeWanted(doc: Y.Doc, wanted: JourneyMap, chosen: ChosenRecords | undefined): void {
  // What lay in the tray of the whole version lay there because these were deleted: merged they would hold it.
  const homes = {
    stages: chosen ? [] : wanted.steps.map(({ pos }) => pos.stageId),
    steps: chosen ? [] : wanted.cards.map(({ pos }) => pos.stepId),
  };
  for (const collection of ['stages', 'steps'] as const) {
    for (const id of new Set([...wanted[collection].map((record) => record.id), ...homes[collection]])) {
      const record = chosen && !chosen.get(collection)?.has(id) ? null : findRecord(doc, collection, id);
      if (record?.has('mergedInto')) unmerge(record);
    }
    for (const heir of new Set(readHeirs(doc, collection).values())) absorbMerged(doc, collection, heir, serverOrigin);
  }
}
