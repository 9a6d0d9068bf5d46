'use client';

import clsx from 'clsx';
import { BellRing, Pause } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { WorkshopTimer } from '@/lib/workshop/state';
import { isPaused } from '@/lib/workshop/timer';
import { timerText } from '@/lib/workshop/timerText';
import { lastSeconds } from './lastSeconds';
import { SoundHint } from './SoundHint';
import { useTimeLeft } from './useTimeLeft';

function signOf(isOver: boolean, paused: boolean) {
  if (isOver) return BellRing;
  return paused ? Pause : null;
}

/** The timer in the line over the map. */
export function BarTimer({ timer }: { timer: WorkshopTimer }) {
  const t = useTranslations('workshop.timer');
  const left = useTimeLeft(timer);
  const isOver = left === 0;
  const paused = isPaused(timer);
  const isLast = left <= lastSeconds && !paused;
  const Sign = signOf(isOver, paused);
  return (
    <>
      {isOver ? null : <SoundHint />}
      <span
        data-timer-standing={isOver ? 'over' : paused ? 'paused' : isLast ? 'last' : 'running'}
        className={clsx(
          'my-1 flex shrink-0 items-center gap-1.5 rounded-md px-2 font-semibold tabular-nums',
          isOver ? 'bg-primary text-primary-ink motion-safe:animate-pop-in' : isLast && 'bg-warning-soft text-base',
        )}
      >
        {Sign ? <Sign size={15} aria-hidden="true" /> : null}
        {isOver ? (
          t('over')
        ) : (
          <>
            <span role="timer" aria-label={t(paused ? 'leftPaused' : 'left', { time: timerText(left) })} data-timer>
              {timerText(left)}
            </span>
            {paused ? <span className="max-sm:sr-only">{t('paused')}</span> : null}
          </>
        )}
      </span>
    </>
  );
}
