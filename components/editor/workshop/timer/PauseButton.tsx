'use client';

import { Pause, Play } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import type { WorkshopTimer } from '@/lib/workshop/state';
import { isPaused } from '@/lib/workshop/timer';
import { useWorkshopWork } from '../useWorkshopWork';
import { useTimeLeft } from './useTimeLeft';

/** Pauses the timer and lets it go on. Nothing for one that is over. */
export function PauseButton({ timer }: { timer: WorkshopTimer }) {
  const t = useTranslations('workshop.timer');
  const { act } = useWorkshopWork();
  const left = useTimeLeft(timer);
  const paused = isPaused(timer);
  if (left === 0) return null;
  return (
    <IconButton
      label={t(paused ? 'resume' : 'pause')}
      icon={paused ? <Play size={16} /> : <Pause size={16} />}
      onClick={() => void act({ type: paused ? 'timer.resume' : 'timer.pause', id: timer.id })}
    />
  );
}
