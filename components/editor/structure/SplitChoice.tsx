'use client';

import { useId } from 'react';

type Props = {
  name: string;
  items: readonly { id: string; text: string }[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: Set<string>) => void;
};

/** What lies in one lane of a step, each with a box to tick when it goes to the new step. */
export function SplitChoice({ name, items, chosen, onChange }: Props) {
  const id = useId();
  const toggle = (item: string, going: boolean): void => {
    const next = new Set(chosen);
    if (going) next.add(item);
    else next.delete(item);
    onChange(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: one fieldset stands around all of them already.
    <div role="group" aria-labelledby={id} className="grid gap-x-4 py-2 sm:grid-cols-[9rem_1fr]">
      <p id={id} className="truncate py-1.5 text-ink-soft text-sm">
        {name}
      </p>
      <ul>
        {items.map(({ id: item, text }) => (
          <li key={item}>
            <label className="-mx-2 flex min-h-8 cursor-pointer items-start gap-3 rounded-md px-2 py-1.5 text-sm hover:bg-hover pointer-coarse:min-h-11">
              <input
                type="checkbox"
                className="mt-0.5 size-4 shrink-0 accent-accent pointer-coarse:size-5"
                checked={chosen.has(item)}
                onChange={(event) => toggle(item, event.target.checked)}
              />
              <span className="line-clamp-2 min-w-0">{text}</span>
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}
