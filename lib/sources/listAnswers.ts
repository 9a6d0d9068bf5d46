import { type AnswerPlace, type AnswerRow, pageAnswers } from '@/lib/data/evidence/answers';
import { type Dimensions, readSlices } from '@/lib/data/evidence/slices';
import { toSearchWords } from '@/lib/map/evidenceLink';
import type { Runtime } from '@/lib/runtime';
import { type AnswerFilter, passes } from './answerFilter';
import { holdsWords } from './links/holdsWords';

/** An answer with what it is told apart by. */
export type PlacedAnswer = AnswerRow & { dimensions: Dimensions };

/** Answers that are looked through for one page, so that a search for what is rare ends. */
const mostLooked = 5_000;

/**
 * Answers of a source that pass a filter and hold all words of a text, the last given first. `next`: behind which answer the next page begins, null at the end;
 * a page may have fewer answers than asked for, or none, before that.
 */
export async function listAnswers(
  { database }: Pick<Runtime, 'database'>,
  sourceId: string,
  { after, limit, text = '', ...filter }: AnswerFilter & { after: AnswerPlace | null; limit: number; text?: string | undefined },
): Promise<{ answers: PlacedAnswer[]; next: AnswerPlace | null }> {
  const slices = await readSlices(database, sourceId);
  const words = toSearchWords(text);
  // One category is found along an index; of several, what is in none of them is passed over.
  const [categoryId, ...others] = filter.categories ?? [];
  const only = others.length === 0 ? categoryId : undefined;
  const answers: PlacedAnswer[] = [];
  let place = after;
  for (let looked = 0; looked < mostLooked; ) {
    const page = await pageAnswers(database, sourceId, place, undefined, only);
    if (page.length === 0) return { answers, next: null };
    for (const row of page) {
      looked++;
      place = { at: row.at, fingerprint: row.fingerprint };
      const dimensions = slices.get(row.sliceId) ?? {};
      if (!passes(filter, { day: row.day, dimensions }) || !holdsWords(row.verbatims, words)) continue;
      answers.push({ ...row, dimensions });
      if (answers.length === limit) return { answers, next: place };
    }
  }
  return { answers, next: place };
}
