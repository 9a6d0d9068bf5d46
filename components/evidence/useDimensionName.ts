'use client';

import { useTranslations } from 'use-intl';

const segment = 'segment.';

/** What a dimension is called: touchpoint, channel, language, or a segment by its column. */
export function useDimensionName(): (dimension: string) => string {
  const t = useTranslations('evidencePages.dimensions');
  return (dimension) => {
    if (dimension.startsWith(segment)) return dimension.slice(segment.length);
    const known = (['touchpoint', 'channel', 'language', 'givenCategory'] as const).find((name) => name === dimension);
    return known ? t(known) : dimension;
  };
}
