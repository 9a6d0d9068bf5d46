import { useEffect, useState } from 'react';
import * as Y from 'yjs';
import { useStore } from 'zustand';
import { type Foreseen, foreseeParts, foreseeWithMissing } from '@/lib/document/restore/foreseeParts';
import type { MapPart } from '@/lib/document/restore/parts';
import { shownBy } from '@/lib/document/silentRound';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { LockReason } from '@/lib/workshop/lockAt';
import { placesOfChange } from '@/lib/workshop/touchedPlaces';
import { useEditor } from '../../session/EditorContext';
import type { AskedParts } from './partsStore';

/** While others edit, it is worked out again so often at most: after this long (milliseconds), and never half of the time. */
const pause = 500;

export type Outcome = {
  /** What is brought back, and what happens then. */
  parts: readonly MapPart[];
  foreseen: Foreseen;
  /** What could be brought back as well, so that everything stands where it stood, and whether it is. */
  missing: readonly MapPart[];
  withMissing: boolean;
  /** What keeps this page from it. */
  lock: LockReason | null;
};

/**
 * What happens when parts are brought back, following the live map as others change it; null while it is worked out for the first time, and during a silent round, in
 * which nothing is brought back. Of cards that this page hides it tells nothing: they may be there before the news of their round.
 */
export function useForeseen({ source: { map }, parts }: AskedParts, withMissing: boolean): Outcome | null {
  const { session, doc } = useEditor();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const isSilent = useStore(session.silent, (state) => state.isOn);
  useEffect(() => {
    if (isSilent) return setOutcome(null);
    const show = (whole: JourneyMap): JourneyMap => shownBy(doc, whole);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let rest = pause;
    const work = (): void => {
      timer = undefined;
      const began = performance.now();
      const document = Y.encodeStateAsUpdate(doc);
      const alone = foreseeParts(document, map, parts, show);
      const whole = alone.astray.missing.length > 0 ? foreseeWithMissing(document, map, parts, show) : null;
      const chosen = whole && withMissing ? whole : { parts, foreseen: alone };
      const { before, after, diff } = chosen.foreseen;
      const records = diff.differences.map(({ collection, id }) => ({ collection, key: id }));
      const lock = session.locks.at(placesOfChange(before, after, records));
      setOutcome({ parts: chosen.parts, foreseen: chosen.foreseen, missing: whole?.added ?? [], withMissing, lock });
      rest = Math.max(pause, performance.now() - began);
    };
    // The window is there at once; what it says comes a moment later.
    timer = setTimeout(work);
    const stop = session.map.subscribe(() => {
      timer ??= setTimeout(work, rest);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [session, doc, map, parts, withMissing, isSilent]);
  return isSilent ? null : outcome;
}
