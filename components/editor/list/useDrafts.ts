import { useEffect, useRef } from 'react';
import { beginCard, type CardPlace, deleteCards } from '@/lib/document/operations/cards';
import { findAlive } from '@/lib/document/schema';
import { textOf } from '@/lib/document/textReference';
import { useEditor } from '../session/EditorContext';

/** Begins cards to be written in. One that is left without a word goes away again: that is no step of undo, it never was anything. */
export function useDrafts(): (at: CardPlace) => void {
  const { doc, selection } = useEditor();
  const drafts = useRef(new Set<string>());
  useEffect(() => {
    const known = drafts.current;
    const tidy = (id: string): void => {
      const isEmpty = textOf(doc, { type: 'card', id, field: 'text' })?.toString().trim() === '';
      if (isEmpty && findAlive(doc, 'cards', id)) deleteCards(doc, { ids: [id] }, 'draft');
    };
    const stop = selection.subscribe((state, before) => {
      const left = before.editing;
      if (left?.type !== 'card' || state.editing === left) return;
      if (known.delete(left.id)) tidy(left.id);
    });
    return () => {
      stop();
      for (const id of known) tidy(id);
      known.clear();
    };
  }, [doc, selection]);
  return (at) => {
    const id = beginCard(doc, { at });
    if (!id) return;
    drafts.current.add(id);
    selection.getState().edit({ type: 'card', id });
  };
}
