import type { TextRange } from './findInText';

/** A piece of a text as a list of results shows it; `found` pieces are marked. */
export type SnippetPiece = { text: string; found: boolean };

/** Characters before the first found one, and at most altogether. */
const lead = 24;
const longest = 160;

/** The part of a text around the first thing found in it, on one line, with “…” where something was left out. */
export function toSnippet(text: string, ranges: readonly TextRange[]): SnippetPiece[] {
  const first = ranges[0]?.start ?? 0;
  const from = first > lead * 2 ? wordStart(text, first - lead) : 0;
  const to = Math.min(text.length, from + longest);
  const pieces: SnippetPiece[] = [];
  const add = (start: number, end: number, found: boolean): void => {
    const piece = text.slice(Math.max(start, from), Math.min(end, to)).replace(/\s+/gu, ' ');
    if (piece !== '') pieces.push({ text: piece, found });
  };
  let at = from;
  for (const { start, end } of ranges) {
    if (start >= to) break;
    add(at, start, false);
    add(start, end, true);
    at = Math.max(at, end);
  }
  if (at < to) add(at, to, false);
  if (from > 0) pieces.unshift({ text: '… ', found: false });
  if (to < text.length) pieces.push({ text: ' …', found: false });
  return pieces;
}

/** The beginning of a word near a place, so that no word is cut; never between the halves of a character. */
function wordStart(text: string, near: number): number {
  const blank = text.indexOf(' ', near);
  if (blank >= 0 && blank - near < lead) return blank + 1;
  const unit = text.charCodeAt(near);
  return unit >= 0xdc00 && unit <= 0xdfff ? near - 1 : near;
}
