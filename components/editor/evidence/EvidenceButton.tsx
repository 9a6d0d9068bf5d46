'use client';

import { MessageSquareQuote } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { IconButton } from '@/components/ui/IconButton';
import { useEditor } from '../session/EditorContext';
import { useAccessLost } from '../session/useAccessLost';

/** Opens and closes what customers said. Nothing for whoever may not see it. */
export function EvidenceButton() {
  const t = useTranslations('evidence');
  const { evidence } = useEditor();
  const mayRead = useStore(evidence, (state) => state.mayRead);
  const isOpen = useStore(evidence, (state) => state.isOpen);
  const lost = useAccessLost();
  if (!mayRead || lost) return null;
  return (
    <IconButton
      label={t('title')}
      icon={<MessageSquareQuote size={18} />}
      aria-pressed={isOpen}
      onClick={() => evidence.getState().setOpen(!isOpen)}
      className="max-lg:hidden"
    />
  );
}
