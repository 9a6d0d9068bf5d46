import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useEditor } from '../session/EditorContext';
import { writeVersionAddress } from './versionAddress';
import { fetchVersion } from './versionRequests';

/** Shows the version that is wanted in place of the live map, and the live map again. `may`: whether this person may see versions. */
export function useLooking(may: boolean): void {
  const { session, versions, evidence, compare } = useEditor();
  const asked = useStore(versions, (state) => state.wanted);
  const wanted = may ? asked : null;
  const mayReadAnswers = useStore(evidence, (state) => state.mayReadAnswers);

  // What customers said is in versions as far as it might be read when they were fetched.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts
  useEffect(() => versions.getState().forget(), [versions, mayReadAnswers]);

  useEffect(() => {
    if (!may) versions.getState().want(null);
    writeVersionAddress(wanted);
    const { kept, show, fail } = versions.getState();
    if (wanted === null) {
      if (versions.getState().shown !== null) show(null);
      // A comparison shows itself in its place.
      if (compare.getState().asked || !session.isLooking.get()) return;
      evidence.getState().look(undefined);
      session.lookAt(null);
      return;
    }
    let isOver = false;
    const known = kept.find(({ version }) => version.number === wanted);
    const load = async (): Promise<void> => {
      try {
        const found = known ?? (await fetchVersion(session.mapId, wanted));
        if (isOver) return;
        evidence.getState().look(found.evidence);
        session.lookAt(found.map);
        show(found);
      } catch (error) {
        if (!isOver) fail(error);
      }
    };
    void load();
    return () => {
      isOver = true;
    };
  }, [may, wanted, session, versions, evidence, compare]);
}
