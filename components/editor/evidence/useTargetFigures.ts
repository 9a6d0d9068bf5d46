'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { TargetFiguresAnswer } from '@/lib/evidence/evidenceAnswer';
import type { LinkTarget } from '@/lib/map/evidenceLink';
import { useEditor } from '../session/EditorContext';
import { readTargetFigures } from './evidenceRequests';

export type TargetFigures = {
  /** What was told last of this target; null until it is here. */
  told: TargetFiguresAnswer | null;
  /** By which dimension what was told is split; another one may have been chosen meanwhile. */
  splitBy: string;
  state: 'fetching' | 'ready' | 'failed';
  again(): void;
};

/** `of`: of what, and compared with which version. */
type Shown = { of: string; told: TargetFiguresAnswer | null; splitBy: string; state: TargetFigures['state'] };

/**
 * The scores of one thing on the map in detail, split and compared as it is chosen in the panel. Asked for again whenever the evidence on the map was fetched
 * anew: somebody may have imported or erased. What is known of the same thing stays in sight meanwhile.
 */
export function useTargetFigures(target: LinkTarget): TargetFigures {
  const { evidence, session } = useEditor();
  const answer = useStore(evidence, (state) => state.answer);
  const split = useStore(evidence, (state) => state.split);
  const against = useStore(evidence, (state) => state.against);
  const of = `${target.type}:${target.id} ${against ?? ''}`;
  const [shown, setShown] = useState<Shown>({ of, told: null, splitBy: '', state: 'fetching' });
  const latest = useRef(0);
  const { type, id } = target;

  const fetch = useCallback(async (): Promise<void> => {
    const own = ++latest.current;
    const key = `${type}:${id} ${against ?? ''}`;
    setShown((before) => ({ ...before, of: key, told: before.of === key ? before.told : null, state: 'fetching' }));
    try {
      const told = await readTargetFigures({ mapId: session.mapId, target: { type, id }, split, against });
      if (own === latest.current) setShown({ of: key, told, splitBy: split, state: 'ready' });
    } catch {
      if (own === latest.current) setShown((before) => ({ ...before, state: 'failed' }));
    }
  }, [session.mapId, type, id, split, against]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `answer` says when to ask again.
  useEffect(() => {
    void fetch();
    return () => {
      latest.current++;
    };
  }, [fetch, answer]);

  const isOwn = shown.of === of;
  return {
    told: isOwn ? shown.told : null,
    splitBy: shown.splitBy,
    state: isOwn ? shown.state : 'fetching',
    again: () => void fetch(),
  };
}
