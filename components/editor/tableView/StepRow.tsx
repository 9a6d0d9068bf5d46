import { memo } from 'react';
import { useStore } from 'zustand';
import { type ArrangedMap, type ArrangedStep, cellKey } from '@/lib/map/arrange';
import type { Emphasis } from '@/lib/map/emphasis';
import { firstLockAt } from '@/lib/workshop/lockAt';
import { useEditor } from '../session/EditorContext';
import { participantLocks } from '../workshop/locks/participantLocks';
import { placesOfCell } from '../workshop/locks/placesOfCell';
import { GridCell } from './GridCell';
import { isWrittenInDetails, StepCellContent, StepCellEditor } from './StepCell';
import { sameMatchIn, sameStepRow } from './sameStepRow';
import type { OpenHow } from './TableContext';
import type { TableColumn } from './tableGrid';
import type { PersonInCell } from './useTellTable';

export type StepRowProps = {
  step: ArrangedStep;
  map: ArrangedMap;
  columns: readonly TableColumn[];
  /** Place in the whole grid, from 1, the header row included. */
  rowIndex: number;
  /** Column of the cell at hand when it is in this row. */
  here: string | null;
  open: { column: string; how: OpenHow } | null;
  /** Others in this row, by column; undefined when nobody is. */
  people: ReadonlyMap<string, PersonInCell> | undefined;
  canWrite: boolean;
  /** What the filter finds; null while there is none. */
  match: Emphasis | null;
};

/** A step as a row. Renders again only when something in it changed. */
export const StepRow = memo(function StepRow({
  step,
  map,
  columns,
  rowIndex,
  here,
  open,
  people,
  canWrite,
  match,
}: StepRowProps) {
  const row = `step:${step.id}`;
  const locks = useStore(useEditor().workshop, participantLocks);
  const isClosed = (column: TableColumn): boolean =>
    locks !== null && firstLockAt(locks, placesOfCell(map, { row, column: column.key })) !== null;
  return (
    <tr aria-rowindex={rowIndex}>
      {columns.map((column) => {
        const cards = column.type === 'lane' ? (map.cells.get(cellKey(step.id, column.lane.id)) ?? []) : [];
        const cell = { step, column, cards };
        return (
          <GridCell
            key={column.key}
            place={{ row, column: column.key }}
            here={here === column.key}
            readOnly={!canWrite || isWrittenInDetails(column) || isClosed(column)}
            person={people?.get(column.key)}
            editor={open?.column === column.key ? <StepCellEditor {...cell} how={open.how} /> : null}
            {...(column.type === 'title' ? { heading: 'row', className: 'sticky left-0 z-10 bg-paper' } : {})}
          >
            <StepCellContent {...cell} match={match} here={here === column.key} />
          </GridCell>
        );
      })}
    </tr>
  );
}, isSame);

function isSame(a: StepRowProps, b: StepRowProps): boolean {
  return (
    a.here === b.here &&
    a.open === b.open &&
    a.people === b.people &&
    a.canWrite === b.canWrite &&
    a.rowIndex === b.rowIndex &&
    sameColumns(a.columns, b.columns) &&
    sameMatchIn(b.step, b.map, a.match, b.match) &&
    (a.map === b.map || sameStepRow(a.step, b.step, a.map, b.map))
  );
}

const sameColumns = (a: readonly TableColumn[], b: readonly TableColumn[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((column, at) => {
      const other = b[at];
      if (column.type === 'lane') return other?.type === 'lane' && other.lane === column.lane;
      if (column.type === 'emotion') return other?.type === 'emotion' && other.persona === column.persona;
      return other?.type === column.type;
    }));
