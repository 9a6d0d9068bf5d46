import type { TextPiece } from '@/lib/map/compare/mergedText';

/** Two texts as one: what went is struck through, what came is underlined, also for screen readers. */
export function WordPieces({ pieces }: { pieces: readonly TextPiece[] }) {
  let at = 0;
  return (
    <span className="wrap-anywhere whitespace-pre-wrap">
      {pieces.map(({ kind, text }) => {
        const key = at;
        at += text.length + 1;
        if (kind === 'same') return <span key={key}>{text}</span>;
        return kind === 'removed' ? (
          <del key={key} className="rounded-xs bg-negative-tint text-ink decoration-[1.5px] decoration-negative">
            {text}
          </del>
        ) : (
          <ins
            key={key}
            className="rounded-xs bg-positive-tint text-ink decoration-[1.5px] decoration-positive underline-offset-2"
          >
            {text}
          </ins>
        );
      })}
    </span>
  );
}
