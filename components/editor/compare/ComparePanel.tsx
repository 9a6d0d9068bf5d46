'use client';

import clsx from 'clsx';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import type { ComparedStates } from '@/lib/map/compare/compareStates';
import { formatShortcut, isApple } from '../commands/shortcut';
import { referenceKey } from '../reference';
import { primaryOf } from '../selection';
import { useEditor } from '../session/EditorContext';
import { differencesAt, listShown } from './compareStore';
import { DifferenceFilter } from './DifferenceFilter';
import { DifferenceItem } from './DifferenceItem';
import { FigureChanges } from './FigureChanges';
import { MatchSection } from './MatchSection';
import { SummarySentences } from './SummarySentences';
import { differenceKeys, useDifferenceSteps, useGoToDifference } from './useDifferenceSteps';
import { useDifferenceWords } from './useDifferenceWords';
import { useKeptFocus } from './useKeptFocus';

/** So many differences are listed at once; more on request. */
const pageSize = 200;

/**
 * What differs, beside the map: in sentences, and difference by difference. On a phone it stands in the map’s place; `isFolded`: below the map, as a line that
 * leads from one difference to the next.
 */
export function ComparePanel({ isFolded }: { isFolded: boolean }) {
  const t = useTranslations('comparing');
  const { compare, navigation } = useEditor();
  const compared = useStore(compare, (state) => state.compared);
  return (
    <aside
      aria-label={t('panel')}
      className={clsx(
        'relative z-10 flex min-h-0 flex-col border-line border-t bg-surface lg:h-auto lg:w-84 lg:border-t-0 lg:border-l',
        // Where the page is low, there is no room below the map, and some beside it.
        'sm:h-[52%] sm:flex-none sm:short:h-auto sm:short:w-72 sm:short:border-t-0 sm:short:border-l lg:short:w-84',
        isFolded ? 'flex-none' : 'flex-1',
      )}
      onKeyDown={(event) => {
        // Shortcuts of the map must not act on what is selected while somebody reads here.
        if (event.key !== 'Escape') event.stopPropagation();
        else if (!event.defaultPrevented) navigation.focus();
      }}
    >
      {compared ? <Differences compared={compared} isFolded={isFolded} /> : null}
    </aside>
  );
}

function Differences({ compared, isFolded }: { compared: ComparedStates; isFolded: boolean }) {
  const t = useTranslations('comparing');
  const locale = useLocale();
  const { compare, selection } = useEditor();
  const kinds = useStore(compare, (state) => state.kinds);
  const at = useStore(compare, (state) => state.at);
  const [limit, setLimit] = useState(pageSize);
  const words = useDifferenceWords(compared);
  const step = useDifferenceSteps();
  const go = useGoToDifference();
  const list = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => listShown({ compared, kinds }), [compared, kinds]);
  const place = shown.findIndex(({ key }) => key === at);
  const reach = Math.max(limit, place + 1);
  const keys = new Set(shown.slice(0, reach).map(({ key }) => key));

  // What is chosen on the map is shown here, too.
  const selected = useStore(selection, (state) => {
    const primary = primaryOf(state);
    return primary ? referenceKey(primary) : '';
  });
  useEffect(() => {
    const here = differencesAt(compared, selected);
    if (here.length > 0 && !here.some(({ key }) => key === compare.getState().at)) compare.getState().goTo(here[0]?.key ?? null);
  }, [compared, selected, compare]);
  useEffect(() => {
    if (at === null) return;
    list.current?.querySelector(`[data-difference="${CSS.escape(at)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  useKeptFocus(list, shown);
  useEffect(() => {
    // The map takes its room first.
    const entry = isFolded ? listShown(compare.getState()).find(({ key }) => key === compare.getState().at) : undefined;
    if (!entry) return;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => go(entry));
    });
    return () => cancelAnimationFrame(frame);
  }, [isFolded, compare, go]);

  const all = compared.groups.reduce((sum, { entries }) => sum + entries.length, 0);
  const shortcut = (key: (typeof differenceKeys)['next' | 'previous']) =>
    formatShortcut(key, isApple(navigator.platform), locale);
  return (
    <>
      <header className="flex shrink-0 items-center gap-1 border-line border-b py-2 pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate font-bold text-base">{t('panel')}</h2>
        <span aria-live="polite" className="text-ink-soft text-sm tabular-nums">
          {place < 0 ? '' : t('position', { at: place + 1, all: shown.length })}
        </span>
        <IconButton
          label={t('previous')}
          shortcut={shortcut(differenceKeys.previous)}
          icon={<ChevronUp size={18} />}
          aria-disabled={shown.length === 0 || undefined}
          onClick={() => step(-1)}
        />
        <IconButton
          label={t('next')}
          shortcut={shortcut(differenceKeys.next)}
          icon={<ChevronDown size={18} />}
          aria-disabled={shown.length === 0 || undefined}
          onClick={() => step(1)}
        />
      </header>
      <div
        ref={list}
        data-differences
        tabIndex={-1}
        hidden={isFolded}
        className="relative min-h-0 flex-1 overflow-y-auto outline-none overscroll-contain pb-[env(safe-area-inset-bottom)]"
      >
        {all > 0 ? (
          <div className="px-3 pt-3">
            <DifferenceFilter />
          </div>
        ) : null}
        <SummarySentences compared={compared} />
        <MatchSection compared={compared} />
        <FigureChanges />
        {compared.groups.map(({ stepId, number, title, entries }) => {
          const own = entries.filter(({ key }) => keys.has(key));
          return own.length === 0 ? null : (
            <section key={stepId ?? ''} className="border-line border-t px-2 py-2">
              <h3 className="px-2 pb-1 font-semibold text-ink-soft text-xs">
                {stepId === null ? t('whole') : t('step', { number, title: title.trim() || t('untitledStep') })}
              </h3>
              <ul>
                {own.map((entry) => (
                  <DifferenceItem key={entry.key} entry={entry} words={words} isCurrent={entry.key === at} onGo={go} />
                ))}
              </ul>
            </section>
          );
        })}
        {reach < shown.length ? (
          <p className="flex items-center justify-between gap-3 border-line border-t px-4 py-3 text-ink-soft text-sm">
            {t('shownOf', { shown: reach, all: shown.length })}
            <Button size="sm" onClick={() => setLimit(reach + pageSize)}>
              {t('more')}
            </Button>
          </p>
        ) : null}
      </div>
    </>
  );
}
