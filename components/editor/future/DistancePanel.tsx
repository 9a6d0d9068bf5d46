'use client';

import { Fragment, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { EmptyState } from '@/components/ui/EmptyState';
import { asSeenFrom } from '@/lib/document/future/asSeenFrom';
import { matchReasons } from '@/lib/document/future/matchReasons';
import { toWordPieces } from '@/lib/document/wordDiff';
import type { ComparedEntry } from '@/lib/map/compare/comparedEntry';
import { compareStates } from '@/lib/map/compare/compareStates';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { DifferenceItem } from '../compare/DifferenceItem';
import { useDifferenceWords } from '../compare/useDifferenceWords';
import { useEditor } from '../session/EditorContext';
import { useLiveMap } from '../session/useLiveMap';
import { listAnswerable } from './listAnswerable';
import { ReasonItems } from './ReasonItems';
import { ReasonList } from './ReasonList';

/** What is gone has no place to lead to. */
const ignore = (): void => undefined;

type Props = { onGo: (entry: ComparedEntry) => void };

/** In what the future state differs from its baseline, step by step. */
export function DistancePanel({ onGo }: Props) {
  const t = useTranslations('future');
  const base = useStore(useEditor().future, (state) => state.base);
  return base ? <Differences base={base} onGo={onGo} /> : <p className="text-ink-soft">{t('distanceUnknown')}</p>;
}

function Differences({ base, onGo }: Props & { base: JourneyMap }) {
  const t = useTranslations('future');
  const map = useLiveMap();
  // A reason is typed in here: what is compared does not change with it.
  const seen = useWithoutReasons(map);
  const compared = useMemo(() => compareStates(base, asSeenFrom(base, seen), toWordPieces), [base, seen]);
  const words = useDifferenceWords(compared);
  const comparing = useTranslations('comparing');
  const top = useRef<HTMLDivElement>(null);
  const answerable = useMemo(() => listAnswerable([seen, base]), [seen, base]);
  const matched = useMemo(() => matchReasons(map, compared.diff), [map, compared]);
  if (compared.groups.length === 0) {
    return (
      <EmptyState headingLevel={3} title={t('noDifference')}>
        {t('noDifferenceText')}
      </EmptyState>
    );
  }
  const bare = compared.groups.flatMap(({ entries }) =>
    entries.filter(({ difference }) => !matched.hasReason(difference)),
  ).length;
  return (
    <div ref={top} tabIndex={-1} className="space-y-4 outline-none">
      <p className="text-ink-soft text-sm">
        {t('reason.lead')} {t('reason.open', { count: bare })}
      </p>
      <ol className="space-y-4">
        {compared.groups.map(({ stepId, number, title, entries }) => (
          <li key={stepId ?? ''}>
            <h4 className="mb-1 wrap-anywhere font-semibold text-ink-soft text-sm">
              {stepId === null ? t('wholeMap') : t('step', { number, title: title.trim() || comparing('untitledStep') })}
            </h4>
            <ul className="rounded-lg border border-line bg-surface p-1">
              {entries.map((entry) => (
                <Fragment key={entry.key}>
                  <DifferenceItem entry={entry} words={words} isCurrent={false} onGo={entry.kind === 'removed' ? ignore : onGo} />
                  <li>
                    <ReasonList
                      entry={entry}
                      reasons={matched.of(entry.difference)}
                      what={words.whatOf(entry)}
                      answerable={answerable}
                    />
                  </li>
                </Fragment>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {matched.idle.length > 0 ? (
        <details>
          <summary className="cursor-pointer py-1 font-semibold text-sm">
            {t('reason.idle', { count: matched.idle.length })}
          </summary>
          <div className="space-y-2 pt-2">
            <ReasonItems
              reasons={matched.idle}
              what={t('reason.idleOne')}
              stepId={null}
              answerable={answerable}
              behind={() => top.current}
            />
          </div>
        </details>
      ) : null}
    </div>
  );
}

/** The map without its reasons: the same object as long as nothing else changes. */
function useWithoutReasons(map: JourneyMap): JourneyMap {
  const last = useRef<JourneyMap | null>(null);
  const before = last.current;
  const isSame =
    before !== null &&
    (Object.keys(map) as (keyof JourneyMap)[]).every((part) => part === 'reasons' || map[part] === before[part]);
  if (!isSame) last.current = { ...map, reasons: [] };
  return last.current ?? map;
}
