'use client';

import { useTranslations } from 'use-intl';
import type { ScoreMethod } from '@/lib/evidence/scoreMethod';
import type { ScoreScale } from '@/lib/evidence/scoreScale';

/** How a score is reckoned, in words: “share of 4–5”, “mean”. */
export function useMethodText(): (scale: ScoreScale, method: ScoreMethod) => string {
  const t = useTranslations('evidencePages.methods');
  return ({ min, max, direction }, method) => {
    if (method.kind !== 'share') return t(method.kind);
    const [first, last] = direction === 'highIsGood' ? [method.from, max] : [min, method.from];
    return t('share', { first, last, answers: first === last ? 'one' : 'several' });
  };
}
