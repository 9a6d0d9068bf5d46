import type { Collection } from '../collections';
import type { Gate } from '../moment';
import type { DifferenceKind } from './mapDiff';
import type { ThingName } from './namesOf';

/** What a summary counts apart from each other, most important first. */
export const summaryThings = [
  'moment',
  'step',
  'stage',
  'painPoint',
  'emotion',
  'opportunity',
  'transition',
  'card',
  'lane',
  'touchpoint',
  'persona',
  'department',
  'role',
  'evidence',
  'tag',
  'attachment',
  'cardLink',
  'reason',
] as const;
export type SummaryThing = (typeof summaryThings)[number];

/** A record that a line is about; `side`: which of the two maps has it. */
export type SummaryTarget = { collection: Collection; id: string; side: 'before' | 'after'; name: ThingName };

/**
 * One sentence of what lies between two maps, without its words.
 *
 * - `gate`: whether customers stay at a moment is said otherwise.
 * - `merged`: a step or stage became part of another one.
 * - `feeling`: a persona feels better or worse at steps, by `mean` on the scale of −2 … +2 (more than 0).
 * - `time`: all steps together wait, or last, so many minutes.
 * - `unplaced`: cards came into the tray, as what they lay in is gone.
 * - `meta`: fields of the title block.
 * - `records`: so many of a thing were added, removed, changed or moved.
 */
export type SummaryLine =
  | { type: 'gate'; before: Gate; after: Gate; targets: [SummaryTarget] }
  | { type: 'merged'; what: 'step' | 'stage'; into: ThingName; targets: [SummaryTarget] }
  | { type: 'feeling'; persona: string; direction: 'better' | 'worse'; mean: number; targets: SummaryTarget[] }
  | { type: 'time'; field: 'waiting' | 'duration'; before: number; after: number; targets: SummaryTarget[] }
  | { type: 'unplaced'; targets: SummaryTarget[] }
  | { type: 'meta'; field: string; targets: [] }
  | { type: 'records'; what: SummaryThing; kind: DifferenceKind; targets: SummaryTarget[] };
