import { useMemo } from 'react';
import { useLocale, useMessages } from 'use-intl';
import { localeSchema } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/translator';
import type { ComparedStates } from '@/lib/map/compare/compareStates';
import { type DifferenceWords, makeDifferenceWords } from '@/lib/versions/differenceWords';

/** How single differences are spoken of; the same object as long as the states are. */
export function useDifferenceWords(states: ComparedStates): DifferenceWords {
  const locale = localeSchema.catch('en').parse(useLocale());
  const messages = useMessages() as Messages;
  return useMemo(() => makeDifferenceWords(locale, messages, states), [locale, messages, states]);
}
