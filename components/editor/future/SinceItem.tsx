'use client';

import { Check, CornerDownLeft, RotateCcw, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import type { SinceEntry } from '@/lib/document/future/sinceGroups';
import type { ComparedEntry } from '@/lib/map/compare/comparedEntry';
import type { DifferenceWords } from '@/lib/versions/differenceWords';
import { DifferenceSign } from '../compare/DifferenceSign';
import { DifferenceText } from '../compare/DifferenceText';

const tones = { conflict: 'warning', taken: 'success', gone: 'neutral' } as const satisfies Record<string, Tone>;

type Props = {
  since: SinceEntry;
  words: DifferenceWords;
  decide: { takeOver: (keys: readonly string[]) => void; leave: (keys: readonly string[], left: boolean) => void } | null;
  onGo: (entry: ComparedEntry) => void;
};

/** A change of the current state: what it is, how it stands to the future state, and what to do with it. */
export function SinceItem({ since: { entry, state, left, parts }, words, decide, onGo }: Props) {
  const t = useTranslations('future');
  const about = words.whatOf(entry);
  // What is not taken over yet, or went with its being taken over, has no place here.
  const isHere = state !== 'gone' && (entry.kind === 'added' ? state === 'taken' : entry.kind !== 'removed' || state !== 'taken');
  const isOpen = !left && (state === 'open' || state === 'conflict');
  return (
    <li data-change={entry.key} className="flex flex-wrap items-start gap-x-3 gap-y-2 px-3 py-2.5 text-sm">
      <DifferenceSign kind={entry.kind} className="mt-px" />
      <div className="min-w-0 flex-1 basis-60">
        <DifferenceText entry={entry} words={words} />
        {parts > 0 ? <span className="block text-ink-soft">{t('parts', { count: parts })}</span> : null}
      </div>
      <div className="ml-auto flex flex-wrap items-center justify-end gap-2">
        {left ? <Badge>{t('state.left')}</Badge> : null}
        {!left && state !== 'open' ? <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge> : null}
        {isHere && entry.place !== null ? (
          <Button
            size="sm"
            variant="ghost"
            icon={<CornerDownLeft size={14} aria-hidden="true" />}
            aria-label={t('showOne', { what: about })}
            onClick={() => onGo(entry)}
          >
            {t('show')}
          </Button>
        ) : null}
        {decide && isOpen ? (
          <>
            <Button
              size="sm"
              data-decides
              icon={<Check size={14} aria-hidden="true" />}
              aria-label={t('takeOverOne', { what: about })}
              onClick={() => decide.takeOver([entry.key])}
            >
              {t('takeOver')}
            </Button>
            <Button
              size="sm"
              variant="ghost"
              icon={<X size={14} aria-hidden="true" />}
              aria-label={t('leaveOne', { what: about })}
              onClick={() => decide.leave([entry.key], true)}
            >
              {t('leave')}
            </Button>
          </>
        ) : null}
        {decide && left && state !== 'taken' && state !== 'gone' ? (
          <Button
            size="sm"
            variant="ghost"
            icon={<RotateCcw size={14} aria-hidden="true" />}
            aria-label={t('reopenOne', { what: about })}
            onClick={() => decide.leave([entry.key], false)}
          >
            {t('reopen')}
          </Button>
        ) : null}
      </div>
      {state === 'conflict' && !left ? (
        <p className="basis-full pl-8 text-ink-soft">{t(entry.kind === 'removed' ? 'conflictRemoved' : 'conflictText')}</p>
      ) : null}
    </li>
  );
}
