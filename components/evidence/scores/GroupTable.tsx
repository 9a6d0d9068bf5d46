'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { GroupFigure } from '@/lib/evidence/figures/splitFigures';
import { formatFigure } from '../formatFigure';
import { bodyCell, headCell, ScrollTable } from '../ScrollTable';
import { useWriteNumber } from '../useWriteNumber';
import { IntervalBar } from './IntervalBar';

const mostGroups = 100;

/** A score, split by a dimension: one line for each value, the largest group first. */
export function GroupTable({ groups, dimension }: { groups: readonly GroupFigure[]; dimension: string }) {
  const t = useTranslations('evidencePages.scores');
  const own = useTranslations('evidencePages.figure');
  const format = useFormatter();
  const write = useWriteNumber();
  return (
    <div>
      <p className="mb-2 font-semibold text-sm">{t('splitBy', { dimension })}</p>
      <ScrollTable label={t('splitBy', { dimension })}>
        <thead>
          <tr>
            <th scope="col" className={headCell}>
              {dimension}
            </th>
            {(['number', 'score', 'interval'] as const).map((head) => (
              <th key={head} scope="col" className={headCell}>
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.slice(0, mostGroups).map(({ value, figure }) => {
            const text = formatFigure(figure, write);
            return (
              <tr key={value ?? ''}>
                <th scope="row" className={`${bodyCell} max-w-64 break-words font-normal`}>
                  {value ?? t('withoutValue')}
                </th>
                <td className={bodyCell}>{format.number(figure.n)}</td>
                <td className={`${bodyCell} whitespace-nowrap`}>
                  {text ? text.score : t('tooFew')}
                  {figure.standing === 'tentative' ? ` (${own('tentative')})` : ''}
                </td>
                <td className={`${bodyCell} whitespace-nowrap`}>
                  <span className="flex items-center gap-3">
                    <span className="min-w-28">{text ? own('interval', { lower: text.lower, upper: text.upper }) : '–'}</span>
                    <IntervalBar figure={figure} />
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </ScrollTable>
      {groups.length > mostGroups ? (
        <p className="mt-1 text-ink-soft text-sm">{t('moreGroups', { count: groups.length - mostGroups })}</p>
      ) : null}
    </div>
  );
}
