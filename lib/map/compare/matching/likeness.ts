import { foldText } from '../../search/foldText';

/** Shortest beginning that two words have to share to be the same in other forms. */
const shortestStem = 5;

/** The words of a text as they are compared. */
export function toComparedWords(text: string): string[] {
  return foldText(text)
    .folded.split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
}

function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const length = Math.min(a.length, b.length);
  if (length < shortestStem) return 0;
  let shared = 0;
  while (shared < length && a[shared] === b[shared]) shared += 1;
  return shared >= shortestStem && shared >= 0.7 * Math.max(a.length, b.length) ? 0.8 : 0;
}

/** How much two texts say the same, 0 … 1, by their words; 0 when one of them has none. */
export function textLikeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const left = new Set(b.map((_, at) => at));
  let sum = 0;
  for (const word of a) {
    let [best, at] = [0, -1];
    for (const index of left) {
      const likeness = wordLikeness(word, b[index] ?? '');
      if (likeness > best) [best, at] = [likeness, index];
    }
    if (at >= 0) left.delete(at);
    sum += best;
  }
  return (2 * sum) / (a.length + b.length);
}
