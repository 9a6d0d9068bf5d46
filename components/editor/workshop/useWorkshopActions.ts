'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import type { WorkshopAction } from '@/lib/workshop/action';
import type { ShellAction } from '../finding/usePaletteActions';
import { useEditor } from '../session/EditorContext';
import { useReveal } from './silent/useReveal';
import { useWorkshopWork } from './useWorkshopWork';

/** What a leader of a workshop may set by the command palette. */
export function useWorkshopActions(): readonly ShellAction[] {
  const silent = useTranslations('workshop.silent');
  const locks = useTranslations('workshop.locks');
  const { workshop, selection } = useEditor();
  const answer = useStore(workshop, (state) => state.workshop);
  const at = useStore(selection, (state) => state.selected.at(-1));
  const { act } = useWorkshopWork();
  const { reveal } = useReveal();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `act` and `reveal` are others at each rendering and always do the same.
  return useMemo(() => {
    const { isOn, leads, state } = answer;
    if (!isOn || !leads) return [];
    const action = (id: string, title: string, does: WorkshopAction): ShellAction => ({ id, title, run: () => void act(does) });
    const round = state.silentRound;
    const lane = at?.type === 'lane' ? at.id : null;
    const stage = at?.type === 'stage' ? at.id : null;
    const isLocked = {
      lane: lane !== null && state.locks.lanes.includes(lane),
      stage: stage !== null && state.locks.stages.includes(stage),
    };
    return [
      round
        ? { id: 'silent-reveal', title: silent('reveal'), run: () => void reveal(round.id) }
        : action('silent-start', silent('start'), { type: 'silent.start' }),
      action('lock-map', locks(state.locks.map ? 'unlockMap' : 'map'), { type: 'locks.set', map: !state.locks.map }),
      ...(lane
        ? [
            action('lock-lane', locks(isLocked.lane ? 'unlockHere.lane' : 'lockHere.lane'), {
              type: 'locks.set',
              lanes: { [lane]: !isLocked.lane },
            }),
          ]
        : []),
      ...(stage
        ? [
            action('lock-stage', locks(isLocked.stage ? 'unlockHere.stage' : 'lockHere.stage'), {
              type: 'locks.set',
              stages: { [stage]: !isLocked.stage },
            }),
          ]
        : []),
    ];
  }, [answer, at, silent, locks]);
}
