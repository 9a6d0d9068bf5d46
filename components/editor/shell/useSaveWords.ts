'use client';

import { useTranslations } from 'use-intl';
import type { SaveState } from '../session/saveState';

/** What is said about a save state: a few words, and sentences that explain them. */
export function useSaveWords(state: SaveState): { short: string; long: string[] } {
  const t = useTranslations('sync');
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
