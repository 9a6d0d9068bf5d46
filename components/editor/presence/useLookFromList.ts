import { type RefObject, useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useToast } from '@/components/ui/Toast';
import { referenceKey } from '../reference';
import { primaryOf } from '../selection';
import { useEditor } from '../session/EditorContext';
import { nearIn } from './useTellNear';

/** “Look here” from a list or a table: shows what is selected to everybody, else the step in the middle. Returns whether there is something. */
export function useLookFromList(root: RefObject<HTMLElement | null>, selector: string, name: string): () => boolean {
  const t = useTranslations('editor.announce');
  const { selection, together } = useEditor();
  const toast = useToast();
  return useCallback(() => {
    const selected = primaryOf(selection.getState());
    const key = selected ? referenceKey(selected) : root.current && nearIn(root.current, selector, name);
    if (key === null) return false;
    toast({ title: t(together.getState().lookHere({ at: null, key }) ? 'looked' : 'lookedTooSoon') });
    return true;
  }, [root, selector, name, selection, together, toast, t]);
}
