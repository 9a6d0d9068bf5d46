'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import type { LinkAnswer } from '@/lib/evidence/evidenceAnswer';
import { useEditor } from '../session/EditorContext';

/** That a difference to the version that is compared with may come from other links; nothing where they are the same. */
export function LinkedThen({ linked }: { linked: LinkAnswer['linkedThen'] }) {
  const t = useTranslations('evidence.figures');
  const { evidence } = useEditor();
  const against = useStore(evidence, (state) => state.answer?.against ?? null);
  if (!against?.isKept || (linked !== 'other' && linked !== 'notKept')) return null;
  return (
    <p className="text-ink-soft text-xs">
      {t(linked === 'other' ? 'linkedOtherwise' : 'notTogether', { version: against.version })}
    </p>
  );
}
