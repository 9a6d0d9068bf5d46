'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Spinner } from '@/components/ui/Spinner';
import type { LinkAnswer, LinkScore } from '@/lib/evidence/evidenceAnswer';
import { useArrangedMap, useEditor } from '../session/EditorContext';
import { toStepFigure } from './evidenceToDraw';
import { ScoreBar } from './ScoreBar';
import { useScoreWords } from './useScoreWords';

/** The scores of all steps in the order of the journey; each leads to its step. */
export function StepScores() {
  const t = useTranslations('evidence.figures');
  const gaps = useTranslations('evidence.gaps');
  const { evidence, navigation, selection } = useEditor();
  const map = useArrangedMap();
  const steps = useStore(evidence, (state) => state.steps);
  const status = useStore(evidence, (state) => state.status);
  const told = map.steps.flatMap((step) => {
    const said = steps.get(step.id);
    return said && said.scores.length > 0 ? [{ step, said }] : [];
  });
  if (status === 'loading') return <Spinner className="mx-auto my-6" />;
  if (status === 'failed') return <p className="text-ink-soft text-sm">{t('failed')}</p>;
  if (told.length === 0) return <p className="text-ink-soft text-sm">{t('none')}</p>;
  return (
    <section className="space-y-1">
      <h3 className="font-semibold text-sm">{t('bySteps')}</h3>
      <p className="text-ink-soft text-xs">{t('choose')}</p>
      <ul aria-label={t('bySteps')} className="flex flex-col divide-y divide-line">
        {told.map(({ step, said }) => (
          <li key={step.id}>
            <button
              type="button"
              onClick={() => {
                selection.getState().select({ type: 'step', id: step.id });
                navigation.goTo({ type: 'step', id: step.id });
              }}
              className="block w-full rounded-md py-2.5 text-left hover:bg-surface-sunken"
            >
              <span className="wrap-anywhere block text-sm">
                <span className="text-ink-soft">{step.number}</span> {step.title.trim() || gaps('unnamed')}
              </span>
              {said.scores.map((score) => (
                <StepScore
                  key={score.asked.map(({ sourceId, column }) => `${sourceId} ${column}`).join(' ')}
                  score={score}
                  linked={said.linkedThen}
                />
              ))}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function StepScore({ score, linked }: { score: LinkScore; linked: LinkAnswer['linkedThen'] }) {
  const { evidence } = useEditor();
  const against = useStore(evidence, (state) => state.answer?.against ?? null);
  const labels = useScoreWords();
  const { figure } = score;
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
      <span className="mt-1 block text-ink-soft text-xs">{labels.note(toStepFigure(score, against, linked))}</span>
    </span>
  );
}
