import type * as Y from 'yjs';
import type { Card } from '@/lib/map/card';
import { newId } from '@/lib/map/id';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { RoundMark } from '@/lib/map/roundMark';
import { withCardsThat } from '@/lib/map/withoutHidden';
import { readMap } from './readMap';

/** What a silent round means for one copy of a document: how cards that are made in it are marked, and which ones its page shows. */
export type SilentView = { mark: RoundMark | null; shows: (card: Card) => boolean };

const views = new WeakMap<Y.Doc, SilentView>();

/** From now on operations on this copy heed a silent round. Elsewhere there never is one. */
export function heedSilentRound(doc: Y.Doc, view: SilentView): void {
  views.set(doc, view);
}

/**
 * Runs operations of a program on a copy of the server's, in the silent round that is on (null: none). Cards that they make are hidden until the
 * reveal, from everybody: no browser has the word in their mark. What others have hidden they do not copy.
 */
export function inSilentRound<T>(doc: Y.Doc, round: Pick<RoundMark, 'id' | 'startedAt'> | null, run: () => T): T {
  if (!round) return run();
  views.set(doc, { mark: { ...round, by: newId() }, shows: (card) => card.round?.id !== round.id });
  try {
    return run();
  } finally {
    // The copy is kept for the next change, which may come after the reveal.
    views.delete(doc);
  }
}

/** What a card that is made now is marked with. */
export function roundMarkOf(doc: Y.Doc): RoundMark | undefined {
  return views.get(doc)?.mark ?? undefined;
}

/** A map that was made of this copy, as its page shows it. */
export function shownBy(doc: Y.Doc, map: JourneyMap): JourneyMap {
  const view = views.get(doc);
  return view ? withCardsThat(map, view.shows) : map;
}

/** The map as the page with this copy shows it: for copying, which must bring nothing to light. */
export const readShown = (doc: Y.Doc): JourneyMap => shownBy(doc, readMap(doc).map);
