'use client';

import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { Spinner } from '@/components/ui/Spinner';
import { useToast } from '@/components/ui/Toast';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import { fingerprintOf } from '@/lib/document/future/fingerprintOf';
import { groupSince } from '@/lib/document/future/sinceGroups';
import { readTaken } from '@/lib/document/future/takenNotes';
import type { ComparedEntry } from '@/lib/map/compare/comparedEntry';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { useDifferenceWords } from '../compare/useDifferenceWords';
import { useEditor } from '../session/EditorContext';
import { useLiveMap } from '../session/useLiveMap';
import { sendDecision } from './futureRequests';
import { leftOf } from './leftOf';
import { SinceList } from './SinceList';
import { takeChanges } from './takeChanges';

type Props = { onGo: (entry: ComparedEntry) => void };

/** What the current state has changed since the future state was derived from it, to be taken over or left. */
export function SincePanel({ onGo }: Props) {
  const t = useTranslations('future');
  const { future } = useEditor();
  const { base, current, facts } = useStore(future);
  const place = facts?.origin?.source.place;
  if (base && current) return <Changes base={base} current={current} onGo={onGo} />;
  return place === 'here' && facts?.origin?.hasContent ? <Spinner /> : <p className="text-ink-soft">{t('sinceUnknown')}</p>;
}

function Changes({ base, current, onGo }: Props & { base: JourneyMap; current: JourneyMap }) {
  const t = useTranslations('future');
  const { session, doc, canWrite, undo, future } = useEditor();
  // Nobody waits for it who types.
  const map = useDeferredValue(useLiveMap());
  const isSilent = useStore(session.silent, (state) => state.isOn);
  const toast = useToast();
  const notice = useTranslations('editor.canvas.notice');
  const sentenceOf = useProblemSentence();
  const left = useStore(future, (state) => state.facts?.left);
  const since = useMemo(
    () => groupSince({ base, current, future: map }, leftOf(left), readTaken(doc)),
    [base, current, map, left, doc],
  );
  const words = { now: useDifferenceWords(since.compared), earlier: useDifferenceWords(since.first) };
  const { open, settled, openCount } = since;
  // Elsewhere it is counted a moment later.
  useEffect(() => {
    const { counts, count } = future.getState();
    if (counts && counts.open !== openCount) count({ ...counts, open: openCount });
  }, [future, openCount]);
  const keysOf = (groups: typeof open): string[] => groups.flatMap(({ entries }) => entries.map(({ entry }) => entry.key));

  // What is decided leaves the list: the keyboard goes on at the one behind it.
  const list = useRef<HTMLDivElement>(null);
  const goOn = useRef<string | null>(null);
  const goOnBehind = (keys: readonly string[]): void => {
    const listed = keysOf(open);
    const last = Math.max(...keys.map((key) => listed.indexOf(key)));
    goOn.current = listed.slice(last + 1).find((key) => !keys.includes(key)) ?? listed.find((key) => !keys.includes(key)) ?? '';
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the list shows what was decided.
  useEffect(() => {
    if (goOn.current === null) return;
    const item = list.current?.querySelector(`[data-change="${CSS.escape(goOn.current)}"] [data-decides]`);
    (item instanceof HTMLElement ? item : list.current)?.focus();
    goOn.current = null;
  }, [since]);

  const take = (keys: readonly string[]): void => {
    if (session.silent.getState().isOn) return;
    const editing = { doc, undo, locks: session.locks };
    const onTooLate = (): void => toast({ title: notice('undoTooLate') });
    const takeBack = takeChanges(editing, { base, current }, keys, onTooLate);
    if (!takeBack) return;
    goOnBehind(keys);
    const [one, ...more] = open.flatMap(({ entries }) => entries.filter(({ entry }) => keys.includes(entry.key)));
    const isOne = one !== undefined && more.length === 0;
    toast({
      title: isOne
        ? t('tookOver', { what: (one.isEarlier ? words.earlier : words.now).whatOf(one.entry) })
        : t('takenOver', { count: keys.length }),
      tone: 'success',
      // The one before takes nothing back any more.
      topic: 'takenOver',
      action: { label: t('undo'), onClick: takeBack },
    });
  };
  const leave = (keys: readonly string[], isLeft: boolean): void => {
    const wanted = new Set(keys);
    const decided = since.compared.diff.differences
      .map((difference) => ({ key: `${difference.kind} ${difference.collection} ${difference.id}`, difference }))
      .filter(({ key }) => wanted.has(key))
      .map(({ key, difference }) => ({ key, fingerprint: fingerprintOf(difference) }));
    const before = future.getState().facts;
    goOnBehind(keys);
    future.getState().decide(decided, isLeft);
    sendDecision(session.mapId, keys, isLeft).catch((error: unknown) => {
      if (before) future.getState().take(before);
      toast({ title: sentenceOf(error), tone: 'danger' });
    });
  };
  // What both have changed is decided one by one.
  const simple = open.flatMap(({ entries }) => entries.flatMap(({ entry, state }) => (state === 'open' ? [entry.key] : [])));
  const decide = canWrite && !isSilent ? { takeOver: take, leave } : null;
  return (
    <div ref={list} tabIndex={-1} className="space-y-4 outline-none">
      {openCount === 0 ? (
        <EmptyState headingLevel={3} title={t(settled.length === 0 ? 'sinceNothing' : 'sinceSettled')}>
          {t(settled.length === 0 ? 'sinceNothingText' : 'sinceSettledText')}
        </EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-start justify-between gap-3">
            <p className="min-w-0 flex-1 basis-64 text-ink-soft text-sm">{t('sinceText')}</p>
            {decide && simple.length > 0 ? (
              <Button size="sm" variant="primary" onClick={() => take(simple)}>
                {t('takeOverAll', { count: simple.length })}
              </Button>
            ) : null}
          </div>
          {decide ? null : <Banner>{t(isSilent ? 'inSilentRound' : 'readOnly')}</Banner>}
          <SinceList groups={open} words={words} decide={decide} onGo={onGo} />
        </>
      )}
      {settled.length > 0 ? (
        <details>
          <summary className="cursor-pointer py-1 font-semibold text-sm">
            {t('settled', { count: keysOf(settled).length })}
          </summary>
          <div className="pt-2">
            <SinceList groups={settled} words={words} decide={decide} onGo={onGo} />
          </div>
        </details>
      ) : null}
    </div>
  );
}
