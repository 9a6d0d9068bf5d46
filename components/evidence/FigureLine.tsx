'use client';

import { useTranslations } from 'use-intl';
import type { Figure } from '@/lib/evidence/figures/figure';
import { formatFigure } from './formatFigure';
import { useWriteNumber } from './useWriteNumber';

/** A score on one line, with everything without which it says nothing: the metric, the number of answers, the interval. */
export function FigureLine({ label, figure }: { label: string; figure: Figure }) {
  const t = useTranslations('evidencePages');
  const write = useWriteNumber();
  const text = formatFigure(figure, write);
  return (
    <li className="flex flex-wrap items-baseline gap-x-2.5 text-sm" title={label}>
      <span className="font-semibold text-ink-soft text-xs">{t(`metrics.${figure.scale.metric}`)}</span>
      {text ? (
        <>
          <span className="font-bold text-lg tabular-nums">{text.score}</span>
          <span className="text-ink-soft tabular-nums">{t('figure.interval', { lower: text.lower, upper: text.upper })}</span>
          <span className="text-ink-soft tabular-nums">{t('figure.n', { n: figure.n })}</span>
          {figure.standing === 'tentative' ? <span className="text-warning">{t('figure.tentative')}</span> : null}
        </>
      ) : (
        <span className="text-ink-soft">{t('figure.tooFew', { n: figure.n })}</span>
      )}
    </li>
  );
}
