'use client';

import { useMemo } from 'react';
import { useLocale, useMessages, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { localeSchema } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/translator';
import type { ComparedStates } from '@/lib/map/compare/compareStates';
import { makeDiffSentences } from '@/lib/versions/diffSentence';
import { useEditor } from '../session/EditorContext';
import { useSideWords } from './useSideWords';

/** What differs in few sentences, most important first. */
export function SummarySentences({ compared }: { compared: ComparedStates }) {
  const t = useTranslations('comparing');
  const locale = localeSchema.catch('en').parse(useLocale());
  const messages = useMessages() as Messages;
  const toSentence = useMemo(() => makeDiffSentences(locale, messages), [locale, messages]);
  const { nameOf } = useSideWords();
  const sides = useStore(useEditor().compare, (state) => state.sides);
  const curvesDiffer = compared.diff.differences.some(({ collection }) => collection === 'emotions');
  if (compared.summary.length === 0) return <p className="px-4 py-4 text-sm">{t('nothing')}</p>;
  return (
    <section className="px-4 py-3">
      <h3 className="mb-1 font-semibold text-ink-soft text-xs">{t('summary')}</h3>
      <ul className="space-y-1.5 text-sm">
        {compared.summary.map((line) => {
          const sentence = toSentence(line);
          return (
            <li key={sentence} className="wrap-anywhere">
              {sentence}
            </li>
          );
        })}
      </ul>
      {curvesDiffer && sides ? (
        <p className="mt-2 text-ink-soft text-xs max-sm:hidden">
          {t('curve', { from: nameOf(sides.before), to: nameOf(sides.after) })}
        </p>
      ) : null}
    </section>
  );
}
