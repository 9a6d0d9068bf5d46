'use client';

import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { ArrangedMap } from '@/lib/map/arrange';
import type { PlannedRow, PlannedStep, TablePlan } from '@/lib/map/table/tablePlan';
import { useRowLabel } from './useRowLabel';

/** More than this of a table is not drawn; it is said how much there is. */
const most = { steps: 60, rows: 60 };

/** What a table becomes: its steps beside each other, what goes to each lane below. */
export function TablePreview({ plan, map }: { plan: TablePlan; map: ArrangedMap }) {
  const t = useTranslations('table');
  const labelOf = useRowLabel(map);
  const { steps, rows, entries } = plan;
  const shown = steps.slice(0, most.steps);
  const shownRows = rows.slice(0, most.rows);
  return (
    <div>
      {/* biome-ignore lint/a11y/useSemanticElements: a part of a dialog that scrolls by itself, of which no element has the meaning. */}
      <div
        role="region"
        aria-label={t('preview')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll it.
        tabIndex={0}
        className="max-h-96 overflow-auto rounded-lg border border-line"
      >
        <table className="border-separate border-spacing-0 text-left text-sm">
          <caption className="px-3 py-2 text-left text-ink-soft">
            {t('caption', { steps: steps.length, lanes: rows.length, entries })}
          </caption>
          <thead>
            <tr>
              <td className={cornerClass} />
              {shown.map((step, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place alone.
                <th key={at} scope="col" className={columnClass}>
                  <StepName step={step} map={map} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shownRows.map(({ name, row }, rank) => {
              const label = labelOf(rows, rank);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place alone.
                <tr key={rank}>
                  <th scope="row" className={rowClass}>
                    <span className="wrap-anywhere block font-semibold">{name || label.title}</span>
                    <span className="block font-normal text-ink-soft text-xs">{label.what}</span>
                  </th>
                  {shown.map((_, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by their place alone.
                    <td key={at} className={cellClass}>
                      <Cell row={row} at={at} />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {shown.length < steps.length ? (
        <p className="mt-2 text-ink-soft text-sm">{t('part', { shown: shown.length, total: steps.length })}</p>
      ) : null}
      {shownRows.length < rows.length ? (
        <p className="mt-2 text-ink-soft text-sm">{t('partRows', { shown: shownRows.length, total: rows.length })}</p>
      ) : null}
    </div>
  );
}

const headClass = 'border-line border-t border-r bg-surface-sunken px-3 py-2 align-top';
const cornerClass = `${headClass} sticky left-0 z-1 min-w-28`;
const columnClass = `${headClass} min-w-36 max-w-56 font-semibold`;
const rowClass = `${headClass} sticky left-0 z-1 min-w-28 max-w-40`;
const cellClass = 'min-w-36 max-w-56 border-line border-t border-r px-3 py-2 align-top';

function StepName({ step, map }: { step: PlannedStep; map: ArrangedMap }) {
  const t = useTranslations('table');
  const there = step.id === null ? undefined : map.steps.find(({ id }) => id === step.id);
  const title = step.title?.trim() || there?.title.trim() || t('untitled');
  return (
    <>
      <span className="wrap-anywhere line-clamp-3">{title}</span>
      <span className="block font-normal text-ink-soft text-xs">
        {there ? t('stepNumber', { number: there.number }) : t('newStep')}
      </span>
    </>
  );
}

function Cell({ row, at }: { row: PlannedRow; at: number }): ReactNode {
  const format = useFormatter();
  const channels = useTranslations('canvas.channel');
  switch (row.type) {
    case 'cards':
      return <span className="wrap-anywhere line-clamp-4 whitespace-pre-line">{row.cells[at] ?? ''}</span>;
    case 'emotion': {
      const value = row.cells[at];
      if (typeof value !== 'number') return null;
      return format.number(value, { signDisplay: 'exceptZero', maximumFractionDigits: 1 }).replace('-', '−');
    }
    default: {
      const touchpoints = row.cells[at] ?? [];
      return touchpoints.map(({ channel, name }) => name || channels(channel as 'phone')).join(', ');
    }
  }
}
