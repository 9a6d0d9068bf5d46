'use client';

import { useEditor } from '../../session/EditorContext';
import { useWorkshopWork } from '../useWorkshopWork';
import { openItem } from './openItem';

const minutesOfNew = 15;

/** Adds an item behind another one, or at the beginning, and opens its fields. */
export function useAddItem(): (afterId: string | null) => Promise<void> {
  const { workshop } = useEditor();
  const { act } = useWorkshopWork();
  const ids = () => workshop.getState().workshop.state.agenda.map(({ id }) => id);
  return async (afterId) => {
    const before = new Set(ids());
    if (!(await act({ type: 'agenda.add', afterId, item: { title: '', minutes: minutesOfNew, notes: '' } }))) return;
    const after = ids();
    const place = after.indexOf(afterId ?? '') + 1;
    const mine = after[place];
    openItem.set(mine !== undefined && !before.has(mine) ? mine : (after.find((id) => !before.has(id)) ?? null));
  };
}
