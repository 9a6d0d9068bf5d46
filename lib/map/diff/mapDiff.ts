import type { Collection } from '../collections';
import type { JourneyMap } from '../journeyMap';

/** A record of any collection. */
export type AnyRecord = JourneyMap[Collection][number];

/** A list that a record stands in, and its order there: one last-writer-wins value. */
export type Place = { order: string; stageId?: string; stepId?: string; laneId?: string; cardId?: string };

/** Where a record stands. `unplaced`: in the tray, or among the steps without a stage, because what the place names is not there. */
export type Standing = { place: Place; unplaced: boolean };

/** One field, before and after. Undefined: it was, or is, not said. */
export type FieldDifference = { field: string; before?: unknown; after?: unknown };

/** Something that only one of the two maps has. */
export type Presence = {
  [C in Collection]: {
    kind: 'added' | 'removed';
    collection: C;
    id: string;
    record: JourneyMap[C][number];
    /** Of a removed step or stage: the id of the one that it was merged into. */
    mergedInto?: string;
  };
}[Collection];

/** Something that says something else. `meta` is the title block; its id is empty. */
export type Change = { kind: 'changed'; collection: Collection | 'meta'; id: string; fields: FieldDifference[] };

/** Something that stands elsewhere: in another list, or elsewhere among those that stayed. */
export type Move = { kind: 'moved'; collection: Collection; id: string; from: Standing; to: Standing };

/** One difference of one record. What is changed and moved has two. Ids are those of `recordKey`. */
export type Difference = Presence | Change | Move;
export type DifferenceKind = Difference['kind'];

/** A place that is written in another way and looks the same: without it a map could not be made exactly equal. */
export type QuietPlace = { collection: Collection; id: string; from: Place; to: Place };

/** What lies between two maps: in canonical order, the title block first. */
export type MapDiff = { differences: Difference[]; quiet: QuietPlace[] };
