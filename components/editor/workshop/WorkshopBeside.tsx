'use client';

import dynamic from 'next/dynamic';
import { useStore } from 'zustand';
import { useEditor } from '../session/EditorContext';
import { useKeptFocus } from './useKeptFocus';
import { useOnePanel } from './useOnePanel';
import { useWorkshopKeys } from './useWorkshopKeys';
import { useWorkshopLine } from './useWorkshopLine';
import { useVotesLine } from './voting/useVotesLine';
import { VoteAnnouncer } from './voting/VoteAnnouncer';
import { WorkshopSignals } from './WorkshopSignals';

// Its program comes when it is asked for.
// With something in its place while it loads: without, the whole editor would go until it is there.
const WorkshopPanel = dynamic(() => import('./WorkshopPanel').then((module) => module.WorkshopPanel), { loading: () => null });

/** The workshop on the map: the line by which it comes, its panel, and what everybody is shown of it. */
export function WorkshopBeside() {
  const { workshop } = useEditor();
  const isOpen = useStore(workshop, (state) => state.isOpen);
  useWorkshopLine();
  useVotesLine();
  useWorkshopKeys();
  useOnePanel();
  useKeptFocus();
  return (
    <>
      {isOpen ? <WorkshopPanel /> : null}
      <WorkshopSignals />
      <VoteAnnouncer />
    </>
  );
}
