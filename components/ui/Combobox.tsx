'use client';

import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { controlClass, Field, type FieldTexts } from './Field';
import { floatingClass } from './floatingClass';

type Option<T extends string> = { value: T; label: string };
type Props<T extends string> = FieldTexts & {
  value: T;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
  /** Stands in place of the list when nothing holds what was typed. */
  none: string;
  size?: 'sm' | 'md';
};

const listClass = clsx(floatingClass, 'absolute inset-x-0 top-full mt-1');

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** The options that hold what was typed, accents and capitals aside; all of them while nothing was. */
export function findOptions<T extends string>(options: readonly Option<T>[], typed: string): readonly Option<T>[] {
  const wanted = fold(typed);
  return wanted === '' ? options : options.filter(({ label }) => fold(label).includes(wanted));
}

/**
 * A choice from a long list, found by typing. The list is made only while it is open, so that many of these may stand below each other. Arrows open it and
 * choose, Enter takes, Escape leaves it as it was; the focus stays in the field.
 */
export function Combobox<T extends string>({
  label,
  labelHidden,
  hint,
  error,
  value,
  options,
  onChange,
  none,
  size = 'md',
}: Props<T>) {
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  /** What was typed since it was opened. */
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const shown = isOpen ? findOptions(options, typed ?? '') : [];

  const open = (): void => {
    setOpen(true);
    setTyped(null);
    setAt(
      Math.max(
        0,
        options.findIndex((option) => option.value === value),
      ),
    );
  };
  const close = (): void => {
    setOpen(false);
    setTyped(null);
  };
  const choose = (option: Option<T> | undefined): void => {
    if (!option) return;
    close();
    if (option.value !== value) onChange(option.value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && !isOpen) open();
    else if (by !== undefined && shown.length > 0) setAt((at + by + shown.length) % shown.length);
    else if (event.key === 'Enter' && isOpen) choose(shown[at]);
    else if (event.key === 'Escape' && isOpen) {
      close();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  return (
    <Field label={label} labelHidden={labelHidden ?? false} hint={hint} error={error}>
      {(control) => (
        <div className="relative">
          <input
            {...control}
            ref={field}
            role="combobox"
            aria-expanded={shown.length > 0}
            aria-controls={shown.length > 0 ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={shown[at] ? `${listId}-${at}` : undefined}
            autoComplete="off"
            spellCheck={false}
            value={typed ?? options.find((option) => option.value === value)?.label ?? ''}
            className={clsx(
              controlClass,
              'truncate pr-9',
              size === 'sm' ? 'h-8 text-sm pointer-coarse:h-11' : 'h-10 pointer-coarse:h-11',
            )}
            onFocus={(event) => event.target.select()}
            onClick={() => {
              if (!isOpen) open();
            }}
            onBlur={close}
            onChange={(event) => {
              setOpen(true);
              setTyped(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
          {/* For the pointer; keys have the arrows. */}
          <span
            aria-hidden="true"
            className="absolute inset-y-0 right-0 flex w-9 cursor-pointer items-center justify-center text-ink-soft"
            onPointerDown={(event) => {
              event.preventDefault();
              field.current?.focus();
              if (isOpen) close();
              else open();
            }}
          >
            <ChevronDown className="size-4" />
          </span>
          {isOpen && shown.length > 0 ? (
            <div
              id={listId}
              role="listbox"
              aria-label={typeof label === 'string' ? label : undefined}
              className={clsx(listClass, 'max-h-64 overflow-y-auto p-1')}
              // The field keeps the focus, also when the list is scrolled by its bar.
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
            >
              {shown.map((option, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard.
                <div
                  key={option.value}
                  ref={(element) => {
                    if (index === at) element?.scrollIntoView({ block: 'nearest' });
                  }}
                  id={`${listId}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  className="flex min-h-8 cursor-pointer items-center rounded-sm px-2 text-sm hover:bg-hover aria-selected:bg-accent-soft pointer-coarse:min-h-11"
                  onClick={() => choose(option)}
                >
                  <span className="wrap-anywhere min-w-0">{option.label}</span>
                </div>
              ))}
            </div>
          ) : null}
          <p role="status" className={isOpen && shown.length === 0 ? clsx(listClass, 'px-3 py-2 text-sm') : 'sr-only'}>
            {isOpen && shown.length === 0 ? none : ''}
          </p>
        </div>
      )}
    </Field>
  );
}
