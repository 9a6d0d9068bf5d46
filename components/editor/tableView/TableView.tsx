'use client';

import { Plus } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { addStage } from '@/lib/document/operations/stages';
import { addStep } from '@/lib/document/operations/steps';
import { useFilter } from '../filter/useFilter';
import { useArrangedMap, useEditor } from '../session/EditorContext';
import { placesOfCell } from '../workshop/locks/placesOfCell';
import { StageRow } from './StageRow';
import { StepRow } from './StepRow';
import { cellName, type OpenHow, type TableActions, TableProvider } from './TableContext';
import { TableHead, widthOf } from './TableHead';
import type { TablePlace } from './tableGrid';
import { useTableKeys } from './useTableKeys';
import { useTablePlace } from './useTablePlace';
import { useTablePort } from './useTablePort';
import { type PersonInCell, usePeopleInCells, useTellSelection } from './useTellTable';

type Open = { row: string; column: string; how: OpenHow };

/** The map as a table: the same live document, for those who think in rows and for screen readers. */
export function TableView({ onShowDetails }: { onShowDetails: () => void }) {
  const t = useTranslations('tableView');
  const { doc, canWrite, session } = useEditor();
  const { locks } = session;
  const map = useArrangedMap();
  const { match } = useFilter();
  const keyboard = useTablePlace();
  const { grid, at, asked, go } = keyboard;
  const [open, setOpen] = useState<Open | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const people = usePeopleByRow();
  useTellSelection();

  const latest = useRef({ go, canWrite, onShowDetails, grid, at, map });
  latest.current = { go, canWrite, onShowDetails, grid, at, map };
  const actions = useMemo<TableActions>(() => {
    const isDetails = ({ row, column }: TablePlace) =>
      row.startsWith('step:') && (column === 'touchpoints' || column === 'departments');
    return {
      enter: (place) => latest.current.go(place),
      open(place, how = 'goOn') {
        const { go: goTo, canWrite: mayWrite, onShowDetails: showDetails, map: now } = latest.current;
        const reason = mayWrite && !isDetails(place) ? locks.at(placesOfCell(now, place)) : null;
        goTo(place, { focus: !mayWrite || reason !== null });
        if (reason) return locks.refuse(reason);
        if (isDetails(place) || !mayWrite) showDetails();
        else setOpen({ ...place, how });
      },
      close({ stay }) {
        setOpen(null);
        const { at: here, go: goTo } = latest.current;
        if (stay && here) goTo(here);
      },
    };
  }, [locks]);
  const onKeyDown = useTableKeys(keyboard, actions);
  useTablePort(root, keyboard);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that the keyboard goes somewhere, once the cell is there.
  useLayoutEffect(() => {
    if (asked === 0 || !at) return;
    root.current?.querySelector<HTMLElement>(`[data-cell="${cellName(at)}"]`)?.focus();
  }, [asked]);

  const rowProps = (row: string) => ({
    here: at?.row === row ? at.column : null,
    open: open?.row === row ? open : null,
    people: people.get(row),
    canWrite,
  });
  return (
    <TableProvider value={actions}>
      <div ref={root} className="absolute inset-0 scroll-pt-14 scroll-pl-60 overflow-auto bg-paper">
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are edited is a grid.
          role="grid"
          aria-label={t('label')}
          aria-rowcount={grid.rows.length + 1}
          aria-colcount={grid.columns.length}
          className="table-fixed border-separate border-spacing-0 text-sm"
          // A map of few lanes takes all of a wide window: its columns grow together.
          style={{ width: widthOf(grid.columns), minWidth: '100%' }}
          onKeyDown={onKeyDown}
        >
          <TableHead columns={grid.columns} />
          <tbody>
            {grid.rows.map((row, index) =>
              row.type === 'stage' ? (
                <StageRow
                  key={row.key}
                  stage={row.stage}
                  columnCount={grid.columns.length}
                  rowIndex={index + 2}
                  {...rowProps(row.key)}
                />
              ) : (
                <StepRow
                  key={row.key}
                  step={row.step}
                  map={map}
                  columns={grid.columns}
                  rowIndex={index + 2}
                  match={match}
                  {...rowProps(row.key)}
                />
              ),
            )}
          </tbody>
        </table>
        {canWrite ? (
          <div className="sticky left-0 flex w-fit flex-wrap gap-2 p-3">
            <Button
              size="sm"
              icon={<Plus size={14} aria-hidden="true" />}
              onClick={() => {
                const last = map.stages.findLast(({ unplaced }) => !unplaced);
                const stageId = last?.id ?? addStage(doc);
                const made = stageId ? addStep(doc, { at: { stageId } }) : null;
                if (made) actions.open({ row: `step:${made}`, column: 'title' });
              }}
            >
              {t('addStep')}
            </Button>
            <Button
              size="sm"
              icon={<Plus size={14} aria-hidden="true" />}
              onClick={() => {
                const made = addStage(doc);
                if (made) actions.open({ row: `stage:${made}`, column: 'title' });
              }}
            >
              {t('addStage')}
            </Button>
          </div>
        ) : null}
      </div>
    </TableProvider>
  );
}

/** Others by row and column. */
function usePeopleByRow(): ReadonlyMap<string, ReadonlyMap<string, PersonInCell>> {
  const people = usePeopleInCells();
  return useMemo(() => {
    const rows = new Map<string, Map<string, PersonInCell>>();
    for (const [cell, person] of people) {
      const [row = '', column = ''] = cell.split('|');
      const found = rows.get(row);
      if (found) found.set(column, person);
      else rows.set(row, new Map([[column, person]]));
    }
    return rows;
  }, [people]);
}
