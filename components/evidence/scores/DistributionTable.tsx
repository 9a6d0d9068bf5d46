'use client';

import clsx from 'clsx';
import { useFormatter, useTranslations } from 'use-intl';
import type { Figure } from '@/lib/evidence/figures/figure';
import { formatScore } from '@/lib/evidence/figures/formatScore';
import { npsGroupOf } from '@/lib/evidence/npsGroup';
import { useWriteNumber } from '../useWriteNumber';
import { type BarOfAnswers, type Tone, toBars } from './bars';

const tones: Record<Tone, string> = {
  good: 'fill-positive',
  bad: 'fill-negative',
  neutral: 'fill-line-strong',
  plain: 'fill-evidence',
};

/** How often each answer was given: a table, whose bars are for those who see them. */
export function DistributionTable({ figure, label }: { figure: Figure; label: string }) {
  const t = useTranslations('evidencePages.scores');
  const format = useFormatter();
  const write = useWriteNumber();
  const percent = (share: number) => formatScore(100 * share, 'percent', write);
  const bars = toBars(figure);
  const most = Math.max(...bars.map(({ share }) => share), 0.001);
  const nameOf = ({ from, to, tone }: BarOfAnswers): string | null => {
    if (figure.method.kind === 'nps') return t(`npsGroups.${npsGroupOf(from)}`);
    return figure.method.kind === 'share' && from === to && tone === 'good' ? t('counts') : null;
  };
  return (
    <table className="w-full text-sm tabular-nums">
      <caption className="mb-1 text-left font-semibold">
        {t('distribution')}
        <span className="sr-only">: {label}</span>
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('answer')}</th>
          <th scope="col">{t('share')}</th>
          <th scope="col">{t('number')}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.from}>
            <th scope="row" className="w-px whitespace-nowrap py-0.5 pr-3 text-right font-normal">
              {bar.from === bar.to ? format.number(bar.from) : `${format.number(bar.from)}–${format.number(bar.to)}`}
              <span className="sr-only">{nameOf(bar) === null ? '' : `, ${nameOf(bar)}`}</span>
            </th>
            <td className="py-0.5">
              <span className="sr-only">{percent(bar.share)}</span>
              <svg width="100%" height="14" aria-hidden="true" className="block">
                <rect width="100%" height="14" rx="2" className="fill-surface-sunken" />
                <rect width={`${(100 * bar.share) / most}%`} height="14" rx="2" className={clsx(tones[bar.tone])} />
              </svg>
            </td>
            <td className="w-px whitespace-nowrap py-0.5 pl-3 text-right text-ink-soft">
              {format.number(bar.count)}
              <span aria-hidden="true"> · {percent(bar.share)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
