'use client';

import { X } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { listFilterChoices } from '@/lib/map/filter/filterChoices';
import { type FilterGroup, filterGroups, noFilter, toggleFilterValue } from '@/lib/map/filter/mapFilter';
import { useArrangedMap, useEditor } from '../session/EditorContext';
import { FilterGroupField } from './FilterGroupField';
import { listFilterPeople } from './filterPeople';
import { useAskAuthors } from './useAskAuthors';
import { useCardAuthors } from './useCardAuthors';
import { useFilter } from './useFilter';
import { useFilterWords } from './useFilterWords';
import { useNames } from './useNames';

/** Chooses what of the map stands out; the rest fades. Lies over the map, which shows at once what is found. */
export function FilterPanel({ mayReadActivity }: { mayReadActivity: boolean }) {
  const { lens } = useEditor();
  const isOpen = useStore(lens, (state) => state.panel === 'filter');
  return isOpen ? <OpenPanel mayReadActivity={mayReadActivity} /> : null;
}

function OpenPanel({ mayReadActivity }: { mayReadActivity: boolean }) {
  const t = useTranslations('filter');
  const { lens, navigation } = useEditor();
  const { filter, match } = useFilter();
  const groups = useGroups(mayReadActivity);
  const frame = useRef<HTMLElement>(null);
  const focusFirst = useCallback((): void => {
    const find = (selector: string) => frame.current?.querySelector<HTMLElement>(selector);
    (find('input:checked') ?? find('input') ?? frame.current)?.focus();
  }, []);
  useEffect(focusFirst, [focusFirst]);
  const close = (): void => {
    lens.getState().close();
    navigation.focus();
  };
  return (
    <div
      data-covers-map
      data-filter-panel
      className="pointer-events-none absolute top-3 right-[calc(0.75rem+var(--over-right,0px))] left-3 z-20 flex max-h-[calc(100%-1.5rem)] justify-end max-sm:inset-x-2 max-sm:top-2 max-sm:max-h-[60%]"
    >
      <section
        ref={frame}
        tabIndex={-1}
        aria-label={t('title')}
        className="pointer-events-auto flex w-84 max-w-full animate-pop-in flex-col rounded-lg border border-line bg-surface-raised text-ink shadow-float outline-none max-sm:w-full"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          close();
        }}
      >
        <header className="flex shrink-0 items-center gap-2 py-1 pr-1 pl-4">
          <h2 className="min-w-0 flex-1 font-bold text-base">{t('title')}</h2>
          <IconButton label={t('close')} icon={<X size={18} />} onClick={close} />
        </header>
        <div className="min-h-0 flex-1 space-y-4 overflow-y-auto overscroll-contain px-4 pb-4">
          <p className="text-ink-soft text-sm">{t('intro')}</p>
          {groups.map(({ group, values }) => (
            <FilterGroupField
              key={group}
              legend={t(`group.${group}`)}
              values={values}
              chosen={filter[group]}
              onToggle={(value) => lens.getState().setFilter(toggleFilterValue(filter, group, value))}
            />
          ))}
        </div>
        <footer className="flex shrink-0 items-center gap-3 border-line border-t px-4 py-2.5">
          <p className="min-w-0 flex-1 text-ink-soft text-sm">
            {match
              ? t('found', {
                  cards: match.cards.size,
                  allCards: match.cardCount,
                  steps: match.steps.size,
                  allSteps: match.stepCount,
                })
              : t('nothingChosen')}
          </p>
          {match ? (
            <Button
              size="sm"
              onClick={() => {
                lens.getState().setFilter(noFilter);
                // The button that was pressed goes.
                focusFirst();
              }}
            >
              {t('takeOff')}
            </Button>
          ) : null}
        </footer>
      </section>
    </div>
  );
}

type Group = { group: FilterGroup; values: { id: string; name: string }[] };

/** What can be chosen now, group by group; groups of which the map has nothing are left out. */
function useGroups(mayReadActivity: boolean): Group[] {
  // What can be chosen follows what others write when there is time for it.
  const map = useDeferredValue(useArrangedMap());
  const wordsOf = useFilterWords();
  const { lens, me } = useEditor();
  const filter = useStore(lens, (state) => state.filter);
  const names = useNames();
  const authors = useCardAuthors(true);
  useAskAuthors(mayReadActivity);
  const choices = useMemo(() => listFilterChoices(map, filter), [map, filter]);
  const people = useMemo(() => listFilterPeople(authors, names, me).map(({ id }) => id), [authors, names, me]);
  const ids: Record<FilterGroup, readonly string[]> = {
    ...choices,
    departments: choices.departments.map(({ id }) => id),
    tags: choices.tags.map(({ id }) => id),
    people,
  };
  const tagNames = new Map(choices.tags.map(({ id, name }) => [id, name]));
  return filterGroups.flatMap((group) => {
    const values = ids[group].map((id) => ({ id, name: wordsOf(group, group === 'tags' ? (tagNames.get(id) ?? id) : id) }));
    return values.length === 0 ? [] : [{ group, values }];
  });
}
