'use client';

import { useStore } from 'zustand';
import type { LinkTarget } from '@/lib/map/evidenceLink';
import { primaryOf } from '../selection';
import { useArrangedMap, useEditor } from '../session/EditorContext';
import { linkTargetOf } from './linkTargets';

/** What is selected on the map, as something that evidence can be about; null when it is nothing of the kind. */
export function useTarget(): LinkTarget | null {
  const { selection } = useEditor();
  const map = useArrangedMap();
  return linkTargetOf(map, useStore(selection, primaryOf));
}
