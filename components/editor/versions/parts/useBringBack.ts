import { useCallback, useEffect, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { useToast } from '@/components/ui/Toast';
import type { MapPart } from '@/lib/document/restore/parts';
import type { Shortcut } from '../../commands/command';
import { matchesShortcut } from '../../commands/shortcut';
import { useEditor } from '../../session/EditorContext';
import { isHeld } from '../../workshop/locks/isHeld';
import { partsOf } from './partsOf';

/** Asks for what is selected to be brought back, wherever the focus is while a version is shown or compared with the live map. */
export const bringBackKey: Shortcut = { key: 'r', code: 'KeyR', alt: true, shift: true };

/** Whether there is a version from which this person may bring something back. */
export function useIsOffered(): boolean {
  return useStore(useEditor().parts, ({ source, mayRestore }) => source !== null && mayRestore);
}

const nothing: readonly MapPart[] = [];

/** What of the selection can be brought back from the version at hand. */
export function useSelectedParts(): readonly MapPart[] {
  const { parts, selection } = useEditor();
  const source = useStore(parts, (state) => state.source);
  const selected = useStore(selection, (state) => state.selected);
  return useMemo(() => (source ? partsOf(selected, source) : nothing), [source, selected]);
}

/** Asks for what is selected to be brought back; says why not, where nothing can be. */
export function useBringBack(): () => void {
  const t = useTranslations('versions.parts');
  const held = useTranslations('workshop.locks.held');
  const toast = useToast();
  const { parts, selection, workshop } = useEditor();
  return useCallback((): void => {
    const { source, mayRestore, ask } = parts.getState();
    const chosen = source ? partsOf(selection.getState().selected, source) : nothing;
    if (!mayRestore) toast({ title: isHeld(workshop.getState()) ? held('text') : t('mayNot') });
    else if (chosen.length === 0) toast({ title: t('selectFirst') });
    else ask(chosen);
  }, [parts, selection, workshop, toast, held, t]);
}

/** The key of it. */
export function useBringBackKey(): void {
  const hasSource = useStore(useEditor().parts, (state) => state.source !== null);
  const ask = useBringBack();
  useEffect(() => {
    if (!hasSource) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!matchesShortcut(bringBackKey, event) || event.isComposing) return;
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input:not([type="checkbox"]), textarea');
      if (isTyping || document.querySelector('[role="dialog"][data-state="open"]')) return;
      event.preventDefault();
      event.stopPropagation();
      ask();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [hasSource, ask]);
}
