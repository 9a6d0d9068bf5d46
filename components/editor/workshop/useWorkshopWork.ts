'use client';

import { useWork } from '@/components/workspace/useWork';
import type { WorkshopAction } from '@/lib/workshop/action';
import { useEditor } from '../session/EditorContext';

/**
 * Does one thing after the other with the workshop; what goes wrong is said in a message. `busyType`: what is being done now, for its button.
 * `act` returns whether it went well.
 */
export function useWorkshopWork(): { busyType: string | null; act: (action: WorkshopAction) => Promise<boolean> } {
  const { workshop } = useEditor();
  const { busyId, run } = useWork();
  const act = (action: WorkshopAction) => run(action.type, () => workshop.getState().act(action));
  return { busyType: busyId, act };
}
