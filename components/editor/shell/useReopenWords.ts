'use client';

import { useTranslations } from 'use-intl';
import { useEditor } from '../session/EditorContext';
import type { SaveState } from '../session/saveState';
import { useReadable } from '../session/useReadable';

/** What is said about opening the page again without network; nothing where it is not the question. */
export function useReopenWords(state: SaveState): string[] {
  const t = useTranslations('sync.reopen');
  const reopening = useReadable(useEditor().reopening);
  const isOffline = state.kind === 'offline' || (state.kind === 'readOnly' && !state.online);
  if (isOffline) return [t(reopening)];
  const isOpen = state.kind === 'saved' || state.kind === 'saving' || state.kind === 'readOnly';
  // Not yet is soon, and an installation that does not want it need not say so all day.
  return isOpen && reopening !== 'unknown' && reopening !== 'off' ? [t(reopening)] : [];
}
