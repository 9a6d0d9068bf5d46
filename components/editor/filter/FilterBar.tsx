'use client';

import { ListFilter, X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { filterGroups, isNoFilter, type MapFilter, noFilter, toggleFilterValue } from '@/lib/map/filter/mapFilter';
import { useEditor } from '../session/EditorContext';
import { useFilter } from './useFilter';
import { useFilterWords } from './useFilterWords';
import { useToldOn } from './useToldOn';

/** While a filter is on, in every view: what it finds, by what, and how to take it off, at once or value by value. */
export function FilterBar() {
  const t = useTranslations('filter');
  const wordsOf = useFilterWords();
  const { lens, navigation } = useEditor();
  const { filter, match } = useFilter();
  const main = useRef<HTMLButtonElement>(null);
  const values = filterGroups.flatMap((group) => filter[group].map((value) => ({ group, value })));
  const found = match
    ? t('found', { cards: match.cards.size, allCards: match.cardCount, steps: match.steps.size, allSteps: match.stepCount })
    : '';
  // Told when somebody has chosen, and not each time that others write a card.
  const told = useToldOn(JSON.stringify(filter), found);
  const change = (next: MapFilter): void => {
    lens.getState().setFilter(next);
    // The button that was pressed goes.
    if (isNoFilter(next)) navigation.focus();
    else main.current?.focus();
  };
  return (
    <>
      <p role="status" className="sr-only">
        {told}
      </p>
      {match === null ? null : (
        <section
          aria-label={t('on')}
          className="flex shrink-0 items-center gap-2 border-line border-b bg-accent-soft px-2 py-1 max-sm:flex-wrap sm:px-3"
        >
          <button
            ref={main}
            type="button"
            onClick={() => lens.getState().open('filter')}
            className="flex min-h-8 shrink-0 items-center gap-2 rounded-md px-2 font-semibold text-sm hover:bg-hover pointer-coarse:min-h-11"
          >
            <ListFilter size={16} aria-hidden="true" className="shrink-0" />
            {found}
          </button>
          <ul
            aria-label={t('values')}
            className="flex min-w-0 flex-1 items-center gap-1.5 overflow-x-auto p-0.5 [scrollbar-width:none] max-sm:order-last max-sm:basis-full"
          >
            {values.map(({ group, value }) => (
              <li key={`${group}:${value}`} className="shrink-0">
                <button
                  type="button"
                  aria-label={t('takeOut', { group: t(`group.${group}`), value: wordsOf(group, value) })}
                  onClick={() => change(toggleFilterValue(filter, group, value))}
                  className="flex min-h-7 max-w-64 items-center gap-1 rounded-full border border-line bg-surface-raised pr-1.5 pl-3 text-sm hover:bg-hover pointer-coarse:min-h-11"
                >
                  <span className="truncate">{wordsOf(group, value)}</span>
                  <X size={14} aria-hidden="true" className="shrink-0 text-ink-soft" />
                </button>
              </li>
            ))}
          </ul>
          <Button size="sm" variant="ghost" className="max-sm:ml-auto" onClick={() => change(noFilter)}>
            {t('takeOff')}
          </Button>
        </section>
      )}
    </>
  );
}
