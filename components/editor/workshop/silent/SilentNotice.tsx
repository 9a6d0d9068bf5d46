'use client';

import { EyeOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { useToast } from '@/components/ui/Toast';
import { useEditor } from '../../session/EditorContext';
import { useShowCards } from './useShowCards';

/** Says over the map that a silent round is on, and what has come to light when it is over. */
export function SilentNotice() {
  const t = useTranslations('workshop.silent');
  const { session, canWrite } = useEditor();
  const isOn = useStore(session.silent, (state) => state.isOn);
  useTellReveal();
  if (!isOn) return null;
  return (
    <p role="status" className="flex items-start gap-2 rounded-lg bg-surface-sunken px-3 py-2 text-sm">
      <EyeOff size={16} aria-hidden="true" className="mt-0.5 shrink-0" />
      <span className="min-w-0 text-pretty">
        <strong className="font-semibold">{t('title')}</strong> · {t(canWrite ? 'notice' : 'noticeReading')}
      </span>
    </p>
  );
}

function useTellReveal(): void {
  const t = useTranslations('workshop.silent');
  const toast = useToast();
  const { silent } = useEditor().session;
  const reveals = useStore(silent, (state) => state.reveals);
  const told = useRef(reveals);
  const show = useShowCards();
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    if (told.current === reveals) return;
    told.current = reveals;
    const cards = [...silent.getState().revealed];
    toast({
      title: t('revealed', { count: cards.length }),
      ...(cards.length > 0 && { action: { label: t('goTo'), onClick: () => latest.current(cards) } }),
    });
  }, [reveals, silent, t, toast]);
}
