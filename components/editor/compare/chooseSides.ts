import type { ComparedSide, ComparedState } from '@/lib/versions/comparedSide';
import type { AskedComparison } from '@/lib/versions/comparison';

type Which = 'from' | 'to';

/** Two states to choose: of the open map, save that `other` is of the map `mapId`, where that is not empty. States as `ComparedState` is written; empty: not known yet. */
export type SideChoice = { mapId: string; other: Which; from: string; to: string };

/**
 * What is chosen before anybody chooses: what is compared now, the other map on the side on which it is; else a version and the open map as it is now. Of two
 * states of other maps the later one makes way for the open map. `newest`: the version that is looked at, or the newest one.
 */
export function firstChoice(asked: AskedComparison | null, ownMapId: string, newest: number | undefined): SideChoice {
  if (!asked) return { mapId: '', other: 'from', from: newest === undefined ? '' : String(newest), to: 'live' };
  const foreignId = ({ mapId }: ComparedSide): string => (mapId === null || mapId === ownMapId ? '' : mapId);
  const [before, after] = [foreignId(asked.from), foreignId(asked.to)];
  const from = String(asked.from.state);
  if (before !== '') return { mapId: before, other: 'from', from, to: after === '' ? String(asked.to.state) : 'live' };
  return { mapId: after, other: after === '' ? 'from' : 'to', from, to: String(asked.to.state) };
}

/** Of another map that is compared with: what was agreed about it last, else how it is now. `versions`: newest first. */
export function preferredState(
  versions: readonly { number: number; signOff?: { status: 'open' | 'signed' } | null | undefined }[],
): ComparedState {
  return versions.find(({ signOff }) => signOff?.status === 'signed')?.number ?? 'live';
}
