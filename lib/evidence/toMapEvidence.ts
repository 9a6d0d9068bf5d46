import type { HomeOf } from '@/lib/map/cardHomes';
import type { EvidenceLink } from '@/lib/map/evidenceLink';
import type { MapEvidence, StepEvidence, StepFigure, StepQuote } from '@/lib/map/mapEvidence';

/** What one answer says that is linked by itself; `text` is null when it was erased. */
export type PinnedQuote = { text: string | null; day: string | null };

/** What of a map's evidence is drawn: links for the answers that hang on steps one by one, and each step's scores. */
export type EvidenceToDraw = {
  sources: readonly { id: string; name: string }[];
  links: readonly (Pick<EvidenceLink, 'id' | 'target' | 'sourceId' | 'responseId' | 'column'> & { isErased: boolean })[];
  steps: readonly ({ stepId: string; figures: readonly StepFigure[] } & Pick<StepEvidence, 'emotion' | 'isMeasured'>)[];
};

/** The last said first, those without a day at the end. */
const byDay = (a: StepQuote, b: StepQuote): number => {
  const [one, other] = [a.day ?? '', b.day ?? ''];
  return one === other ? (a.linkId < b.linkId ? -1 : 1) : one > other ? -1 : 1;
};

/**
 * A map's evidence, as a layout draws it: quotes that are linked to a step's cards and moment stand with the step (`homeOf`), each of them once. `quotes`:
 * by their links, what this reader may read of them; null for those who may read no answers, for whom quotes are no gap on the map, but nothing.
 */
export function toMapEvidence(
  { sources, links, steps }: EvidenceToDraw,
  quotes: ReadonlyMap<string, PinnedQuote> | null,
  homeOf: HomeOf,
): MapEvidence {
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const pinned = new Map<string, StepQuote[]>();
  const known = new Set<string>();
  for (const { id, target, sourceId, responseId, column, isErased } of quotes === null ? [] : links) {
    const stepId = responseId === undefined ? null : homeOf(target);
    const key = JSON.stringify([stepId, sourceId, responseId, column]);
    if (stepId === null || known.has(key)) continue;
    const quote = quotes?.get(id);
    // What is on its way is drawn when it is here.
    if (!quote && !isErased) continue;
    known.add(key);
    const text = isErased ? null : (quote?.text ?? null);
    const said = { linkId: id, text, source: names.get(sourceId) ?? '', day: quote?.day ?? null };
    pinned.set(stepId, [...(pinned.get(stepId) ?? []), said]);
  }
  const told = steps.map(({ stepId, ...step }) => [stepId, { ...step, quotes: (pinned.get(stepId) ?? []).sort(byDay) }] as const);
  return new Map(told.filter(([, { figures, quotes: said, emotion }]) => figures.length + said.length > 0 || emotion !== null));
}
