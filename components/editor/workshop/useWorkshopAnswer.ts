'use client';

import { useStore } from 'zustand';
import type { WorkshopAnswer } from '@/lib/workshop/workshopAnswer';
import { useEditor } from '../session/EditorContext';

/** A part of the workshop as the server told it last. What `select` returns has to keep its identity while the answer does. */
export function useWorkshopAnswer<Part>(select: (answer: WorkshopAnswer) => Part): Part {
  const { workshop } = useEditor();
  return useStore(workshop, (state) => select(state.workshop));
}
