import { Fragment } from 'react';
import type { TextPiece } from '@/lib/map/compare/mergedText';

/** Two texts as one: what went is struck through, what came is underlined, also for screen readers. */
export function WordPieces({ pieces }: { pieces: readonly TextPiece[] }) {
  let at = 0;
  let last: TextPiece | undefined;
  return (
    <span className="wrap-anywhere whitespace-pre-wrap">
      {pieces.map((piece) => {
        const { kind, text } = piece;
        const key = at;
        at += text.length + 1;
        // What replaces something stands apart from it.
        const replaces = last?.kind === 'removed' && kind === 'added' && !/\s$/.test(last.text) && !/^\s/.test(text);
        last = piece;
        if (replaces) return <Fragment key={key}> {toInserted(text)}</Fragment>;
        if (kind === 'same') return <span key={key}>{text}</span>;
        return kind === 'removed' ? (
          <del key={key} className="rounded-xs bg-negative-tint text-ink decoration-[1.5px] decoration-negative">
            {text}
          </del>
        ) : (
          <Fragment key={key}>{toInserted(text)}</Fragment>
        );
      })}
    </span>
  );
}

const toInserted = (text: string) => (
  <ins className="rounded-xs bg-positive-tint text-ink decoration-[1.5px] decoration-positive underline-offset-2">{text}</ins>
);
