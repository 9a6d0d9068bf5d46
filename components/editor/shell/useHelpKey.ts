import { useEffect } from 'react';
import { useEditor } from '../session/EditorContext';

/** `?` asks for the list of shortcuts, unless it is a character that somebody writes: into a field, or into what is selected. */
export function useHelpKey(open: () => void): void {
  const { selection } = useEditor();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== '?' || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
      const { target } = event;
      if (target instanceof HTMLElement && target.closest('input, textarea, [contenteditable], [role="dialog"], [role="menu"]'))
        return;
      if (selection.getState().selected.length > 0) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [open, selection]);
}
