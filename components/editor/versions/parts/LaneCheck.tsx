'use client';

import { useStore } from 'zustand';
import type { Lane } from '@/lib/map/lane';
import { useEditor } from '../../session/EditorContext';
import { PartCheck } from './PartCheck';
import { isOnVersion } from './partsOf';

/** Over the list of one lane of a version: the lane itself, to be brought back as a whole. */
export function LaneCheck({ lane: { id }, name }: { lane: Lane; name: string }) {
  const isOffered = useStore(
    useEditor().parts,
    ({ source, mayRestore }) => mayRestore && source !== null && isOnVersion(source.map, { type: 'lane', id }),
  );
  if (!isOffered) return null;
  return (
    <div className="flex items-center gap-2">
      <PartCheck part={{ type: 'lane', id }} />
      <p className="wrap-anywhere font-bold">{name}</p>
    </div>
  );
}
