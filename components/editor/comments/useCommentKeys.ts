'use client';

import { useEffect } from 'react';
import { comment } from '../commands/comments';
import { matchesShortcut } from '../commands/shortcut';
import { useEditor } from '../session/EditorContext';

/** The key of a new comment works wherever one is on the page, also while one types into a card: its text stays open. */
export function useCommentKeys(): void {
  const { comments } = useEditor();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // Right Alt is Ctrl and Alt on many keyboards, and makes a letter.
      if (event.defaultPrevented || event.isComposing || event.getModifierState('AltGraph')) return;
      if (!comments.getState().mayWrite || !comment.shortcuts.some((shortcut) => matchesShortcut(shortcut, event))) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')) return;
      event.preventDefault();
      comments.getState().ask();
    };
    // On its way down: texts and panels keep keys to themselves on their way up.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [comments]);
}
