import type { Difference } from '../diff/mapDiff';
import type { TextSpan, ToPieces } from './mergedText';
import { textKey } from './unionMap';

/** The words of one state that the other has not, by `textKey`: removed ones of the state before, added ones of the state after. */
export function textsOfSide(
  differences: readonly Difference[],
  side: 'before' | 'after',
  toPieces: ToPieces,
): ReadonlyMap<string, readonly TextSpan[]> {
  const own = side === 'before' ? 'removed' : 'added';
  const texts = new Map<string, readonly TextSpan[]>();
  for (const difference of differences) {
    if (difference.kind !== 'changed') continue;
    for (const { field, before = '', after = '' } of difference.fields) {
      if (typeof before !== 'string' || typeof after !== 'string') continue;
      const spans: TextSpan[] = [];
      let at = 0;
      for (const { kind, text } of toPieces(before, after)) {
        if (kind !== 'same' && kind !== own) continue;
        if (kind === own) spans.push({ kind: own, from: at, to: at + text.length });
        at += text.length;
      }
      if (spans.length > 0) texts.set(textKey(difference.collection, difference.id, field), spans);
    }
  }
  return texts;
}
