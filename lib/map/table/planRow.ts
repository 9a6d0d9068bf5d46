import type { ArrangedMap } from '../arrange';
import { toEmotion } from '../emotion';
import type { Lane } from '../lane';
import { findChannel, findLaneKind, readEmotionName, toComparable } from './laneNames';
import { readEmotion } from './readEmotion';
import type { PlannedLane, PlannedRow, PlannedTouchpoint, TableNote } from './tablePlan';

/** The lane of a name: one with this title, else the first of the kind that is called so, else a new one. Hidden ones come last. */
export function findTableLane(map: ArrangedMap, name: string): PlannedLane {
  const lanes = [...map.lanes, ...map.hiddenLanes];
  const wanted = toComparable(name);
  const kind = findLaneKind(name);
  const found =
    lanes.find(({ title }) => toComparable(title) === wanted) ??
    (kind && (lanes.find((lane) => lane.kind === kind && lane.title.trim() === '') ?? lanes.find((lane) => lane.kind === kind)));
  if (found) return { id: found.id };
  return { id: null, kind: kind ?? 'custom', title: kind ? '' : name };
}

function findPersona(map: ArrangedMap, name: string): string | null {
  if (name === '') return map.personas[0]?.id ?? null;
  const named = map.personas.map(({ id, name: own }) => ({ id, own: toComparable(own) }));
  return (named.find(({ own }) => own === name) ?? named.find(({ own }) => own.startsWith(name)))?.id ?? null;
}

/** The curve of a persona, when the row's name says so and its cells are numbers; null when it is something else. */
function planEmotions(map: ArrangedMap, name: string, cells: readonly string[], notes: TableNote[]): PlannedRow | null {
  const emotion = readEmotionName(name);
  if (!emotion) return null;
  const personaId = findPersona(map, emotion.of);
  if (personaId === null && emotion.of !== '') return null;
  const values = cells.map(readEmotion);
  if (values.includes(null)) {
    if (values.some((value) => typeof value === 'number')) notes.push({ type: 'notNumbers', name });
    return null;
  }
  const felt = values.map((value) => (value === undefined || value === null ? null : toEmotion(value)));
  const rounded = values.filter((value, at) => typeof value === 'number' && value !== felt[at]).length;
  if (rounded > 0) notes.push({ type: 'rounded', count: rounded });
  if (personaId === null) notes.push({ type: 'newPersona' });
  return { type: 'emotion', personaId, cells: felt };
}

const toTouchpoints = (cell: string): PlannedTouchpoint[] =>
  cell
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const channel = findChannel(part);
      return channel ? { channel, name: '' } : { channel: 'other', name: part };
    });

function kindOf(lanes: readonly Lane[], lane: PlannedLane): string {
  return lane.id === null ? lane.kind : (lanes.find(({ id }) => id === lane.id)?.kind ?? 'custom');
}

/** What a row comes to in a lane: touchpoints in theirs, cards in every other. */
export function planRowIn(map: ArrangedMap, lane: PlannedLane, cells: readonly string[]): PlannedRow {
  if (kindOf([...map.lanes, ...map.hiddenLanes], lane) !== 'touchpoints') return { type: 'cards', lane, cells };
  return { type: 'touchpoints', lane, cells: cells.map(toTouchpoints) };
}

/** What a row comes to by its name. */
export function planNamedRow(map: ArrangedMap, name: string, cells: readonly string[], notes: TableNote[]): PlannedRow {
  const emotions = planEmotions(map, name, cells, notes);
  if (emotions) return emotions;
  const lane = findTableLane(map, name);
  if (lane.id !== null && map.hiddenLanes.some(({ id }) => id === lane.id)) notes.push({ type: 'hiddenLane', name });
  return planRowIn(map, lane, cells);
}
