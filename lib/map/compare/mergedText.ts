/** A stretch of two texts put together: in both, only in the first, or only in the second. */
export type TextPiece = { kind: 'same' | 'removed' | 'added'; text: string };

/** Puts two texts together, word by word. */
export type ToPieces = (before: string, after: string) => readonly TextPiece[];

/** A stretch of a text, in code units. */
export type TextSpan = { from: number; to: number; kind: 'removed' | 'added' };

/** Two texts as one, with what only one of them says. */
export type MergedText = { text: string; spans: readonly TextSpan[] };

/** Puts pieces together for showing: what replaces something stands a space behind it. */
export function mergeText(pieces: readonly TextPiece[]): MergedText {
  let text = '';
  const spans: TextSpan[] = [];
  let last: TextPiece | undefined;
  for (const piece of pieces) {
    const replaces = last !== undefined && last.kind !== 'same' && piece.kind !== 'same' && last.kind !== piece.kind;
    if (replaces && !/\s$/.test(text) && !/^\s/.test(piece.text)) text += ' ';
    const from = text.length;
    text += piece.text;
    if (piece.kind !== 'same') spans.push({ from, to: text.length, kind: piece.kind });
    last = piece;
  }
  return { text, spans };
}
