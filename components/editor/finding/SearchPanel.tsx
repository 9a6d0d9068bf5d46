'use client';

import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { toSearchWords } from '@/lib/map/search/foldText';
import type { MapMatch } from '@/lib/map/search/searchMap';
import { useEditor } from '../session/EditorContext';
import { isInDetails, toReference } from './matchPlace';
import { SearchResult } from './SearchResult';
import { useMapSearch } from './useMapSearch';

/** Results that are listed; all of them can be stepped through. */
const mostListed = 100;

type Props = {
  /** Grows each time that somebody asks for the search: then the field takes the focus. */
  asked: number;
  onClose: () => void;
  onShowDetails: () => void;
};

/** Looks for words in everything on the map, and leads to where they stand. Lies over the map and never in the way of editing. */
export function SearchPanel({ asked, onClose, onShowDetails }: Props) {
  const t = useTranslations('finding.search');
  const { selection, navigation } = useEditor();
  const [query, setQuery] = useState('');
  const { matches, at, step, show } = useMapSearch(query);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();

  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that somebody asks.
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);

  const goTo = (match: MapMatch | null): void => {
    if (!match) return;
    show(match);
    const reference = toReference(match);
    if (reference) selection.getState().select(reference);
    else selection.getState().clear();
    if (isInDetails(match)) onShowDetails();
    if (reference) navigation.goTo(reference);
  };
  const close = (): void => {
    onClose();
    navigation.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const forward = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey);
    const back = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey);
    if (!forward && !back) return;
    if (event.target !== field.current) return;
    event.preventDefault();
    goTo(step(forward ? 1 : -1));
  };

  const asks = toSearchWords(query).length > 0;
  const listed = matches.slice(0, mostListed);
  const count = at < 0 ? t('count', { count: matches.length }) : t('at', { number: at + 1, count: matches.length });
  return (
    <div
      data-covers-map
      className="pointer-events-none absolute top-3 right-[calc(0.75rem+var(--over-right,0px))] left-3 z-20 flex justify-end"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: the search element is unknown to some screen readers. */}
      <div
        role="search"
        aria-label={t('title')}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return onKeyDown(event);
          event.stopPropagation();
          close();
        }}
        className="pointer-events-auto flex w-96 max-w-full animate-pop-in flex-col rounded-lg border border-line bg-surface-raised text-ink shadow-float"
      >
        <div className="flex items-center gap-1 py-1.5 pr-1.5 pl-3">
          <Search size={16} aria-hidden="true" className="shrink-0 text-ink-faint" />
          <input
            ref={field}
            role="combobox"
            aria-label={t('label')}
            aria-expanded={listed.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={at >= 0 && at < mostListed ? `${listId}-${at}` : undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={t('hint')}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            className="h-9 min-w-0 flex-1 rounded-sm bg-transparent px-1 text-base outline-offset-0 placeholder:text-ink-faint pointer-coarse:h-11 pointer-coarse:text-[1rem]"
          />
          {asks ? (
            <span aria-hidden="true" className="shrink-0 whitespace-nowrap text-ink-soft text-xs tabular-nums max-sm:hidden">
              {count}
            </span>
          ) : null}
          <IconButton
            size="sm"
            label={t('previous')}
            icon={<ChevronUp size={16} />}
            aria-disabled={matches.length === 0 || undefined}
            onClick={() => goTo(step(-1))}
          />
          <IconButton
            size="sm"
            label={t('next')}
            icon={<ChevronDown size={16} />}
            aria-disabled={matches.length === 0 || undefined}
            onClick={() => goTo(step(1))}
          />
          <IconButton size="sm" label={t('close')} icon={<X size={16} />} onClick={close} />
        </div>
        <div
          id={listId}
          role="listbox"
          aria-label={t('results')}
          className={listed.length > 0 ? 'max-h-[min(40vh,24rem)] overflow-y-auto border-line border-t p-1' : 'hidden'}
        >
          {listed.map((match, index) => (
            <SearchResult
              key={match.key}
              id={`${listId}-${index}`}
              match={match}
              shown={index === at}
              onChoose={() => goTo(match)}
            />
          ))}
        </div>
        {asks && matches.length === 0 ? (
          <p className="border-line border-t px-4 py-3 text-ink-soft text-sm">{t('none')}</p>
        ) : null}
        {matches.length > mostListed ? (
          <p className="border-line border-t px-4 py-2 text-ink-soft text-xs">
            {t('more', { count: matches.length - mostListed })}
          </p>
        ) : null}
        <p role="status" className="sr-only">
          {asks ? count : ''}
        </p>
      </div>
    </div>
  );
}
