import { can } from '@/lib/access/operation';
import type { Standing } from '@/lib/access/standing';
import type { MapRow } from '@/lib/data/maps';
import { type EvidenceToDraw, type PinnedQuote, toMapEvidence } from '@/lib/evidence/toMapEvidence';
import { cardHomes, homeIn } from '@/lib/map/cardHomes';
import type { MapEvidence as EvidenceOnMap } from '@/lib/map/mapEvidence';
import { readShownMap } from '@/lib/workshop/shownMap';
import { listQuotes, type QuotePlace } from './listQuotes';
import { type MapEvidence, readMapEvidence } from './readMapEvidence';

/** Single answers that a picture of a map has at most: more than anybody reads on it. */
const mostPinned = 1_000;
const pageLimit = 200;

const toDraw = ({ sources, links, steps }: MapEvidence): EvidenceToDraw => ({
  sources: sources.map(({ row }) => row),
  links: links.map(({ link, state }) => ({ ...link, isErased: state === 'erased' })),
  steps: steps.map(({ stepId, scores, emotion, level }) => ({
    ...{ stepId, emotion, isMeasured: level.reason.kind === 'measured' },
    figures: scores.map(({ figure, change }) => ({ figure, change: change?.comparison ?? null })),
  })),
});

async function readPinned(
  running: Parameters<typeof listQuotes>[0],
  row: Pick<MapRow, 'id' | 'workspaceId'>,
): Promise<Map<string, PinnedQuote>> {
  const quotes = new Map<string, PinnedQuote>();
  let after: QuotePlace | null = null;
  do {
    const page: Awaited<ReturnType<typeof listQuotes>> = await listQuotes(running, row, {
      target: { type: 'answers' },
      after,
      limit: pageLimit,
    });
    for (const { answer, texts } of page.quotes) {
      for (const { text, linkIds } of texts) {
        for (const id of linkIds) {
          // Of an answer that is linked whole, all its texts belong together.
          const before = quotes.get(id)?.text;
          quotes.set(id, { text: before ? `${before}\n${text}` : text, day: answer.day || null });
        }
      }
    }
    after = page.next;
  } while (after !== null && quotes.size < mostPinned);
  return quotes;
}

/** What customers say about a map, for a picture of it: as far as somebody with this standing may know it. Null where that is nothing. */
export async function readEvidenceOnMap(
  running: Parameters<typeof readMapEvidence>[0],
  row: Pick<MapRow, 'id' | 'workspaceId'>,
  standing: Standing,
): Promise<EvidenceOnMap | null> {
  if (!can(standing, 'workspace.readFigures')) return null;
  const found = await readMapEvidence(running, row);
  if (found.links.length === 0) return null;
  const mayRead = can(standing, 'workspace.readAnswers') && found.links.some(({ link }) => link.responseId !== undefined);
  const pinned = mayRead ? await readPinned(running, row) : null;
  const links = found.links.map(({ link }) => link);
  const homes = mayRead ? cardHomes(await readShownMap(running, row.id), links) : new Map<string, string>();
  return toMapEvidence(toDraw(found), pinned, homeIn(homes));
}
