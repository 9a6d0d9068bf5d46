import * as Y from 'yjs';
import { createDocument } from '@/lib/document/createDocument';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { createWritable } from './readable';
import type { ShownMap } from './shownMap';

/** Looking at a version of a map. `onChange` is called when that begins or ends. */
export function createLooking(doc: Y.Doc, map: Pick<ShownMap, 'lookAt'>, onChange: () => void) {
  const isLooking = createWritable(false);
  let looked: JourneyMap | null = null;
  let scratch: Y.Doc | null = null;

  const forget = (): void => {
    scratch?.destroy();
    scratch = null;
  };
  return {
    isLooking,
    lookAt(version: JourneyMap | null): void {
      looked = version;
      forget();
      isLooking.set(version !== null);
      // Texts that are open close before they would show other words.
      onChange();
      map.lookAt(version);
    },
    /** Made when a text of it is shown for the first time. */
    shownDoc(): Y.Doc {
      if (looked === null) return doc;
      if (scratch === null) {
        scratch = new Y.Doc();
        Y.applyUpdate(scratch, createDocument(looked));
      }
      return scratch;
    },
    destroy: forget,
  };
}
