import { diff } from 'lib0/diff/patience';

/** A stretch of two texts: in both, only in the first, or only in the second. */
export type WordPiece = { kind: 'same' | 'removed' | 'added'; text: string };

/** One replacement in a text: at `index` (code units of the first text), `remove` goes and `insert` comes. */
export type WordEdit = { index: number; remove: string; insert: string };

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** Twice the text takes the segmenter more than twice as long: long ones are cut into pieces of about so many code units. */
const pieceLength = 500;
/** Where no word goes across: before a letter that joins nothing before it, behind a blank or a sign that joins no letters; before a digit, behind a blank. */
const gap = /(?:[ \n\t]|[,;!?()，；。！？、](?!\p{N}))(?=[\p{Lu}\p{Ll}\p{Lo}\p{N}])/gu;
const gapHere = new RegExp(gap, 'uy');

/** Words, and what stands between them; together the whole text. Never cuts what is seen as one character. */
export function toWords(text: string): string[] {
  const words: string[] = [];
  let start = 0;
  while (start < text.length) {
    gap.lastIndex = start + pieceLength;
    const end = gap.test(text) ? gap.lastIndex : text.length;
    for (const { segment } of segmenter.segment(text.slice(start, end))) words.push(segment);
    start = end;
  }
  return words;
}

function isGap(text: string, index: number): boolean {
  gapHere.lastIndex = index - 1;
  return index > 0 && gapHere.test(text);
}

/** How many code units two texts begin and end with alike, as far as a gap in both. */
function findCommonEnds(before: string, after: string): { head: number; tail: number } {
  const shorter = Math.min(before.length, after.length);
  let alike = 0;
  while (alike < shorter && before[alike] === after[alike]) alike++;
  let [head, tail] = [alike, 0];
  while (head > 0 && !(isGap(before, head) && isGap(after, head))) head--;
  while (tail < shorter - alike && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  while (tail > 0 && !(isGap(before, before.length - tail) && isGap(after, after.length - tail))) tail--;
  return { head, tail };
}

type Span = { at: number; remove: string[]; insert: string[] };

/** What differs between two lists of words: looked for again inside of what differs, where a word that is repeated elsewhere may be the only one. */
function diffLists(before: string[], after: string[], offset: number): Span[] {
  return diff(before, after).flatMap(({ index, remove, insert }): Span[] => {
    const isSmaller = remove.length < before.length || insert.length < after.length;
    if (isSmaller && remove.length > 0 && insert.length > 0) return diffLists(remove, insert, offset + index);
    return [{ at: offset + index, remove, insert }];
  });
}

/** The replacements of words that turn one text into another, from left to right, none touching another. */
export function diffWords(before: string, after: string): WordEdit[] {
  if (before === after) return [];
  const { head, tail } = findCommonEnds(before, after);
  const words = toWords(before.slice(head, before.length - tail));
  const edits: WordEdit[] = [];
  let [word, index] = [0, head];
  for (const { at, remove, insert } of diffLists(words, toWords(after.slice(head, after.length - tail)), 0)) {
    for (; word < at; word++) index += words[word]?.length ?? 0;
    const edit = { index, remove: remove.join(''), insert: insert.join('') };
    const last = edits.at(-1);
    if (last && last.index + last.remove.length === index) {
      last.remove += edit.remove;
      last.insert += edit.insert;
    } else edits.push(edit);
  }
  return edits;
}

/** Two texts as one, for reading: what both say once, what only one says marked. Single spaces between differing words go with them. */
export function toWordPieces(before: string, after: string): WordPiece[] {
  const edits = joinAcrossSpaces(before, diffWords(before, after));
  const pieces: WordPiece[] = [];
  let index = 0;
  const add = (kind: WordPiece['kind'], text: string): void => {
    if (text !== '') pieces.push({ kind, text });
  };
  for (const edit of edits) {
    add('same', before.slice(index, edit.index));
    add('removed', edit.remove);
    add('added', edit.insert);
    index = edit.index + edit.remove.length;
  }
  add('same', before.slice(index));
  return pieces;
}

function joinAcrossSpaces(before: string, edits: readonly WordEdit[]): WordEdit[] {
  const joined: WordEdit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    const between = last ? before.slice(last.index + last.remove.length, edit.index) : '';
    const isBoth = last && last.remove !== '' && last.insert !== '' && edit.remove !== '' && edit.insert !== '';
    if (last && isBoth && /^[ \u00a0]$/.test(between)) {
      last.remove += between + edit.remove;
      last.insert += between + edit.insert;
    } else joined.push({ ...edit });
  }
  return joined;
}
