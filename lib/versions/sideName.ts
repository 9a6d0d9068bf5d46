import type { translatorOf } from '@/lib/i18n/translator';
import type { MapKind } from '@/lib/map/meta';

type Say = ReturnType<typeof translatorOf<'comparing'>>;

/**
 * One of two states, to be named. `version`: what that is called, null for a live map; `foreign`: of another map than the one that is asked about; `isAlone`: the other state is of another map;
 * `day`: for what is read on another day, as files are.
 */
export type NamedSide = {
  title: string;
  kind: MapKind;
  version: string | null;
  foreign: boolean;
  isAlone: boolean;
  day?: string;
};

/**
 * What one of two compared states is called: “Now”, “Version 3: Agreed”, “My bill, Version 3”. Of two maps both may be shown as they are now: then each says which map it is, and whether that
 * shows what is or what shall be.
 */
export function nameSide(say: Say, { title, kind, version, foreign, isAlone, day }: NamedSide): string {
  const called = title.trim() || say('untitled');
  if (isAlone && version === null) return say('liveOf', { kind, title: called, hasDay: day ? 'yes' : 'no', day: day ?? '' });
  const state = version ?? say('now');
  return foreign || isAlone ? say('ofMap', { title: called, state }) : state;
}

/** The same where there is little room, of a side and the other one: a live current state and a live future state are told apart by that alone. */
export function nameSideShort(say: Say, side: NamedSide, other: Pick<NamedSide, 'kind'>): string {
  const isTold = side.isAlone && side.version === null && side.kind !== other.kind;
  return isTold ? say('liveKind', { kind: side.kind }) : nameSide(say, side);
}
