'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { WorkshopTimer } from '@/lib/workshop/state';
import { isPaused, timeLeft } from '@/lib/workshop/timer';
import { timerText } from '@/lib/workshop/timerText';
import { useEditor } from '../../session/EditorContext';

/** While nobody sees the page, its title says what is left of the timer. */
export function useTimerTitle(timer: WorkshopTimer | null): void {
  const t = useTranslations('workshop.timer');
  const { workshop } = useEditor();
  useEffect(() => {
    if (!timer) return;
    let own: string | null = null;
    let handle: ReturnType<typeof setInterval> | undefined;
    const tell = () => {
      const left = timeLeft(timer, Date.now() + workshop.getState().clockAhead);
      const shown = left === 0 ? t('over') : isPaused(timer) ? `${timerText(left)} (${t('paused')})` : timerText(left);
      document.title = `${shown} · ${own}`;
    };
    const give = () => {
      clearInterval(handle);
      if (own !== null) document.title = own;
      own = null;
    };
    const onVisibility = () => {
      give();
      if (!document.hidden) return;
      own = document.title;
      tell();
      handle = setInterval(tell, 1_000);
    };
    onVisibility();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      give();
    };
  }, [timer, workshop, t]);
}
