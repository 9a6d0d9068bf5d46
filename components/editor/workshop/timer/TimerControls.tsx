'use client';

import { Pause, Play, Plus, Square } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import type { WorkshopTimer } from '@/lib/workshop/state';
import { isPaused } from '@/lib/workshop/timer';
import { useWorkshopWork } from '../useWorkshopWork';
import { useTimeLeft } from './useTimeLeft';

/** What a leader does with a timer. */
export function TimerControls({ timer }: { timer: WorkshopTimer }) {
  const t = useTranslations('workshop.timer');
  const { act } = useWorkshopWork();
  const isOver = useTimeLeft(timer) === 0;
  const paused = isPaused(timer);
  return (
    <div className="grid grid-cols-3 gap-2">
      <Button
        aria-disabled={isOver || undefined}
        icon={paused ? <Play size={16} aria-hidden="true" /> : <Pause size={16} aria-hidden="true" />}
        className="px-2!"
        onClick={() => isOver || void act({ type: paused ? 'timer.resume' : 'timer.pause', id: timer.id })}
      >
        {t(paused ? 'resumeShort' : 'pauseShort')}
      </Button>
      <Button
        aria-label={t('add')}
        icon={<Plus size={16} aria-hidden="true" />}
        className="px-2!"
        onClick={() => void act({ type: 'timer.add', id: timer.id, seconds: 60 })}
      >
        {t('addShort')}
      </Button>
      <Button
        icon={<Square size={14} aria-hidden="true" />}
        className="px-2!"
        onClick={() => void act({ type: 'timer.stop', id: timer.id })}
      >
        {t('stop')}
      </Button>
    </div>
  );
}
