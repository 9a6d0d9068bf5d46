'use client';

import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { listEmotionGaps } from '@/lib/evidence/emotionGaps';
import { useArrangedMap, useEditor } from '../session/EditorContext';
import { OfWhen } from './OfWhen';

/** Where customers feel otherwise than the team thinks, the largest gaps first; of now, or as it was kept. */
export function GapList() {
  const t = useTranslations('evidence.gaps');
  const format = useFormatter();
  const { evidence, navigation, selection } = useEditor();
  const map = useArrangedMap();
  const onMap = useStore(evidence, (state) => state.onMap);
  const isNow = useStore(evidence, (state) => state.isNow);
  const gaps = useMemo(() => {
    const main = map.personas[0];
    return listEmotionGaps(
      map.steps.map((step) => ({
        stepId: step.id,
        team: (main && step.emotions.get(main.id)) ?? null,
        customers: onMap?.get(step.id)?.emotion ?? null,
      })),
    );
  }, [map, onMap]);
  const signed = (value: number) =>
    format.number(value, { signDisplay: 'exceptZero', minimumFractionDigits: 1, maximumFractionDigits: 1 }).replace('-', '−');
  if (gaps.length === 0 && isNow) return <p className="px-4 py-4 text-ink-soft text-sm">{t('none')}</p>;
  return (
    <div className="px-4 py-3">
      <OfWhen className="mb-2" />
      <p className="mb-2 text-ink-soft text-sm">{gaps.length === 0 ? t('noneThen') : t('lead')}</p>
      <ol className="flex flex-col divide-y divide-line">
        {gaps.map(({ stepId, team, customers, gap, isClear }) => {
          const step = map.steps.find(({ id }) => id === stepId);
          if (!step) return null;
          return (
            <li key={stepId}>
              <button
                type="button"
                onClick={() => {
                  selection.getState().select({ type: 'step', id: stepId });
                  navigation.goTo({ type: 'step', id: stepId });
                }}
                className="flex w-full items-baseline gap-3 rounded-md py-2.5 text-left hover:bg-surface-sunken"
              >
                <span className="w-12 shrink-0 text-right font-bold text-lg tabular-nums">{signed(gap)}</span>
                <span className="min-w-0 flex-1">
                  <span className="block text-sm">
                    <span className="text-ink-soft">{step.number}</span> {step.title.trim() || t('unnamed')}
                  </span>
                  <span className="block text-ink-soft text-xs">
                    {t('values', { team: signed(team), customers: signed(customers) })}
                    {isClear ? '' : ` · ${t('unsure')}`}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
