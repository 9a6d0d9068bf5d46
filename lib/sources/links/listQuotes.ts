import type { Database } from '@/lib/data/database';
import { type AnswerPlace, type AnswerRow, findAnswers, pageAnswers } from '@/lib/data/evidence/answers';
import { type Dimensions, readSlices } from '@/lib/data/evidence/slices';
import { listSources } from '@/lib/data/evidence/sources';
import type { MapRow } from '@/lib/data/maps';
import type { CategoryTree } from '@/lib/evidence/categories/categoryTree';
import { type EvidenceLink, readLinkFilter, toSearchWords } from '@/lib/map/evidenceLink';
import type { Runtime } from '@/lib/runtime';
import { readShownMap } from '@/lib/workshop/shownMap';
import { passes, withCategories } from '../answerFilter';
import { readCategories } from '../categories/readCategories';
import { type AskedTarget, linksOf } from './evidenceTarget';
import { holdsWords } from './holdsWords';

/** What a customer wrote in one answer, and by which links it is shown. */
export type QuotedAnswer = {
  sourceId: string;
  answer: AnswerRow;
  dimensions: Dimensions;
  texts: { column: number; text: string; linkIds: string[] }[];
};

/** Behind which answer a page begins. */
export type QuotePlace = AnswerPlace & { sourceId: string };

/** Answers that are looked through for one page, so that a search for what is rare ends. */
const mostLooked = 5_000;

type Linked = { link: EvidenceLink; means(row: AnswerRow, dimensions: Dimensions): boolean };

function toLinked(link: EvidenceLink, tree: CategoryTree): Linked[] {
  if (link.responseId !== undefined) return [{ link, means: ({ fingerprint }) => fingerprint === link.responseId }];
  const filter = readLinkFilter(link);
  if (filter === null) return [];
  const { text = '', ...asked } = filter;
  const narrowed = withCategories(asked, tree);
  const words = toSearchWords(text);
  const means: Linked['means'] = ({ day, verbatims }, dimensions) =>
    passes(narrowed, { day, dimensions }) && (words.length === 0 || holdsWords(verbatims, words));
  return [{ link, means }];
}

function quote(sourceId: string, answer: AnswerRow, dimensions: Dimensions, linked: readonly Linked[]): QuotedAnswer[] {
  const meant = linked.filter(({ means }) => means(answer, dimensions)).map(({ link }) => link);
  const texts = Object.entries(answer.verbatims).flatMap(([number, text]) => {
    const linkIds = meant.filter(({ column }) => column === undefined || column === Number(number)).map(({ id }) => id);
    return linkIds.length === 0 ? [] : [{ column: Number(number), text, linkIds }];
  });
  return texts.length === 0 ? [] : [{ sourceId, answer, dimensions, texts }];
}

/** The answers of a source that may be meant, page by page: single ones are fetched, others are gone through, the last given first. */
async function* pages(db: Database, sourceId: string, linked: readonly Linked[], after: AnswerPlace | null) {
  const single = [...new Set(linked.flatMap(({ link }) => link.responseId ?? []))];
  if (linked.every(({ link }) => link.responseId !== undefined)) {
    const rows = await findAnswers(db, sourceId, single);
    const at = rows.findIndex(({ fingerprint }) => fingerprint === after?.fingerprint);
    yield rows.slice(at + 1);
    return;
  }
  for (let place = after; ; ) {
    const rows = await pageAnswers(db, sourceId, place);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    place = { at: last.at, fingerprint: last.fingerprint };
  }
}

/**
 * What customers wrote in the answers that are linked, source by source. `next`: where the next page begins, null at the end; a page may have fewer
 * answers than asked for, or none, before that. Words are read when they are asked for: of an erased answer nothing is left.
 */
export async function listQuotes(
  running: Pick<Runtime, 'database' | 'liveMaps'>,
  row: Pick<MapRow, 'id' | 'workspaceId'>,
  { target, after, limit }: { target: AskedTarget; after: QuotePlace | null; limit: number },
): Promise<{ quotes: QuotedAnswer[]; next: QuotePlace | null }> {
  const { database } = running;
  const links = linksOf(await readShownMap(running, row.id), target, { withCards: true });
  const sources = (await listSources(database, row.workspaceId)).map(({ id }) => id).sort();
  const { tree } = await readCategories(database, row.workspaceId);
  const quotes: QuotedAnswer[] = [];
  let looked = 0;
  for (const sourceId of sources.filter((id) => after === null || id >= after.sourceId)) {
    const linked = links.filter((link) => link.sourceId === sourceId).flatMap((link) => toLinked(link, tree));
    if (linked.length === 0) continue;
    const slices = await readSlices(database, sourceId);
    for await (const rows of pages(database, sourceId, linked, after?.sourceId === sourceId ? after : null)) {
      for (const answer of rows) {
        looked++;
        quotes.push(...quote(sourceId, answer, slices.get(answer.sliceId) ?? {}, linked));
        const next = { sourceId, at: answer.at, fingerprint: answer.fingerprint };
        if (quotes.length === limit || looked === mostLooked) return { quotes, next };
      }
    }
  }
  return { quotes, next: null };
}
