'use client';

import { useMemo } from 'react';
import { useLocale, useMessages } from 'use-intl';
import { makeFigureLabels } from '@/lib/export/figureLabels';
import { localeSchema } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/translator';
import type { FigureLabels } from '@/lib/map/layout/types';

/** The words and formats of scores, as on the map. */
export function useScoreWords(): FigureLabels {
  const locale = localeSchema.catch('en').parse(useLocale());
  const messages = useMessages() as Messages;
  return useMemo(() => makeFigureLabels(locale, messages.canvas), [locale, messages]);
}
