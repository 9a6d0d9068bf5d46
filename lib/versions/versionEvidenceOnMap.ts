import { can } from '@/lib/access/operation';
import type { Standing } from '@/lib/access/standing';
import { findAnswers } from '@/lib/data/evidence/answers';
import { listSources } from '@/lib/data/evidence/sources';
import type { MapRow } from '@/lib/data/maps';
import { type PinnedQuote, toMapEvidence } from '@/lib/evidence/toMapEvidence';
import { cardHomes, homeIn } from '@/lib/map/cardHomes';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { listLinks } from '@/lib/map/listLinks';
import type { MapEvidence as EvidenceOnMap } from '@/lib/map/mapEvidence';
import type { Runtime } from '@/lib/runtime';
import { readVersionEvidence, type StoredVersion } from './readVersion';

/** Single answers that a picture of a version has at most. */
const mostPinned = 1_000;

type Running = Pick<Runtime, 'database'>;
type Pinned = { quotes: Map<string, PinnedQuote>; erased: ReadonlySet<string> };

/** What single answers say now that a version refers to: their words are not in it, and of an erased answer nothing is left. */
async function readPinned({ database }: Running, sourceIds: ReadonlySet<string>, map: JourneyMap): Promise<Pinned> {
  const links = listLinks(map).filter(({ sourceId, responseId }) => responseId !== undefined && sourceIds.has(sourceId));
  const quotes = new Map<string, PinnedQuote>();
  const erased = new Set<string>();
  for (const sourceId of sourceIds) {
    const own = links.filter((link) => link.sourceId === sourceId).slice(0, mostPinned);
    if (own.length === 0) continue;
    const answers = await findAnswers(database, sourceId, [...new Set(own.flatMap(({ responseId }) => responseId ?? []))]);
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

/**
 * What customers had said about a map when a version of it was kept, for a picture of that: scores as they stood, and single answers as far as they
 * are still there; of all that what somebody with this standing may know. Null where that is nothing.
 */
export async function readVersionEvidenceOnMap(
  running: Running,
  row: Pick<MapRow, 'workspaceId'>,
  standing: Standing,
  version: StoredVersion,
  map: JourneyMap,
): Promise<EvidenceOnMap | null> {
  if (!can(standing, 'workspace.readFigures')) return null;
  const found = await readVersionEvidence(running.database, version, row);
  if (found === null) return null;
  const sources = await listSources(running.database, row.workspaceId);
  const names = new Map(found.sources.map(({ id, name }) => [id, name]));
  for (const { id, name } of sources) if (names.has(id)) names.set(id, name);
  const mayRead = can(standing, 'workspace.readAnswers');
  const pinned = mayRead ? await readPinned(running, new Set(sources.map(({ id }) => id)), map) : null;
  const links = listLinks(map).map((link) => ({ ...link, isErased: pinned?.erased.has(link.id) ?? false }));
  const steps = found.steps.map(({ stepId, scores, emotion, isMeasured }) => ({
    ...{ stepId, emotion, isMeasured },
    figures: scores.map(({ figure, change }) => ({ figure, change })),
  }));
  const toDraw = { sources: Array.from(names, ([id, name]) => ({ id, name })), links, steps };
  return toMapEvidence(toDraw, pinned?.quotes ?? null, homeIn(cardHomes(map, links)));
}
