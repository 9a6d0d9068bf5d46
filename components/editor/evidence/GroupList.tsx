'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import type { DetailedScore } from '@/lib/evidence/evidenceAnswer';
import { ScoreBar } from './ScoreBar';
import { useScoreWords } from './useScoreWords';

/** So many groups are shown until all are asked for: the largest. */
const mostGroups = 12;

/** A score, split by a dimension: of each value the score, how many answered, and the interval; or that they are too few. */
export function GroupList({ groups, dimension }: { groups: DetailedScore['groups']; dimension: string }) {
  const t = useTranslations('evidence.figures');
  const labels = useScoreWords();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? groups : groups.slice(0, mostGroups);
  return (
    <div className="mt-2 border-evidence-line border-t pt-2">
      <p aria-hidden="true" className="mb-1.5 font-semibold text-ink-soft text-xs">
        {t('groups', { dimension })}
      </p>
      <ul aria-label={t('groups', { dimension })} className="space-y-2.5">
        {shown.map(({ value, figure }) => {
          const { value: score, unit } = figure.standing === 'tooFew' ? { value: '', unit: labels.tooFew } : labels.score(figure);
          return (
            <li key={value ?? ''} className="text-sm">
              <div className="flex items-baseline justify-between gap-3">
                <span className={value === null ? 'text-ink-soft italic' : 'wrap-anywhere min-w-0'}>
                  {value ?? t('withoutValue')}
                </span>
                <span className="shrink-0 text-ink-soft text-xs tabular-nums">{labels.answers(figure.n)}</span>
              </div>
              <p className="flex flex-wrap items-baseline gap-x-1.5">
                {score === '' ? null : <span className="font-bold tabular-nums">{score}</span>}
                <span className="text-ink-soft text-xs">
                  {[unit, labels.note({ figure, change: null })].filter((part) => part !== '').join('\u00a0· ')}
                </span>
              </p>
              <ScoreBar figure={figure} />
            </li>
          );
        })}
      </ul>
      {groups.length > shown.length ? (
        <Button size="sm" variant="ghost" className="mt-2" onClick={() => setWhole(true)}>
          {t('allGroups', { count: groups.length })}
        </Button>
      ) : null}
    </div>
  );
}
