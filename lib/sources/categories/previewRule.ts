import { type AnswerPlace, pageAnswers } from '@/lib/data/evidence/answers';
import { readSlices } from '@/lib/data/evidence/slices';
import type { SourceRow } from '@/lib/data/evidence/sources';
import { createCategoriser, inOrder } from '@/lib/evidence/categories/categorise';
import { type RuleWords, toMatcher, toSearchable } from '@/lib/evidence/categories/categoryRule';
import type { Runtime } from '@/lib/runtime';
import { requireCategorised } from './assignAnswers';
import { categoryGone } from './manageCategories';
import { readCategories } from './readCategories';
import { sayingsOf } from './sortAnswers';

/** Answers that one request looks through, and that it shows. */
const mostLooked = 1_000;
const mostShown = 5;

/**
 * What a rule would do with the next answers of a source. `matched` hold its words: of them `here` are in its category already, `added` are in none and would come, `taken` are in another one
 * and would come; `byHand` stay elsewhere because somebody put them there, `kept` because the file says so or an earlier rule fits.
 */
export type RulePreview = {
  looked: number;
  matched: number;
  here: number;
  added: number;
  taken: number;
  byHand: number;
  kept: number;
  examples: { id: string; texts: string[]; categoryId: string | null }[];
  next: AnswerPlace | null;
};

export type RuleToPreview = RuleWords & { id?: string | undefined; categoryId: string };

/** Says what a rule would do, or a rule that is there with other words, before it does. Where it decides stays; a new one decides last. */
export async function previewRule(
  { database }: Pick<Runtime, 'database'>,
  source: Pick<SourceRow, 'id' | 'workspaceId' | 'kind'>,
  { id = '', ...given }: RuleToPreview,
  after: AnswerPlace | null,
): Promise<RulePreview> {
  requireCategorised(source);
  const { tree, rules } = await readCategories(database, source.workspaceId);
  if (!tree.find(given.categoryId)) throw categoryGone();
  const sorted = inOrder(rules);
  const known = sorted.find((rule) => rule.id === id);
  const last = sorted.at(-1)?.order ?? '';
  const others = sorted.filter((rule) => rule.id !== id);
  const categorise = createCategoriser(tree, [...others, { ...given, id, order: known?.order ?? `${last}~` }]);
  const matches = toMatcher(given);
  const slices = await readSlices(database, source.id);
  const preview: RulePreview = {
    ...{ looked: 0, matched: 0, here: 0, added: 0, taken: 0, byHand: 0, kept: 0, examples: [], next: null },
  };
  for (let place = after; preview.looked < mostLooked; ) {
    const rows = await pageAnswers(database, source.id, place);
    const end = rows.at(-1);
    preview.next = place = end ? { at: end.at, fingerprint: end.fingerprint } : null;
    if (!end) break;
    preview.looked += rows.length;
    for (const row of rows) {
      const said = sayingsOf({ verbatims: row.verbatims, dimensions: slices.get(row.sliceId) ?? {} });
      if (!matches(toSearchable(said.texts))) continue;
      preview.matched++;
      const now = row.categoryId === '' ? null : tree.standIn(row.categoryId);
      if (now === given.categoryId) preview.here++;
      else if (row.categoryBy === 'hand' && now !== null) preview.byHand++;
      else if (categorise(said).categoryId !== given.categoryId) preview.kept++;
      else if (now === null) preview.added++;
      else preview.taken++;
      if (preview.examples.length < mostShown && now !== given.categoryId) {
        preview.examples.push({ id: row.fingerprint, texts: [...said.texts], categoryId: now });
      }
    }
  }
  return preview;
}
