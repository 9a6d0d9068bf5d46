'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { LinkAnswer, LinkScore } from '@/lib/evidence/evidenceAnswer';
import { ScoreLine } from './ScoreLine';

type Props<Score extends LinkScore> = {
  scores: readonly Score[];
  /** Whether the same was linked in the version that is compared with. */
  linked: LinkAnswer['linkedThen'];
  className?: string;
  /** What stands below a score. */
  below?: (score: Score) => ReactNode;
};

/** Scores, each with everything without which it says nothing. */
export function ScoreList<Score extends LinkScore>({ scores, linked, className = '', below }: Props<Score>) {
  const t = useTranslations('evidence');
  return (
    <ul aria-label={t('scores')} className={`flex flex-col gap-2 ${className}`}>
      {scores.map((score) => (
        <ScoreLine
          key={score.asked.map(({ sourceId, column }) => `${sourceId} ${column}`).join(' ')}
          score={score}
          linked={linked}
        >
          {below?.(score)}
        </ScoreLine>
      ))}
    </ul>
  );
}
