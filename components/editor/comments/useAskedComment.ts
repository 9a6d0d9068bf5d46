'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { useToast } from '@/components/ui/Toast';
import { useEditor } from '../session/EditorContext';
import { referenceOf } from './targetReference';

const name = 'comment';

/** Which conversation the page's address asks for, or null. It is asked for once: the address is the map's own again afterwards. */
function takeAsked(): string | null {
  const url = new URL(window.location.href);
  const asked = url.searchParams.get(name);
  if (asked === null) return null;
  url.searchParams.delete(name);
  window.history.replaceState(window.history.state, '', url);
  return asked;
}

/** Opens the map at the conversation that a link leads to: its target is selected and in sight, the panel shows it. */
export function useAskedComment(): void {
  const t = useTranslations('errors');
  const { comments, selection, navigation } = useEditor();
  const toast = useToast();
  const isReady = useStore(comments, (state) => state.status === 'ready');
  useEffect(() => {
    if (!isReady) return;
    const asked = takeAsked();
    if (asked === null) return;
    const { threads, show } = comments.getState();
    const thread = threads.get(asked);
    if (!thread) {
      toast({ title: t('commentNotFound') });
      return;
    }
    show(asked);
    const reference = referenceOf(thread.target);
    if (!reference) return;
    selection.getState().select(reference);
    // The panel takes its room first.
    requestAnimationFrame(() => requestAnimationFrame(() => navigation.goTo(reference)));
  }, [isReady, comments, selection, navigation, toast, t]);
}
