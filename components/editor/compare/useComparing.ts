import { useEffect } from 'react';
import { useStore } from 'zustand';
import { toWordPieces } from '@/lib/document/wordDiff';
import { compareEvidence, withChangesSince } from '@/lib/evidence/compareEvidence';
import { stepsLinkedOtherwise } from '@/lib/evidence/linkedOtherwise';
import { arrange } from '@/lib/map/arrange';
import { compareStates } from '@/lib/map/compare/compareStates';
import type { HandPair } from '@/lib/map/compare/matching/matching';
import { matchMaps } from '@/lib/map/compare/matching/matchMaps';
import { withMatchedSteps } from '@/lib/map/compare/matching/withMatchedSteps';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { MapEvidence } from '@/lib/map/mapEvidence';
import { withComparedReasons } from '@/lib/map/reasons';
import { type ComparedSide, isOneMap, tellsReasons } from '@/lib/versions/comparedSide';
import { useEditor } from '../session/EditorContext';
import { writeCompareAddress } from './compareAddress';
import { calledOn, fetchSide } from './compareRequests';
import type { SideShown } from './compareStore';

/** The live map goes on while it is compared; so often (milliseconds) the comparison follows it. */
const following = 500;

/** Compares the two states that are asked for, shows their union in place of the live map, and follows the live map as others edit it. `may`: whether this person may see versions; `isReady`: whether the map is here. */
export function useComparing(may: boolean, isReady: boolean): void {
  const { session, versions, compare, evidence, comments, workshop, selection } = useEditor();
  const asked = useStore(compare, (state) => state.asked);
  const mode = useStore(compare, (state) => state.mode);
  const wanted = useStore(versions, (state) => state.wanted);

  const pairs = useStore(compare, (state) => state.pairs);

  useEffect(() => writeCompareAddress({ asked: may ? asked : null, mode, pairs }), [may, asked, mode, pairs]);

  useEffect(() => {
    if (asked && !may) compare.getState().end();
    if (!asked || !may || !isReady) return;
    // One thing at a time is shown in place of the live map, and little has room beside it.
    versions.getState().want(null);
    for (const store of [evidence, comments, workshop]) store.getState().setOpen(false);
    selection.getState().clear();
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stop: (() => void) | undefined;
    const isLive = ({ mapId, state }: ComparedSide): boolean => state === 'live' && (mapId === null || mapId === session.mapId);
    const load = async (): Promise<void> => {
      try {
        const here = { mapId: session.mapId, live: session.map.live(), kept: versions.getState().kept };
        const [before, after] = await Promise.all([asked.from, asked.to].map((side) => fetchSide(side, here)));
        if (isOver || !before || !after) return;
        const isSameMap = isOneMap(asked.from, asked.to, session.mapId);
        let known: { live: JourneyMap; said: MapEvidence | null; pairs: readonly HandPair[] } | null = null;
        const isKnown = (): boolean =>
          known?.live === session.map.live() &&
          known.said === evidence.getState().onLiveMap() &&
          known.pairs === compare.getState().pairs;
        const compareNow = (): void => {
          timer = undefined;
          if (isKnown()) return;
          const [live, said, hand] = [session.map.live(), evidence.getState().onLiveMap(), compare.getState().pairs];
          known = { live, said, pairs: hand };
          const [earlier, later] = [isLive(asked.from) ? live : before.map, isLive(asked.to) ? live : after.map];
          const [a, b] = withComparedReasons(tellsReasons(asked.from, asked.to, session.mapId), earlier, later);
          const matched = matchMaps(a, b, { isSameMap, hand });
          const compared = compareStates(matched.map, b, toWordPieces);
          const saidIn = ({ evidence: then }: SideShown): MapEvidence | null => (then === undefined ? said : then);
          const steps = arrange(compared.union.map).steps.map(({ id }) => id);
          const figures = compareEvidence(
            withMatchedSteps(saidIn(before.shown), matched, steps),
            saidIn(after.shown),
            steps,
            stepsLinkedOtherwise(matched.map, b),
          );
          evidence.getState().look(withChangesSince(saidIn(after.shown), figures));
          session.lookAt(compared.union.map);
          // What the live map is called may change as well.
          const sides = { before: { ...before.shown, ...calledOn(earlier) }, after: { ...after.shown, ...calledOn(later) } };
          compare.getState().show({ compared, matched, sides, figures });
        };
        compareNow();
        const stopPairs = compare.subscribe((state, earlier) => {
          if (state.pairs !== earlier.pairs && state.asked === asked) compareNow();
        });
        stop = stopPairs;
        if (!isLive(asked.from) && !isLive(asked.to)) return;
        const follow = (): void => {
          if (!isKnown()) timer ??= setTimeout(compareNow, following);
        };
        const stops = [session.map.subscribe(follow), evidence.subscribe(follow)];
        stop = () => {
          for (const end of [stopPairs, ...stops]) end();
        };
      } catch (error) {
        if (!isOver) compare.getState().fail(error);
      }
    };
    void load();
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop?.();
      // A version that is wanted now shows itself in its place.
      if (!session.isLooking.get() || versions.getState().wanted !== null) return;
      evidence.getState().look(undefined);
      selection.getState().clear();
      session.lookAt(null);
    };
  }, [may, isReady, asked, session, versions, compare, evidence, comments, workshop, selection]);

  // Whoever looks at a version has enough of comparing.
  useEffect(() => {
    if (wanted !== null && compare.getState().asked) compare.getState().end();
  }, [wanted, compare]);
}
