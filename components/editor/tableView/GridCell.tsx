import clsx from 'clsx';
import type { FocusEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { onPresenceColour } from '../presence/presenceColour';
import { cellName, useTable } from './TableContext';
import type { TablePlace } from './tableGrid';
import type { PersonInCell } from './useTellTable';

type Props = {
  place: TablePlace;
  /** The cell that Tab reaches. */
  here: boolean;
  /** What is shown instead of the content while the cell is open; null while it is closed. */
  editor: ReactNode | null;
  readOnly: boolean;
  /** Heads its row. */
  heading?: 'row' | 'rowgroup';
  colSpan?: number;
  person?: PersonInCell | undefined;
  className?: string;
  children: ReactNode;
};

/** One cell of the grid: a stop of the arrow keys, opened by Enter, F2, typing or a double click. */
export function GridCell({ place, here, editor, readOnly, heading, colSpan, person, className, children }: Props) {
  const table = useTable();
  const t = useTranslations('together');
  const open = editor !== null;
  const props = {
    'data-cell': cellName(place),
    tabIndex: here && !open ? 0 : -1,
    'aria-readonly': readOnly || undefined,
    colSpan,
    className: clsx(
      'relative border-line border-b p-2 text-left align-top font-normal text-sm -outline-offset-2',
      here && 'bg-accent-soft',
      className,
    ),
    style: person ? { boxShadow: `inset 0 0 0 2px ${person.colour}` } : undefined,
    onClick: () => {
      if (!open) table.enter(place);
    },
    onDoubleClick: () => {
      if (!open) table.open(place);
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      if (open && !event.currentTarget.contains(event.relatedTarget)) table.close({ stay: false });
    },
  };
  const content = (
    <>
      {open ? <div data-cell-editor>{editor}</div> : children}
      {person ? (
        <span
          className="absolute right-0 bottom-0 max-w-full truncate rounded-tl-sm px-1 text-xs"
          style={{ background: person.colour, color: onPresenceColour }}
        >
          {person.typing ? t('typing', { name: person.name }) : person.name}
        </span>
      ) : null}
    </>
  );
  return heading ? (
    <th {...props} scope={heading}>
      {content}
    </th>
  ) : (
    <td {...props}>{content}</td>
  );
}
