'use client';

import { Presentation } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { buttonClass } from '@/components/ui/buttonClass';
import { Tooltip } from '@/components/ui/Tooltip';
import { formatShortcut, isApple } from '../commands/shortcut';
import { useEditor } from '../session/EditorContext';
import { useAccessLost } from '../session/useAccessLost';
import { workshopKey } from './useWorkshopKeys';

/** Opens and closes the workshop's panel, by its word where there is room for it. Nothing where there is none and this person may not begin one. */
export function WorkshopButton() {
  const t = useTranslations('workshop.panel');
  const locale = useLocale();
  const { workshop } = useEditor();
  const isShown = useStore(workshop, (state) => state.isOpen || state.workshop.isOn || state.workshop.mayLead);
  const isOpen = useStore(workshop, (state) => state.isOpen);
  const lost = useAccessLost();
  if (!isShown || lost) return null;
  return (
    <Tooltip label={t('title')} shortcut={formatShortcut(workshopKey, isApple(navigator.platform), locale)}>
      <button
        type="button"
        aria-pressed={isOpen}
        onClick={() => workshop.getState().setOpen(!isOpen)}
        className={buttonClass({ variant: 'ghost', className: 'min-w-9 px-2! max-sm:hidden xl:px-3! pointer-coarse:min-w-11' })}
      >
        <Presentation size={18} aria-hidden="true" />
        <span className="max-xl:sr-only">{t('title')}</span>
      </button>
    </Tooltip>
  );
}
