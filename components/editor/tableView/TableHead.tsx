import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { LockedSign } from '../workshop/locks/LockedSign';
import { useShownLock } from '../workshop/locks/useShownLock';
import type { TableColumn } from './tableGrid';

/** Widths of the columns in pixels, so that the table does not jump while people write. */
const widths: Record<TableColumn['type'], number> = {
  title: 232,
  emotion: 104,
  moment: 136,
  lane: 232,
  touchpoints: 176,
  departments: 176,
  duration: 104,
  evidenceLevel: 148,
};

/** Width of the whole table. */
export const widthOf = (columns: readonly TableColumn[]): number => columns.reduce((sum, { type }) => sum + widths[type], 0);

/** The columns' widths and names. */
export function TableHead({ columns }: { columns: readonly TableColumn[] }) {
  const t = useTranslations('tableView');
  const words = useTranslations('canvas');
  const inspector = useTranslations('editor.inspector');
  const nameOf = (column: TableColumn): string => {
    switch (column.type) {
      case 'emotion':
        return `${words('emotion')}: ${column.persona.name || inspector('personaUnnamed')}`;
      case 'lane':
        return column.lane.title.trim() === '' ? words(`laneKind.${column.lane.kind}`) : column.lane.title;
      case 'moment':
        return words('moment');
      default:
        return t(`column.${column.type}`);
    }
  };
  return (
    <>
      <colgroup>
        {columns.map(({ key, type }) => (
          <col key={key} style={{ width: widths[type] }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={clsx(
                'hyphens-auto wrap-anywhere sticky top-0 z-20 border-line-strong border-b bg-paper px-2 py-2.5 text-left align-bottom font-semibold text-ink-soft text-xs',
                column.type === 'title' && 'left-0 z-30',
              )}
            >
              <span className="line-clamp-3" title={nameOf(column)}>
                {nameOf(column)}
              </span>
              {column.type === 'lane' ? <LaneLock laneId={column.lane.id} /> : null}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

function LaneLock({ laneId }: { laneId: string }) {
  return useShownLock('lane', laneId) ? (
    <span className="mt-1 block">
      <LockedSign />
    </span>
  ) : null;
}
