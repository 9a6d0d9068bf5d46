'use client';

import type { StepFigure } from '@/lib/map/mapEvidence';
import { ScoreBar } from './ScoreBar';
import { useScoreWords } from './useScoreWords';

/** A score as the map shows it: its name, how many answered, the interval on its scale, and what became of it. */
export function FigureLine({ shown }: { shown: StepFigure }) {
  const labels = useScoreWords();
  const { figure } = shown;
  const { value, unit } = figure.standing === 'tooFew' ? { value: '', unit: labels.tooFew } : labels.score(figure);
  return (
    <span className="mt-1 block">
      <span className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 text-sm">
          <span className="font-semibold text-evidence text-xs">{labels.name(figure)}</span>{' '}
          {value === '' ? null : <span className="font-bold tabular-nums">{value}</span>}{' '}
          <span className="text-ink-soft text-xs">{unit}</span>
        </span>
        <span className="shrink-0 text-ink-soft text-xs tabular-nums">{labels.answers(figure.n)}</span>
      </span>
      <ScoreBar figure={figure} />
      <span className="mt-1 block text-ink-soft text-xs">{labels.note(shown)}</span>
    </span>
  );
}
