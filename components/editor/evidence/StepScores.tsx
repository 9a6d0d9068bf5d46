'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Spinner } from '@/components/ui/Spinner';
import { useArrangedMap, useEditor } from '../session/EditorContext';
import { FigureLine } from './FigureLine';

/** The scores of all steps in the order of the journey, of now or as they were kept, as the map shows them; each leads to its step. */
export function StepScores() {
  const t = useTranslations('evidence.figures');
  const gaps = useTranslations('evidence.gaps');
  const { evidence, navigation, selection } = useEditor();
  const map = useArrangedMap();
  const onMap = useStore(evidence, (state) => state.onMap);
  const isNow = useStore(evidence, (state) => state.isNow);
  const status = useStore(evidence, (state) => state.status);
  const told = map.steps.flatMap((step) => {
    const figures = onMap?.get(step.id)?.figures ?? [];
    return figures.length > 0 ? [{ step, figures }] : [];
  });
  // That there are none is said already of what is looked at.
  if (!isNow && told.length === 0) return null;
  if (isNow && status === 'loading') return <Spinner className="mx-auto my-6" />;
  if (isNow && status === 'failed') return <p className="text-ink-soft text-sm">{t('failed')}</p>;
  if (told.length === 0) return <p className="text-ink-soft text-sm">{t('none')}</p>;
  return (
    <section className="space-y-1">
      <h3 className="font-semibold text-sm">{t('bySteps')}</h3>
      <p className="text-ink-soft text-xs">{t('choose')}</p>
      <ul aria-label={t('bySteps')} className="flex flex-col divide-y divide-line">
        {told.map(({ step, figures }) => (
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
              {figures.map((shown, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a step has each score once, and they have no ids.
                <FigureLine key={at} shown={shown} />
              ))}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
