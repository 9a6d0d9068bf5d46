'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { TrendPoint } from '@/lib/evidence/figures/monthlyTrend';
import { formatFigure } from '../formatFigure';
import { bodyCell, headCell, ScrollTable } from '../ScrollTable';
import { useWriteNumber } from '../useWriteNumber';
import { useMonthText } from './TrendChart';

/** The months' scores in numbers, with what became of each since the month before. */
export function TrendTable({ trend, label }: { trend: readonly TrendPoint[]; label: string }) {
  const t = useTranslations('evidencePages.scores');
  const own = useTranslations('evidencePages.figure');
  const format = useFormatter();
  const write = useWriteNumber();
  const monthText = useMonthText();
  return (
    <ScrollTable label={t('trendTable', { label })}>
      <thead>
        <tr>
          {(['month', 'number', 'score', 'interval', 'change'] as const).map((head) => (
            <th key={head} scope="col" className={headCell}>
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {trend.map(({ month, figure, change }) => {
          const text = formatFigure(figure, write);
          return (
            <tr key={month}>
              <th scope="row" className={`${bodyCell} whitespace-nowrap font-normal`}>
                {monthText(month, { month: 'long', year: 'numeric' })}
              </th>
              <td className={bodyCell}>{format.number(figure.n)}</td>
              <td className={`${bodyCell} whitespace-nowrap`}>
                {text ? text.score : t('tooFew')}
                {figure.standing === 'tentative' ? ` (${own('tentative')})` : ''}
              </td>
              <td className={`${bodyCell} whitespace-nowrap`}>
                {text ? own('interval', { lower: text.lower, upper: text.upper }) : '–'}
              </td>
              <td className={bodyCell}>{change ? t(`verdicts.${change.verdict}`) : '–'}</td>
            </tr>
          );
        })}
      </tbody>
    </ScrollTable>
  );
}
