import { useRef } from 'react';
import { useStore } from 'zustand';
import { useArrangedPart, useEditor } from '../session/EditorContext';
import { isSameSubject, type Subject, subjectOf } from './subject';

/** What the panel is about now; renders again only when another thing is selected or that thing changed. */
export function useSubject(): Subject {
  const { selection } = useEditor();
  const selected = useStore(selection, (state) => state.selected);
  const last = useRef<Subject>({ type: 'map' });
  return useArrangedPart((map) => {
    const subject = subjectOf(map, selected);
    if (!isSameSubject(last.current, subject)) last.current = subject;
    return last.current;
  });
}
