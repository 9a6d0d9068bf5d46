import type { CategoryTree } from '@/lib/evidence/categories/categoryTree';
import type { Want } from '@/lib/evidence/countCube';
import { type EvidenceLink, readLinkFilter, toSearchWords } from '@/lib/map/evidenceLink';
import { dimensionsOf, periodOf, withCategories } from '../answerFilter';
import { answerKey, textKey } from './textKey';

/** Which answers a link means; null when its filter says something that this version does not know. */
export function wantOf(link: EvidenceLink, tree: CategoryTree): Want | null {
  if (link.responseId !== undefined) return { dimensions: {}, period: null, key: answerKey(link.responseId) };
  const filter = readLinkFilter(link);
  if (filter === null) return null;
  const { text, ...asked } = filter;
  const narrowed = withCategories(asked, tree);
  const key = text === undefined ? null : textKey(text);
  return { dimensions: dimensionsOf(narrowed), period: periodOf(narrowed), key, categories: narrowed.categories };
}

/** The words that links look for in a source, by key. */
export function textsOf(links: readonly EvidenceLink[]): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const link of links) {
    const text = link.responseId === undefined ? readLinkFilter(link)?.text : undefined;
    if (text !== undefined) texts.set(textKey(text), toSearchWords(text));
  }
  return texts;
}
