import type { MapRow } from '@/lib/data/maps';
import { findWorkshop } from '@/lib/data/workshops';
import type { TakenNotes } from '@/lib/document/future/takenNotes';
import { listUsedFiles } from '@/lib/document/usedFiles';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { reasonsAboutCards } from '@/lib/map/reasons';
import { withoutHidden } from '@/lib/map/withoutHidden';
import type { Runtime } from '@/lib/runtime';
import type { SilentRound } from './state';

type Running = Pick<Runtime, 'database' | 'liveMaps'>;

/** The silent round that is on upon a map; null when there is none. */
export async function findRunningRound({ database }: Pick<Runtime, 'database'>, mapId: string): Promise<SilentRound | null> {
  return (await findWorkshop(database, mapId)).state.silentRound;
}

/** A map as it stands, for files, copies and programs: without what a silent round still hides. Throws `notFound`. */
export async function readShownMap({ database, liveMaps }: Running, mapId: string): Promise<JourneyMap> {
  // The map first: a card of a round that begins meanwhile is hidden, too.
  const { map } = await liveMaps.read(mapId);
  return withoutHidden(map, (await findRunningRound({ database }, mapId))?.id ?? null);
}

/** The same with what a future state has taken over of its current state (lib/document/future/takenNotes.ts). */
export async function readShownWithTaken(
  { database, liveMaps }: Running,
  mapId: string,
): Promise<{ map: JourneyMap; taken: TakenNotes }> {
  const { map, taken } = await liveMaps.read(mapId);
  return { map: withoutHidden(map, (await findRunningRound({ database }, mapId))?.id ?? null), taken };
}

/** Another word for each state of a map as `readShownMap` gives it: a reveal writes nothing to the map, and yet it shows another one. */
export async function versionOfShown(
  { database }: Pick<Runtime, 'database'>,
  { id, epoch, seq }: Pick<MapRow, 'id' | 'epoch' | 'seq'>,
): Promise<string> {
  const round = await findRunningRound({ database }, id);
  return `${epoch}:${seq}:${round?.id ?? ''}`;
}

async function findHidden(running: Running, mapId: string) {
  const round = await findRunningRound(running, mapId);
  if (!round) return null;
  const { map } = await running.liveMaps.read(mapId);
  return { map, shown: withoutHidden(map, round.id), cardIds: new Set(cardsOf(map, round)) };
}

const cardsOf = ({ cards }: JourneyMap, { id }: SilentRound): string[] =>
  cards.filter(({ round }) => round?.id === id).map((card) => card.id);

/** The ids of what a silent round hides now: cards, and what hangs on them, save tags, whose ids begin with their card's. */
export async function listHiddenIds(running: Running, mapId: string): Promise<ReadonlySet<string>> {
  const hidden = await findHidden(running, mapId);
  if (!hidden) return new Set();
  const { map, cardIds } = hidden;
  const parts = [...map.attachments, ...map.cardLinks].filter(({ pos }) => cardIds.has(pos.cardId));
  const links = map.links.filter(({ target }) => target.type === 'card' && cardIds.has(target.id));
  return new Set([...cardIds, ...[...parts, ...links].map(({ id }) => id), ...reasonsAboutCards(map, cardIds)]);
}

/** The ids of files that are on cards only which a silent round hides now. */
export async function listHiddenFiles(running: Running, mapId: string): Promise<ReadonlySet<string>> {
  const hidden = await findHidden(running, mapId);
  if (!hidden) return new Set();
  const shown = new Set(listUsedFiles(hidden.shown));
  const files = hidden.map.attachments.filter(({ pos }) => hidden.cardIds.has(pos.cardId)).map(({ fileId }) => fileId);
  return new Set(files.filter((id) => !shown.has(id)));
}
