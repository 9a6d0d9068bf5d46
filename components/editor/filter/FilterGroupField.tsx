'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';

type Props = {
  legend: string;
  values: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onToggle: (id: string) => void;
};

/** More than this many at first are too many to look through. */
const shownAtFirst = 24;

/** The values of one group side by side; any of those that are ticked will do. */
export function FilterGroupField({ legend, values, chosen, onToggle }: Props) {
  const t = useTranslations('filter');
  const [all, setAll] = useState(false);
  const field = useRef<HTMLFieldSetElement>(null);
  const shown = all ? values : values.filter(({ id }, index) => index < shownAtFirst || chosen.includes(id));
  return (
    <fieldset ref={field} className="min-w-0">
      <legend className="mb-1.5 font-semibold text-sm">{legend}</legend>
      <div className="flex flex-wrap gap-1.5">
        {shown.map(({ id, name }) => (
          <label
            key={id}
            className="flex min-h-7 max-w-full cursor-pointer items-center rounded-full border border-line bg-surface px-3 text-sm hover:bg-hover has-checked:border-primary has-checked:bg-primary has-checked:text-primary-ink has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2 pointer-coarse:min-h-11"
          >
            <input type="checkbox" className="sr-only" checked={chosen.includes(id)} onChange={() => onToggle(id)} />
            <span className="truncate">{name}</span>
          </label>
        ))}
        {shown.length < values.length ? (
          <button
            type="button"
            className="min-h-7 rounded-full px-3 text-ink-soft text-sm underline hover:bg-hover pointer-coarse:min-h-11"
            onClick={() => {
              const before = new Set(field.current?.querySelectorAll('input'));
              flushSync(() => setAll(true));
              // The button that was pressed goes: on with the first value that has come.
              [...(field.current?.querySelectorAll('input') ?? [])].find((input) => !before.has(input))?.focus();
            }}
          >
            {t('showAll', { count: values.length })}
          </button>
        ) : null}
      </div>
    </fieldset>
  );
}
