import clsx from 'clsx';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { MapMatch } from '@/lib/map/search/searchMap';
import { toSnippet } from '@/lib/map/search/toSnippet';
import { toPlaceName } from './matchPlace';

type Props = { id: string; match: MapMatch; shown: boolean; onChoose: () => void };

/** One found text: what it is, and its words around what was found. */
export function SearchResult({ id, match, shown, onChoose }: Props) {
  const t = useTranslations('finding.place');
  const row = useRef<HTMLDivElement>(null);
  const pieces = useMemo(() => {
    let at = 0;
    return toSnippet(match.text, match.ranges).map((piece) => {
      const keyed = { ...piece, key: at };
      at += piece.text.length;
      return keyed;
    });
  }, [match]);
  useEffect(() => {
    if (shown) row.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here.
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={shown}
      // Pressing leaves the focus in the field.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={clsx(
        'cursor-pointer rounded-md px-3 py-1.5 pointer-coarse:py-2.5 hover:bg-hover',
        shown && 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]',
      )}
    >
      <span className="block text-ink-soft text-xs">{t(toPlaceName(match), { number: match.stepNumber ?? 0 })}</span>
      <span className="line-clamp-2 break-words text-sm">
        {pieces.map((piece) =>
          piece.found ? (
            <mark
              key={piece.key}
              className="bg-transparent font-bold text-ink underline decoration-2 decoration-accent underline-offset-2"
            >
              {piece.text}
            </mark>
          ) : (
            <span key={piece.key}>{piece.text}</span>
          ),
        )}
      </span>
    </div>
  );
}
