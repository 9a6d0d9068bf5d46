import { type ArrangedMap, type ArrangedStep, cellKey } from '../arrange';
import { findInText, type TextRange } from './findInText';
import { toSearchWords } from './foldText';

/** What a found text belongs to. `meta` is the title block with the map's notes; its id is empty. A moment's id is its step's. */
export type FoundIn =
  | 'meta'
  | 'persona'
  | 'stage'
  | 'step'
  | 'department'
  | 'touchpoint'
  | 'moment'
  | 'transition'
  | 'lane'
  | 'card'
  | 'unplacedCard';

/** One text of the map in which everything that was looked for stands. `stepNumber`: the column that it stands in, if it stands in one. */
export type MapMatch = {
  /** The same while the map changes around it, and unlike that of every other text of the map. */
  key: string;
  type: FoundIn;
  /** Of the record; of a department the step at which it stands. */
  id: string;
  /** Which of its texts: `title`, `notes`, `text` … */
  field: string;
  text: string;
  ranges: readonly TextRange[];
  stepNumber: number | null;
};

/** How lanes without a title of their own are called, in the reader's language. */
export type SearchLabels = { laneTitle: (lane: ArrangedMap['lanes'][number]) => string };

/**
 * Every text of the map that holds all words of a query (lib/map/search/foldText.ts says when words are equal), in the order of reading:
 * title block, lanes, then column by column, and last what has lost its place. Empty for a query without words.
 */
export function searchMap(map: ArrangedMap, query: string, labels: SearchLabels): MapMatch[] {
  const words = toSearchWords(query);
  if (words.length === 0) return [];
  const matches: MapMatch[] = [];
  const look: Look = (type, id, field, text, stepNumber = null, part = '') => {
    const ranges = findInText(text, words);
    if (ranges) matches.push({ key: [type, id, field, part].join(':'), type, id, field, text, ranges, stepNumber });
  };

  for (const field of ['title', 'scenario', 'goal', 'notes'] as const) look('meta', '', field, map.meta[field]);
  for (const persona of map.personas) {
    look('persona', persona.id, 'name', persona.name);
    look('persona', persona.id, 'description', persona.description);
  }
  for (const lane of map.lanes) look('lane', lane.id, 'title', labels.laneTitle(lane));
  const ways = new Map<string, ArrangedMap['transitions']>();
  for (const way of map.transitions) ways.set(way.from, [...(ways.get(way.from) ?? []), way]);
  for (const stage of map.stages) {
    look('stage', stage.id, 'title', stage.title);
    for (const step of stage.steps) lookAtStep(map, step, ways.get(step.id) ?? [], look);
  }
  for (const card of map.unplacedCards) look('unplacedCard', card.id, 'text', card.text);
  return matches;
}

/** `part`: which one of several of a record whose id and field are the same, as the departments of a step are. */
type Look = (type: FoundIn, id: string, field: string, text: string, stepNumber?: number | null, part?: string) => void;

function lookAtStep(map: ArrangedMap, step: ArrangedStep, ways: ArrangedMap['transitions'], look: Look): void {
  const { id, number } = step;
  look('step', id, 'title', step.title, number);
  look('step', id, 'notes', step.notes, number);
  for (const department of step.departments) look('department', id, 'name', department.name, number, department.id);
  if (step.moment) {
    look('moment', id, 'stays', step.moment.stays, number);
    look('moment', id, 'leaves', step.moment.leaves, number);
  }
  for (const way of ways) look('transition', way.id, 'label', way.label, number);
  for (const touchpoint of step.touchpoints) look('touchpoint', touchpoint.id, 'name', touchpoint.name, number);
  for (const lane of map.lanes) {
    for (const card of map.cells.get(cellKey(id, lane.id)) ?? []) look('card', card.id, 'text', card.text, number);
  }
}
