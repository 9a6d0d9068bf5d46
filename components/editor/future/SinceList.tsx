'use client';

import { useTranslations } from 'use-intl';
import type { SinceGroup } from '@/lib/document/future/sinceGroups';
import type { ComparedEntry } from '@/lib/map/compare/comparedEntry';
import type { DifferenceWords } from '@/lib/versions/differenceWords';
import { SinceItem } from './SinceItem';

/** How changes are spoken of, and those that were taken over before. */
export type SinceWords = { now: DifferenceWords; earlier: DifferenceWords };

type Props = {
  groups: readonly SinceGroup[];
  words: SinceWords;
  /** Null for whoever may not decide. */
  decide: { takeOver: (keys: readonly string[]) => void; leave: (keys: readonly string[], left: boolean) => void } | null;
  onGo: (entry: ComparedEntry) => void;
};

/** Changes of the current state, step by step. */
export function SinceList({ groups, words, decide, onGo }: Props) {
  const t = useTranslations('future');
  const comparing = useTranslations('comparing');
  return (
    <ol className="space-y-4">
      {groups.map(({ stepId, number, title, entries }) => (
        <li key={stepId ?? ''}>
          <h4 className="mb-1 wrap-anywhere font-semibold text-ink-soft text-sm">
            {stepId === null ? t('wholeMap') : t('step', { number, title: title.trim() || comparing('untitledStep') })}
          </h4>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {entries.map((entry) => (
              <SinceItem
                key={entry.entry.key}
                since={entry}
                words={entry.isEarlier ? words.earlier : words.now}
                decide={decide}
                onGo={onGo}
              />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
