'use client';

import { useTranslations } from 'use-intl';
import { useDayText } from '@/components/evidence/DayText';
import type { LinkScore } from '@/lib/evidence/evidenceAnswer';
import { Distribution } from './Distribution';
import { toStepFigure } from './evidenceToDraw';
import { Months } from './Months';
import { useScoreWords } from './useScoreWords';

/** A score with everything without which it says nothing: what was asked, how many answered, the interval, the distribution, and what became of it. */
export function ScoreLine({ score }: { score: LinkScore }) {
  const t = useTranslations('evidence');
  const day = useDayText();
  const labels = useScoreWords();
  const { figure, change, months } = score;
  const shown = toStepFigure(score);
  const { value, unit } = figure.standing === 'tooFew' ? { value: '', unit: labels.tooFew } : labels.score(figure);
  return (
    <li className="rounded-md bg-evidence-tint px-3 py-2 inset-ring inset-ring-evidence-line">
      <p className="flex justify-between gap-2 text-xs">
        <span className="font-semibold text-evidence">{labels.name(figure)}</span>
        <span className="text-ink-soft tabular-nums">{labels.answers(figure.n)}</span>
      </p>
      <p className="flex items-baseline gap-1.5">
        {value === '' ? null : <span className="font-bold text-xl tabular-nums">{value}</span>}
        <span className="text-ink-soft text-sm">{unit}</span>
      </p>
      <Distribution figure={figure} />
      <p className="text-ink-soft text-xs">{labels.note(shown)}</p>
      {change && (change.verdict === 'better' || change.verdict === 'worse' || change.verdict === 'withinNoise') ? (
        <p className="text-ink-soft text-xs">
          {t('compared', {
            from: day(change.before.from),
            to: day(change.before.to),
            n: change.before.n,
          })}
        </p>
      ) : null}
      {months.length > 1 ? <Months months={months} figure={figure} /> : null}
    </li>
  );
}
