import { useCallback, useEffect } from 'react';
import { useStore } from 'zustand';
import { type EventWatcher, watchEvents } from '@/components/live/watchEvents';
import { useEditor } from '../session/EditorContext';
import { followVersion, forgetByEvents } from './followVersion';
import { writeVersionAddress } from './versionAddress';
import { fetchVersion } from './versionRequests';

/** Shows the version that is wanted in place of the live map, and the live map again. `may`: whether this person may see versions. */
export function useLooking(may: boolean): void {
  const { session, versions, evidence, compare } = useEditor();
  const asked = useStore(versions, (state) => state.wanted);
  const wanted = may ? asked : null;
  const mayReadAnswers = useStore(evidence, (state) => state.mayReadAnswers);

  const query = `map=${encodeURIComponent(session.mapId)}`;
  const watch = useCallback((watcher: EventWatcher) => watchEvents(query, watcher), [query]);

  // What customers said is in versions as far as it might be read when they were fetched.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts
  useEffect(() => versions.getState().forget(), [versions, mayReadAnswers]);

  useEffect(() => (may ? forgetByEvents(versions, watch) : undefined), [may, versions, watch]);

  useEffect(() => {
    if (!may) versions.getState().want(null);
    writeVersionAddress(wanted);
    if (wanted === null) {
      if (versions.getState().shown !== null) versions.getState().show(null);
      // A comparison shows itself in its place.
      if (compare.getState().asked || !session.isLooking.get()) return;
      evidence.getState().look(undefined);
      session.lookAt(null);
      return;
    }
    return followVersion({ session, versions, evidence }, wanted, fetchVersion, watch);
  }, [may, wanted, session, versions, evidence, compare, watch]);
}
