'use client';

import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import type { TextPiece } from '@/lib/map/compare/mergedText';

/**
 * Two texts as one: what went is struck through, what came is underlined. Screen readers rarely say so, in a button never; they are told in words which
 * is which.
 */
export function WordPieces({ pieces }: { pieces: readonly TextPiece[] }) {
  const t = useTranslations('comparing.pieces');
  let at = 0;
  /** What replaces something stands a space behind it, as on the map. */
  const isApart = (index: number): boolean => {
    const [last, piece] = [pieces[index - 1], pieces[index]];
    if (!last || !piece || last.kind === 'same' || piece.kind === 'same' || last.kind === piece.kind) return false;
    return !/\s$/.test(last.text) && !/^\s/.test(piece.text);
  };
  return (
    <span className="relative wrap-anywhere whitespace-pre-wrap">
      <span aria-hidden="true">
        {pieces.map(({ kind, text }, index) => {
          const key = at;
          at += text.length + 1;
          const space = isApart(index) ? ' ' : '';
          if (kind === 'same') return <span key={key}>{text}</span>;
          return (
            <Fragment key={key}>
              {space}
              {kind === 'removed' ? (
                <del className="rounded-xs bg-negative-tint text-ink decoration-[1.5px] decoration-negative">{text}</del>
              ) : (
                <ins className="rounded-xs bg-positive-tint text-ink decoration-[1.5px] decoration-positive underline-offset-2">
                  {text}
                </ins>
              )}
            </Fragment>
          );
        })}
      </span>
      <span className="sr-only">{spoken(pieces, (kind, text) => t(kind, { text }))}</span>
    </span>
  );
}

/** Both texts in one sentence; `say`: of words that only one of them has. */
function spoken(pieces: readonly TextPiece[], say: (kind: 'removed' | 'added', text: string) => string): string {
  const parts = pieces.map(({ kind, text }) => {
    const words = text.replace(/\s+/g, ' ').trim();
    return kind === 'same' || words === '' ? words : say(kind, words);
  });
  return parts.filter((part) => part !== '').join(' ');
}
