import type { ArrangedMap, ArrangedStage, ArrangedStep } from '@/lib/map/arrange';
import type { Lane } from '@/lib/map/lane';
import type { Persona } from '@/lib/map/persona';
import type { MapReference } from '../reference';

/** A column of the table view. */
export type TableColumn =
  | { type: 'title' | 'touchpoints' | 'moment' | 'departments' | 'evidenceLevel' | 'duration'; key: string }
  | { type: 'emotion'; key: string; persona: Persona }
  | { type: 'lane'; key: string; lane: Lane };

/** A row: a stage, whose title goes over the whole width, or a step. */
export type TableRow = { type: 'stage'; key: string; stage: ArrangedStage } | { type: 'step'; key: string; step: ArrangedStep };

/** A map as a table: steps are rows, so that a journey is read downwards; lanes and what belongs to a step are columns. */
export type TableGrid = { columns: readonly TableColumn[]; rows: readonly TableRow[] };

/** A cell, by the keys of its row and column. */
export type TablePlace = { row: string; column: string };

const plain = (type: Exclude<TableColumn['type'], 'emotion' | 'lane'>): TableColumn => ({ type, key: type });

/** The table of a map. A lane of touchpoints shows the steps' touchpoints besides its cards; without one they have a column of their own. */
export function toTableGrid(map: ArrangedMap): TableGrid {
  return {
    columns: [
      plain('title'),
      ...map.personas.map((persona): TableColumn => ({ type: 'emotion', key: `emotion:${persona.id}`, persona })),
      plain('moment'),
      ...map.lanes.map((lane): TableColumn => ({ type: 'lane', key: `lane:${lane.id}`, lane })),
      ...(map.lanes.some(({ kind }) => kind === 'touchpoints') ? [] : [plain('touchpoints')]),
      plain('departments'),
      plain('duration'),
      plain('evidenceLevel'),
    ],
    rows: map.stages.flatMap((stage): TableRow[] => [
      { type: 'stage', key: `stage:${stage.id}`, stage },
      ...stage.steps.map((step): TableRow => ({ type: 'step', key: `step:${step.id}`, step })),
    ]),
  };
}

/** What is selected on the map while the keyboard is in a cell; null for a stage that has no record. */
export function referenceOf(grid: TableGrid, { row, column }: TablePlace): MapReference | null {
  const [type, id = ''] = row.split(':');
  if (type === 'stage') {
    const found = grid.rows.find(({ key }) => key === row);
    return found?.type === 'stage' && !found.stage.unplaced ? { type: 'stage', id } : null;
  }
  const [kind, other = ''] = column.split(':');
  if (kind === 'lane') return { type: 'cell', stepId: id, laneId: other };
  if (kind === 'emotion') return { type: 'emotion', stepId: id, personaId: other };
  return { type: 'step', id };
}

/** The cell in which something of the map stands; null when it stands in none. */
export function placeOf(map: ArrangedMap, reference: MapReference): TablePlace | null {
  switch (reference.type) {
    case 'stage':
      return { row: `stage:${reference.id}`, column: 'title' };
    case 'step':
      return { row: `step:${reference.id}`, column: 'title' };
    case 'moment':
      return { row: `step:${reference.id}`, column: 'moment' };
    case 'cell':
      return { row: `step:${reference.stepId}`, column: `lane:${reference.laneId}` };
    case 'emotion':
      return { row: `step:${reference.stepId}`, column: `emotion:${reference.personaId}` };
    case 'card': {
      for (const cards of map.cells.values()) {
        const pos = cards.find(({ id }) => id === reference.id)?.pos;
        if (pos) return { row: `step:${pos.stepId}`, column: `lane:${pos.laneId}` };
      }
      return null;
    }
    case 'touchpoint': {
      const step = map.steps.find(({ touchpoints }) => touchpoints.some(({ id }) => id === reference.id));
      const lane = map.lanes.find(({ kind }) => kind === 'touchpoints');
      return step ? { row: `step:${step.id}`, column: lane ? `lane:${lane.id}` : 'touchpoints' } : null;
    }
    default:
      return null;
  }
}
