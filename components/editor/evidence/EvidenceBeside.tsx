'use client';

import dynamic from 'next/dynamic';
import { useStore } from 'zustand';
import { useEditor } from '../session/EditorContext';
import { useEvidenceLine } from './useEvidenceLine';

// Its program comes when it is asked for.
// With something in its place while it loads: without, the whole editor would go until it is there.
const EvidencePanel = dynamic(() => import('./EvidencePanel').then((module) => module.EvidencePanel), { loading: () => null });

/** What customers said, beside the map: the line by which it comes, and its panel. */
export function EvidenceBeside() {
  const { evidence } = useEditor();
  const isOpen = useStore(evidence, (state) => state.isOpen && state.mayRead);
  useEvidenceLine();
  return isOpen ? <EvidencePanel /> : null;
}
