'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { useToast } from '@/components/ui/Toast';
import { useEditor } from '../../session/EditorContext';
import { isHeld } from './isHeld';
import { useLockWords } from './useLockWords';

/** A hand that goes on trying is told again only after this long (milliseconds). */
const pause = 4_000;

/** Says why something was refused where the workshop's leaders have locked. */
export function LockNotices() {
  const { session } = useEditor();
  const toast = useToast();
  const wordsOf = useLockWords();
  const latest = useRef({ toast, wordsOf });
  latest.current = { toast, wordsOf };
  useEffect(() => {
    let told = { sentence: '', at: Number.NEGATIVE_INFINITY };
    return session.locks.onRefused((reason) => {
      const sentence = latest.current.wordsOf(reason, session.map.getSnapshot().map);
      const now = performance.now();
      if (sentence === told.sentence && now - told.at < pause) return;
      told = { sentence, at: now };
      latest.current.toast({ title: sentence });
    });
  }, [session]);
  useTellHold();
  return null;
}

/** Tells somebody who may write that the map was locked while they had it open, and that it is free again. */
function useTellHold(): void {
  const t = useTranslations('workshop.locks.held');
  const toast = useToast();
  const { workshop, role } = useEditor();
  const held = useStore(workshop, isHeld);
  const mayWrite = role === 'owner' || role === 'editor';
  const told = useRef(held);
  useEffect(() => {
    if (told.current === held) return;
    told.current = held;
    if (mayWrite) toast({ title: t(held ? 'notice' : 'over') });
  }, [held, mayWrite, t, toast]);
}
