'use client';

import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import type { ReadingPlan } from '@/lib/evidence/reading/readingPlan';
import type { PreviewedRow } from '../imports/fileImport';
import { headCell, ScrollTable } from '../ScrollTable';
import { PreviewRow } from './PreviewRow';
import { countRows, previewColumns } from './previewCells';

type Props = {
  plan: ReadingPlan;
  rows: readonly PreviewedRow[] | null;
  /** The same rows as they stand in the file. */
  raw: readonly { line: number; cells: string[] }[];
  error: unknown;
  isReadable: boolean;
};

/** The first rows as the plan reads them; those that it rejects with the reason. */
export function PreviewPart({ plan, rows, raw, error, isReadable }: Props) {
  const t = useTranslations('evidencePages.wizard');
  const sentenceOf = useProblemSentence();
  if (!isReadable) return <p className="text-ink-soft">{t('previewBlocked')}</p>;
  if (error) {
    return (
      <Banner tone="danger" urgent>
        {sentenceOf(error)}
      </Banner>
    );
  }
  if (!rows) return null;
  const columns = previewColumns(plan);
  const cellsOf = new Map(raw.map(({ line, cells }) => [line, cells]));
  const { taken, repeated, rejected } = countRows(rows);
  return (
    <div className="space-y-3">
      <p role="status">{t('previewCounts', { rows: rows.length, taken, repeated, rejected })}</p>
      <div className="max-h-128 overflow-y-auto rounded-lg">
        <ScrollTable label={t('previewRows')}>
          <thead>
            <tr>
              <th scope="col" className={headCell}>
                {t('lineHead')}
              </th>
              {columns.map(({ key, kind, name }) => (
                <th key={`${kind} ${key}`} scope="col" className={`${headCell} max-w-64`}>
                  <span className="block font-normal text-ink-soft">{t(`roles.${kind}`)}</span>
                  <span className="line-clamp-2 min-w-24 whitespace-normal break-words">{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PreviewRow key={row.line} row={row} columns={columns} timeZone={plan.timeZone} raw={cellsOf.get(row.line) ?? []} />
            ))}
          </tbody>
        </ScrollTable>
      </div>
    </div>
  );
}
