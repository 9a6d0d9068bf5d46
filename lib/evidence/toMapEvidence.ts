import type { LinkTarget } from '@/lib/map/evidenceLink';
import type { MapEvidence, StepEvidence, StepFigure, StepQuote } from '@/lib/map/mapEvidence';

/** What one answer says that is linked by itself; `text` is null when it was erased. */
export type PinnedQuote = { text: string | null; day: string | null };

/** What of a map's evidence is drawn: links for the answers that hang on steps one by one, and each step's scores. */
export type EvidenceToDraw = {
  sources: readonly { id: string; name: string }[];
  links: readonly { id: string; target: LinkTarget; sourceId: string; responseId?: string | undefined; isErased: boolean }[];
  steps: readonly ({ stepId: string; figures: readonly StepFigure[] } & Pick<StepEvidence, 'emotion' | 'isMeasured'>)[];
};

/** The last said first, those without a day at the end. */
const byDay = (a: StepQuote, b: StepQuote): number => {
  const [one, other] = [a.day ?? '', b.day ?? ''];
  return one === other ? (a.linkId < b.linkId ? -1 : 1) : one > other ? -1 : 1;
};

/**
 * A map's evidence, as a layout draws it. `quotes`: by their links, what this reader may read of them; null for those who may read no answers, for whom
 * quotes are no gap on the map, but nothing.
 */
export function toMapEvidence(
  { sources, links, steps }: EvidenceToDraw,
  quotes: ReadonlyMap<string, PinnedQuote> | null,
): MapEvidence {
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const pinned = new Map<string, StepQuote[]>();
  for (const { id, target, sourceId, responseId, isErased } of quotes === null ? [] : links) {
    if (target.type !== 'step' || responseId === undefined) continue;
    const quote = quotes?.get(id);
    // What is on its way is drawn when it is here.
    if (!quote && !isErased) continue;
    const text = isErased ? null : (quote?.text ?? null);
    const said = { linkId: id, text, source: names.get(sourceId) ?? '', day: quote?.day ?? null };
    pinned.set(target.id, [...(pinned.get(target.id) ?? []), said]);
  }
  const told = steps.map(({ stepId, ...step }) => [stepId, { ...step, quotes: (pinned.get(stepId) ?? []).sort(byDay) }] as const);
  return new Map(told.filter(([, { figures, quotes: said, emotion }]) => figures.length + said.length > 0 || emotion !== null));
}
