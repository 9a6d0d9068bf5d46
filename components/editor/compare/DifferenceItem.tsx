'use client';

import clsx from 'clsx';
import { memo } from 'react';
import type { ComparedEntry } from '@/lib/map/compare/comparedEntry';
import type { DifferenceWords } from '@/lib/versions/differenceWords';
import { BringEntryBack } from '../versions/parts/BringEntryBack';
import { DifferenceSign } from './DifferenceSign';
import { DifferenceText } from './DifferenceText';

type Props = { entry: ComparedEntry; words: DifferenceWords; isCurrent: boolean; onGo: (entry: ComparedEntry) => void };

/** A single difference: its sign, what it is about, and what was otherwise. A press leads to its place; then what it is about can be brought back. */
export const DifferenceItem = memo(function DifferenceItem({ entry, words, isCurrent, onGo }: Props) {
  return (
    <li data-entry={entry.key}>
      <button
        type="button"
        data-difference={entry.key}
        aria-current={isCurrent || undefined}
        onClick={() => onGo(entry)}
        className={clsx(
          'flex min-h-11 w-full items-center rounded-md px-2 py-1.5 text-left text-sm hover:bg-hover',
          isCurrent && 'bg-hover inset-ring inset-ring-line-strong',
        )}
      >
        <span className="flex min-w-0 flex-1 gap-2.5">
          <DifferenceSign kind={entry.kind} className="mt-px" />
          <DifferenceText entry={entry} words={words} />
        </span>
      </button>
      {isCurrent ? <BringEntryBack entry={entry} /> : null}
    </li>
  );
});
