'use client';

import { useMemo } from 'react';
import { useLocale, useMessages, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import type { ComparedFigure } from '@/lib/evidence/compareEvidence';
import type { Figure } from '@/lib/evidence/figures/figure';
import { makeFigureLabels } from '@/lib/export/figureLabels';
import { localeSchema } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/translator';
import { arrange } from '@/lib/map/arrange';
import type { FigureLabels } from '@/lib/map/layout/types';
import { useEditor } from '../session/EditorContext';

/** The scores of customers in both states, step by step, and whether what lies between them is more than chance. */
export function FigureChanges() {
  const t = useTranslations('comparing');
  const { compare } = useEditor();
  const figures = useStore(compare, (state) => state.figures);
  const compared = useStore(compare, (state) => state.compared);
  const locale = localeSchema.catch('en').parse(useLocale());
  const messages = useMessages() as Messages;
  const labels = useMemo(() => makeFigureLabels(locale, messages.canvas), [locale, messages]);
  const steps = useMemo(
    () => new Map(compared ? arrange(compared.union.map).steps.map((step) => [step.id, step]) : []),
    [compared],
  );
  if (figures.length === 0) return null;
  return (
    <section className="border-line border-t px-4 py-3">
      <h3 className="mb-1.5 font-semibold text-ink-soft text-xs">{t('figures')}</h3>
      <ul className="space-y-2 text-sm">
        {figures.map((figure, at) => {
          const step = steps.get(figure.stepId);
          const earlier = figures[at - 1]?.stepId === figure.stepId;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step has each score once, and they have no ids.
            <li key={`${figure.stepId} ${at}`}>
              {earlier || !step ? null : (
                <span className="block text-ink-soft">
                  {t('step', { number: step.number, title: step.title.trim() || t('untitledStep') })}
                </span>
              )}
              <FigureChange figure={figure} labels={labels} />
            </li>
          );
        })}
      </ul>
      {figures.some(({ otherLinks }) => otherLinks) ? <p className="mt-2 text-ink-soft text-xs">{t('otherLinks')}</p> : null}
    </section>
  );
}

function FigureChange({
  figure: { before, after, change, otherLinks },
  labels,
}: {
  figure: ComparedFigure;
  labels: FigureLabels;
}) {
  const t = useTranslations('comparing');
  const one = before ?? after;
  if (!one) return null;
  const scoreOf = (figure: Figure | null): string => {
    if (figure === null) return t('none');
    if (figure.standing === 'tooFew') return labels.tooFew;
    const { value, unit } = labels.score(figure);
    return [value, unit].filter((part) => part !== '').join(' ');
  };
  const numbers = [before, after].map((figure) => (figure ? labels.answers(figure.n) : '')).filter((part) => part !== '');
  const note = after ? labels.note({ figure: after, change, otherLinks }) : '';
  return (
    <span className="block">
      <span className="font-semibold">
        {t('figure', { name: labels.name(one), before: scoreOf(before), after: scoreOf(after) })}
      </span>{' '}
      <span className="text-ink-soft text-xs">{[numbers.join(' → '), note].filter((part) => part !== '').join(' · ')}</span>
    </span>
  );
}
