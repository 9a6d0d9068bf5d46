'use client';

import clsx from 'clsx';
import { useEffect, useRef, useState } from 'react';
import { MethodMark } from './MethodMark';

export type ContentsEntry = {
  id: string;
  label: string;
  /** The language of the label where it is not the page's. */
  lang: string | undefined;
  items: { id: string; label: string; method: string | null }[];
};

/** The id of the part that is being read: of those whose beginning has passed the upper edge the last one. */
function useReadPart(ids: readonly string[]): string | null {
  const [read, setRead] = useState<string | null>(null);
  const key = ids.join(' ');
  useEffect(() => {
    const parts = key.split(' ').flatMap((id) => document.getElementById(id) ?? []);
    const look = () => setRead(parts.findLast((part) => part.getBoundingClientRect().top < 120)?.id ?? null);
    look();
    document.addEventListener('scroll', look, { passive: true });
    return () => document.removeEventListener('scroll', look);
  }, [key]);
  return read;
}

/** The page's contents, beside it, with a mark at what is being read. */
export function Contents({ label, entries }: { label: string; entries: readonly ContentsEntry[] }) {
  const read = useReadPart(entries.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)]));
  const nav = useRef<HTMLElement>(null);
  // The contents are longer than the window: they follow the reading, without moving the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark moves with what is read
  useEffect(() => {
    const mark = nav.current?.querySelector<HTMLElement>('[aria-current]');
    if (!nav.current || !mark) return;
    const [outer, inner] = [nav.current.getBoundingClientRect(), mark.getBoundingClientRect()];
    const room = outer.height / 4;
    if (inner.top < outer.top + room) nav.current.scrollTop -= outer.top + room - inner.top;
    else if (inner.bottom > outer.bottom - room) nav.current.scrollTop += inner.bottom - outer.bottom + room;
  }, [read]);
  const link = (id: string) => ({ href: `#${id}`, 'aria-current': id === read ? ('location' as const) : undefined });
  return (
    <nav ref={nav} aria-label={label} className="sticky top-0 hidden max-h-dvh overflow-y-auto py-4 pr-2 lg:block print:hidden">
      <ul className="space-y-4 text-sm">
        {entries.map((entry) => (
          <li key={entry.id} lang={entry.lang}>
            <a
              {...link(entry.id)}
              className="block rounded px-2 py-1 font-semibold no-underline hover:bg-hover aria-[current]:text-accent"
            >
              {entry.label}
            </a>
            <ul>
              {entry.items.map(({ id, label: name, method }) => (
                <li key={id}>
                  <a
                    {...link(id)}
                    className={clsx(
                      'flex items-start gap-2 rounded px-2 py-1 text-ink-soft no-underline hover:bg-hover hover:text-ink',
                      'aria-[current]:bg-hover aria-[current]:font-semibold aria-[current]:text-ink',
                    )}
                  >
                    {method === null ? null : <MethodMark method={method} small />}
                    <span className="min-w-0">{name}</span>
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}
