'use client';

import clsx from 'clsx';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { controlClass } from '@/components/ui/Field';
import { floatingClass } from '@/components/ui/floatingClass';
import { foldTag, type TagCount, toTag } from '@/lib/map/cardTag';

type Props = {
  /** The most used first. */
  suggestions: readonly TagCount[];
  onAdd: (tag: string) => void;
  /** Backspace in the empty field. */
  onRemoveLast: () => void;
};

/** So many suggestions are shown; typing finds the others. */
const mostShown = 8;

/** A field for a new tag, with the map's tags below it to choose from. A combobox: arrows choose, Enter takes, Escape closes the list. */
export function TagField({ suggestions, onAdd, onRemoveLast }: Props) {
  const t = useTranslations('cardParts.tags');
  const id = useId();
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const folded = foldTag(words.trim().replace(/^#+/, ''));
  const shown = suggestions.filter(({ tag }) => foldTag(tag).includes(folded)).slice(0, mostShown);
  const isOpen = open && shown.length > 0;
  const optionId = (index: number): string => `${id}-option-${index}`;

  const close = (): void => {
    setOpen(false);
    setActive(-1);
  };
  const add = (tag: string): void => {
    // A comma between tags makes several of them.
    for (const part of tag.split(',')) if (toTag(part) !== null) onAdd(part);
    setWords('');
    close();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const move = (by: number): void => {
      event.preventDefault();
      setOpen(true);
      if (shown.length > 0) setActive((at) => (at + by + shown.length + (at < 0 && by < 0 ? 1 : 0)) % shown.length);
    };
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' || (event.key === ',' && words.trim() !== '')) {
      event.preventDefault();
      add((isOpen ? shown[active]?.tag : undefined) ?? words);
    } else if (event.key === 'Escape' && (isOpen || words !== '')) {
      event.stopPropagation();
      if (!isOpen) setWords('');
      close();
    } else if (event.key === 'Backspace' && words === '') onRemoveLast();
  };
  return (
    <div className="relative">
      <label htmlFor={id} className="sr-only">
        {t('add')}
      </label>
      <input
        id={id}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active >= 0 ? optionId(active) : undefined}
        autoComplete="off"
        enterKeyHint="done"
        placeholder={t('hint')}
        value={words}
        maxLength={200}
        className={clsx(controlClass, 'h-8 text-sm pointer-coarse:h-11')}
        onFocus={() => setOpen(true)}
        onBlur={() => {
          // What was typed is meant, also without Enter: phones often have none in sight. Changing to another window is no leaving.
          if (!document.hasFocus()) return;
          if (words.trim() !== '') add(words);
          close();
        }}
        onChange={(event) => {
          setWords(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('suggestions')}
        hidden={!isOpen}
        className={clsx(floatingClass, 'absolute inset-x-0 top-full z-10 mt-1 max-h-64 overflow-y-auto p-1')}
      >
        {isOpen
          ? shown.map(({ tag, count }, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard.
              <div
                key={tag}
                id={optionId(index)}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                aria-label={t('suggestion', { tag, count })}
                className="flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 text-sm hover:bg-hover aria-selected:bg-hover pointer-coarse:min-h-11"
                // The field keeps the focus: leaving it would take what was typed so far.
                onPointerDown={(event) => event.preventDefault()}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => add(tag)}
              >
                <span className="min-w-0 flex-1 break-words">{tag}</span>
                <span className="text-ink-faint tabular-nums">{count}</span>
              </div>
            ))
          : null}
      </div>
    </div>
  );
}
