import type { TextSpan } from '../../compare/mergedText';
import { textStyles } from '../textStyles';
import type { Measure, TextBlock } from '../types';

/** Words that only one state has: a stretch of a line, from its baseline. */
export type TextMark = { kind: TextSpan['kind']; x: number; y: number; width: number; size: number };

/** What a line may leave out of the text that it was broken from. */
const leftOut = /[\s\u00ad\u200b]/;

/** For every code unit of a line, where it stands in the text; null for the hyphen of a broken word. Empty from where the line says something else. */
function placesIn(text: string, line: string, from: number): (number | null)[] {
  const places: (number | null)[] = [];
  let at = from;
  for (let index = 0; index < line.length; index++) {
    const unit = line[index] ?? '';
    let next = at;
    while (next < text.length && text[next] !== unit && leftOut.test(text[next] ?? '')) next += 1;
    if (text[next] === unit) {
      places.push(next);
      at = next + 1;
    } else if (unit === '-' && index === line.length - 1) places.push(null);
    else break;
  }
  return places;
}

/** Where the stretches of a text stand in its broken lines. What a block shows in other words than the text has no marks. */
export function markText(block: TextBlock, text: string, spans: readonly TextSpan[], measure: Measure): TextMark[] {
  const { size } = textStyles[block.style];
  const marks: TextMark[] = [];
  let at = 0;
  for (const line of block.lines) {
    const places = placesIn(text, line.text, at);
    if (places.length < line.text.length) break;
    for (const { kind, from, to } of spans) {
      const first = places.findIndex((place) => place !== null && place >= from && place < to);
      if (first < 0) continue;
      const last = places.findLastIndex((place) => place !== null && place >= from && place < to);
      const left = measure(line.text.slice(0, first), block.style);
      const right = measure(line.text.slice(0, last + 1), block.style);
      marks.push({ kind, x: line.x + left, y: line.y, width: right - left, size });
    }
    at = (places.findLast((place) => place !== null) ?? at - 1) + 1;
  }
  return marks;
}
