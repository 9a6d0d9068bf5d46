'use client';

import { useMemo } from 'react';
import { useLocale, useMessages, useTranslations } from 'use-intl';
import type { MapPart } from '@/lib/document/restore/parts';
import { localeSchema } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/translator';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { makeDiffSentences } from '@/lib/versions/diffSentence';
import type { Outcome } from './useForeseen';
import { usePartWords } from './usePartWords';

type Props = {
  outcome: Outcome;
  version: JourneyMap;
  /** What is said where nothing would change. */
  nothing: string;
};

/** What bringing parts back adds, changes, moves and takes away, most important first, and where that comes to stand whose place is gone. */
export function OutcomeSentences({ outcome: { foreseen }, version, nothing }: Props) {
  const t = useTranslations('versions.parts');
  const locale = localeSchema.catch('en').parse(useLocale());
  const messages = useMessages() as Messages;
  const toSentence = useMemo(() => makeDiffSentences(locale, messages), [locale, messages]);
  const { asSubject, named, nameOf } = usePartWords();
  const { summary, diff, after, astray } = foreseen;
  const whereabouts = (types: readonly MapPart['type'][]): string =>
    named(
      'subject',
      astray.missing.filter(({ type }) => types.includes(type)),
      version,
    );
  const rules = [
    ...(astray.cards.length > 0
      ? [t('astrayCards', { count: astray.cards.length, missing: whereabouts(['step', 'lane']) })]
      : []),
    ...(astray.steps.length > 0 ? [t('astraySteps', { count: astray.steps.length, missing: whereabouts(['stage']) })] : []),
    ...astray.merged.map(({ type, id, into }) =>
      t('merged', { what: asSubject([{ type, id }], version), into: nameOf({ type, id: into }, after) }),
    ),
  ];
  if (diff.differences.length === 0) return <p>{nothing}</p>;
  return (
    <>
      <h3 className="mb-1 font-semibold text-ink-soft text-sm">{t('happens')}</h3>
      <ul className="space-y-1.5">
        {[...summary.map(toSentence), ...rules].map((sentence) => (
          <li key={sentence} className="wrap-anywhere">
            {sentence}
          </li>
        ))}
      </ul>
    </>
  );
}
