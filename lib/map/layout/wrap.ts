import { graphemesOf } from './fontMetrics';
import type { LineEnd, Measure, TextStyleName } from './types';

/** `after`: what stood between this line and the next: a space, a newline, nothing, or the soft hyphen that shows as the line's last “-”. */
export type WrappedLine = { text: string; width: number; after: LineEnd };

const softHyphen = '\u00ad' as const;
const maxCached = 40_000;

/** A piece of a paragraph that is never broken unless it is wider than a line; a break may follow it. */
type Piece = { text: string; soft: boolean };

/** Breaks after spaces, hyphens, dashes, slashes within words, soft hyphens and zero-width spaces, and around East Asian characters. */
const pieces =
  /[^\s\u00ad\u200b\-\u2010\u2013\u2014/\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]*(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[-\u2010\u2013\u2014/]+(?=[\p{L}\p{N}])|[-\u2010\u2013\u2014/]+|\u00ad|\u200b)?[ \t]*/gu;

function toPieces(paragraph: string): Piece[] {
  // Only spaces that may break count as space: a no-break space stays inside its piece.
  const marked = paragraph.replaceAll('\u00a0', '\ue000').replaceAll('\u202f', '\ue001');
  const found: Piece[] = [];
  for (const [match] of marked.matchAll(pieces)) {
    if (match === '') continue;
    const text = match.replaceAll('\ue000', '\u00a0').replaceAll('\ue001', '\u202f').replaceAll('\u200b', '');
    const soft = text.endsWith(softHyphen);
    found.push({ text: text.replaceAll(softHyphen, ''), soft });
  }
  return found;
}

/** How many of the graphemes from here on fit into the room: at least one. Looks at few more than these, however many follow. */
function countFitting(graphemes: readonly string[], from: number, room: number, measure: (text: string) => number): number {
  const hasRoom = (count: number) => measure(graphemes.slice(from, from + count).join('')) <= room;
  const all = graphemes.length - from;
  let fitting = 1;
  let tooMany = 2;
  while (tooMany <= all && hasRoom(tooMany)) {
    fitting = tooMany;
    tooMany *= 2;
  }
  tooMany = Math.min(tooMany, all + 1);
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    if (hasRoom(middle)) fitting = middle;
    else tooMany = middle;
  }
  return fitting;
}

/** Cuts a piece that is wider than a line, between graphemes: `heads` fill lines, `rest` begins the line after them. */
function cut(text: string, rooms: { first: number; others: number }, measure: (text: string) => number) {
  const graphemes = graphemesOf(text);
  let end = graphemes.length;
  while (end > 0 && graphemes[end - 1]?.trim() === '') end -= 1;
  const heads: string[] = [];
  let at = 0;
  for (let room = rooms.first; ; room = rooms.others) {
    const next = at + countFitting(graphemes, at, room, measure);
    // Spaces at the end need no room.
    if (next >= end) return { heads, rest: graphemes.slice(at).join('') };
    heads.push(graphemes.slice(at, next).join(''));
    at = next;
  }
}

type BrokenLine = { text: string; after: LineEnd };

function wrapParagraph(paragraph: string, width: number, indent: number, measure: (text: string) => number): BrokenLine[] {
  const lines: BrokenLine[] = [];
  let line = '';
  let softEnd = false;
  let room = width - indent;
  const fits = (text: string) => measure(text.trimEnd()) <= room;
  const close = () => {
    const text = line.trimEnd();
    const after = softEnd ? softHyphen : text === line ? '' : ' ';
    lines.push({ text: softEnd ? `${text}-` : text, after });
    line = '';
    softEnd = false;
    room = width;
  };
  const found = toPieces(paragraph);
  if (indent > 0 && !fits(found[0]?.text ?? '')) close();
  for (const piece of found) {
    // A soft hyphen may become visible, so its piece has to fit together with it.
    if (line !== '' && !fits(line + piece.text + (piece.soft ? '-' : ''))) close();
    if (line === '' && !fits(piece.text)) {
      const { heads, rest } = cut(piece.text, { first: room, others: width }, measure);
      for (const head of heads) {
        line = head;
        close();
      }
      line = rest;
    } else line += piece.text;
    softEnd = piece.soft;
  }
  softEnd = false;
  close();
  return lines;
}

/** Lines of a text in a width, in pixels. Cached: the same question twice costs one look-up. */
export type Wrap = (text: string, style: TextStyleName, width: number, indent?: number) => readonly WrappedLine[];

/**
 * Makes a line breaker. Newlines of the text are kept; words longer than a line are cut between graphemes; a soft hyphen shows where a
 * line breaks at it. An empty text has no lines. `indent` shortens the first line; when not even one word fits there, the first line is empty.
 */
export function createWrap(measure: Measure): Wrap {
  const cache = new Map<string, Map<string, readonly WrappedLine[]>>();
  let size = 0;
  return (text, style, width, indent = 0) => {
    if (text === '') return [];
    const key = `${style} ${width} ${indent}`;
    let ofStyle = cache.get(key);
    if (!ofStyle) {
      ofStyle = new Map();
      cache.set(key, ofStyle);
    }
    const known = ofStyle.get(text);
    if (known) return known;
    const measureLine = (line: string) => measure(line, style);
    const lines = text
      .split(/\r\n|\r|\n/)
      .flatMap((paragraph, index) => {
        const broken = wrapParagraph(paragraph, width, index === 0 ? indent : 0, measureLine);
        const last = broken.at(-1);
        if (last) last.after = '\n';
        return broken;
      })
      .map((line): WrappedLine => ({ ...line, width: measureLine(line.text) }));
    if (++size > maxCached) {
      cache.clear();
      cache.set(key, ofStyle);
      ofStyle.clear();
      size = 1;
    }
    ofStyle.set(text, lines);
    return lines;
  };
}

const wraps = new WeakMap<Measure, Wrap>();

/** The line breaker that belongs to a measure; made once, so that its cache lasts from layout to layout. */
export function wrapOf(measure: Measure): Wrap {
  const known = wraps.get(measure);
  if (known) return known;
  const wrap = createWrap(measure);
  wraps.set(measure, wrap);
  return wrap;
}
