'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { useEditor } from '../session/EditorContext';
import type { SaveState } from '../session/saveState';
import { isHeld } from '../workshop/locks/isHeld';

/** Whether edits are only kept back, because the leaders of a workshop keep the map locked. */
export function waitsForUnlocking(state: SaveState): state is Extract<SaveState, { kind: 'notSaved' }> {
  return state.kind === 'notSaved' && state.reason === 'readOnly';
}

/** What is said about a save state: a few words, and sentences that explain them. */
export function useSaveWords(state: SaveState): { short: string; long: string[] } {
  const t = useTranslations('sync');
  const held = useTranslations('workshop.locks.held');
  const isLocked = useStore(useEditor().workshop, isHeld);
  if (isLocked && state.kind === 'readOnly') {
    return { short: held(state.online ? 'state' : 'stateOffline'), long: [held('text')] };
  }
  if (isLocked && waitsForUnlocking(state)) {
    const { changes, kept } = state;
    return {
      short: held('waiting', { changes }),
      long: [held('text'), held('changes', { changes }), held(kept ? 'kept' : 'notKept', { changes })],
    };
  }
  switch (state.kind) {
    case 'saved':
      return { short: t('state.saved'), long: [t('hint.saved')] };
    case 'saving':
      return { short: t('state.saving'), long: [t('hint.saving', { changes: state.changes })] };
    case 'offline': {
      const { changes, kept } = state;
      const why = t(state.cause === 'crowded' ? 'hint.crowded' : 'hint.offline');
      if (changes === 0) return { short: t('state.offline'), long: [why] };
      return {
        short: t(kept ? 'state.offlineChanges' : 'state.offlineNotKept', { changes }),
        long: [why, t(kept ? 'hint.kept' : 'hint.notKept')],
      };
    }
    case 'notSaved': {
      const { changes, kept } = state;
      const rest = changes > 0 ? [t('notSaved.changes', { changes }), t(kept ? 'notSaved.kept' : 'notSaved.notKept')] : [];
      return { short: t('state.notSaved'), long: [t(`notSaved.${state.reason}`), ...rest] };
    }
    case 'readOnly':
      return { short: t(state.online ? 'state.readOnly' : 'state.readOnlyOffline'), long: [t('hint.readOnly')] };
    case 'reloadNeeded':
      return { short: t('state.reloadNeeded'), long: [t('reload.text')] };
    case 'noAccess':
      return { short: t('state.noAccess'), long: [t(`noAccess.${state.reason}.text`)] };
    case 'loading':
      return { short: t('state.loading'), long: [] };
  }
}
