'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { useDayText } from '@/components/evidence/DayText';
import type { LinkAnswer, LinkScore } from '@/lib/evidence/evidenceAnswer';
import { useEditor } from '../session/EditorContext';
import { Distribution } from './Distribution';
import { toStepFigure } from './evidenceToDraw';
import { Months } from './Months';
import { useScoreWords } from './useScoreWords';

type Props = {
  score: LinkScore;
  /** Whether the same was linked in the version that is compared with. */
  linked: LinkAnswer['linkedThen'];
  children?: ReactNode;
};

/** A score with everything without which it says nothing: what was asked, how many answered, the interval, the distribution, and what became of it. */
export function ScoreLine({ score, linked, children }: Props) {
  const { evidence } = useEditor();
  const against = useStore(evidence, (state) => state.answer?.against ?? null);
  const labels = useScoreWords();
  const { figure, months } = score;
  const shown = toStepFigure(score, against, linked);
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
      <ComparedWith score={score} />
      {months.length > 1 ? <Months months={months} figure={figure} /> : null}
      {children}
    </li>
  );
}

/** With what a score was compared, and how many answers that had. */
function ComparedWith({ score: { figure, change, since } }: { score: LinkScore }) {
  const t = useTranslations('evidence');
  const { evidence } = useEditor();
  const against = useStore(evidence, (state) => state.answer?.against ?? null);
  const day = useDayText();
  const labels = useScoreWords();
  if (against !== null) {
    if (!against.isKept || !since || since.verdict === 'incomparable') return null;
    const { before } = since;
    const of = { version: against.version, n: before.n };
    if (before.standing === 'tooFew') return <p className="text-ink-soft text-xs">{t('figures.tooFewThen', of)}</p>;
    const { value, unit } = labels.score({ ...figure, ...before });
    return <p className="text-ink-soft text-xs">{t('figures.then', { ...of, score: `${value} ${unit}`.trim() })}</p>;
  }
  if (change?.verdict !== 'better' && change?.verdict !== 'worse' && change?.verdict !== 'withinNoise') return null;
  const { from, to, n } = change.before;
  return <p className="text-ink-soft text-xs">{t('compared', { from: day(from), to: day(to), n })}</p>;
}
