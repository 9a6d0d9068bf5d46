import type { Database } from '@/lib/data/database';
import { findAnswers } from '@/lib/data/evidence/answers';
import type { PinnedQuote } from '@/lib/evidence/toMapEvidence';
import type { EvidenceLink } from '@/lib/map/evidenceLink';

/** What single answers say, by their links, and the links whose answers are erased. */
export type PinnedQuotes = { quotes: Map<string, PinnedQuote>; erased: ReadonlySet<string> };

/** What single answers say now that links refer to, whatever map these stand on; of sources that are there. Says nothing about who may read them. */
export async function readPinnedQuotes(
  database: Database,
  sourceIds: ReadonlySet<string>,
  links: readonly EvidenceLink[],
): Promise<PinnedQuotes> {
  const single = links.filter(({ sourceId, responseId }) => responseId !== undefined && sourceIds.has(sourceId));
  const quotes = new Map<string, PinnedQuote>();
  const erased = new Set<string>();
  for (const sourceId of sourceIds) {
    const own = single.filter((link) => link.sourceId === sourceId);
    if (own.length === 0) continue;
    const answers = await findAnswers(
      database,
      sourceId,
      own.flatMap(({ responseId }) => responseId ?? []),
    );
    const byId = new Map(answers.map((answer) => [answer.fingerprint, answer]));
    for (const { id, responseId = '', column } of own) {
      const answer = byId.get(responseId);
      if (!answer) {
        erased.add(id);
        continue;
      }
      const texts = Object.entries(answer.verbatims).flatMap(([number, text]) =>
        column === undefined || column === Number(number) ? [text] : [],
      );
      if (texts.length > 0) quotes.set(id, { text: texts.join('\n'), day: answer.day || null });
    }
  }
  return { quotes, erased };
}
