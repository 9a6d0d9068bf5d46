import { idSchema } from '@/lib/map/id';

/** A state of a map: the number of a version, the map as it is now, or what was on the version that it starts from, as a future state keeps that. */
export type ComparedState = number | 'live' | 'baseline';

/** One side of a comparison. `mapId` null: of the map that is asked about. */
export type ComparedSide = { mapId: string | null; state: ComparedState };

/** How a side is written: `live`, `baseline` or `3`, of another map `MAPID@live` or `MAPID@3`. */
export const comparedSidePattern = /^(?:[0-9A-Za-z_-]{1,64}@)?(?:live|baseline|[1-9][0-9]{0,8})$/;

/** Reads a side as it is written. Null for what is none. */
export function readComparedSide(text: string): ComparedSide | null {
  if (!comparedSidePattern.test(text)) return null;
  const at = text.indexOf('@');
  const state = text.slice(at + 1);
  const mapId = at < 0 ? null : idSchema.parse(text.slice(0, at));
  return { mapId, state: state === 'live' || state === 'baseline' ? state : Number(state) };
}

/** Whether both sides are states of one map. */
export const isOneMap = (from: ComparedSide, to: ComparedSide, ownMapId: string): boolean =>
  (from.mapId ?? ownMapId) === (to.mapId ?? ownMapId);

/** Whether reasons are told between both: what a future state starts from has none, and those of the future state are why it differs from that. */
export const tellsReasons = (from: ComparedSide, to: ComparedSide, ownMapId: string): boolean =>
  isOneMap(from, to, ownMapId) && from.state !== 'baseline' && to.state !== 'baseline';

/** Whether a state (of the map `mapId`) is what a future state was derived from: the version itself, or what the future state keeps of it. */
export const isStartOf = (
  { mapId, state }: { mapId: string; state: ComparedState },
  futureId: string,
  start: { mapId: string | null; number: number },
): boolean => (state === 'baseline' ? mapId === futureId : mapId === start.mapId && state === start.number);

/** Writes a side, as `readComparedSide` reads it. */
export const writeComparedSide = ({ mapId, state }: ComparedSide): string => (mapId === null ? `${state}` : `${mapId}@${state}`);
