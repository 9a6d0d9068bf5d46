'use client';

import clsx from 'clsx';
import { useLocale, useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import { dateLocale } from '@/lib/i18n/dateLocale';
import type { PreviewedRow } from '../imports/fileImport';
import { bodyCell } from '../ScrollTable';
import { type PreviewColumn, valueIn } from './previewCells';

type Props = { row: PreviewedRow; columns: readonly PreviewColumn[]; timeZone: string; raw: readonly string[] };

/** One row as the plan reads it, or why it does not. */
export function PreviewRow({ row, columns, timeZone, raw }: Props) {
  const t = useTranslations('evidencePages.wizard');
  const locale = useLocale();
  const line = (
    <th scope="row" className={`${bodyCell} text-ink-faint`}>
      {row.line}
    </th>
  );
  if (row.problem || row.isRepeated) {
    const { problem } = row;
    return (
      <tr className={clsx(problem && 'bg-danger-soft')}>
        {line}
        <td colSpan={Math.max(1, columns.length)} className={bodyCell}>
          <div className="sticky left-3 max-w-[min(44rem,72vw)]">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <Badge tone={problem ? 'danger' : 'neutral'}>{t(problem ? 'rejected' : 'repeated')}</Badge>
              {problem?.column ? <span className="font-semibold">{problem.column}:</span> : null}
              <span>{problem ? problem.sentence : t('repeatedText')}</span>
            </p>
            {problem ? <p className="mt-1 line-clamp-2 break-words text-ink-soft text-xs">{raw.join(' · ')}</p> : null}
          </div>
        </td>
      </tr>
    );
  }
  const shown = (value: string | number | null, kind: PreviewColumn['kind']) =>
    kind === 'time' && typeof value === 'string'
      ? new Intl.DateTimeFormat(dateLocale(locale), { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(value))
      : value;
  return (
    <tr>
      {line}
      {columns.map((column) => (
        <td
          key={`${column.kind} ${column.key}`}
          className={clsx(bodyCell, column.kind === 'verbatim' ? 'min-w-56 max-w-96' : 'max-w-64')}
        >
          <span className="line-clamp-3 break-words">{shown(valueIn(row, column), column.kind) ?? '–'}</span>
        </td>
      ))}
    </tr>
  );
}
