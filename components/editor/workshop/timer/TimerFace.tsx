'use client';

import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import type { WorkshopTimer } from '@/lib/workshop/state';
import { isPaused } from '@/lib/workshop/timer';
import { timerText } from '@/lib/workshop/timerText';
import { lastSeconds } from './lastSeconds';
import { useTimeLeft } from './useTimeLeft';

/** The timer in large, with how much of it is over. */
export function TimerFace({ timer }: { timer: WorkshopTimer }) {
  const t = useTranslations('workshop.timer');
  const left = useTimeLeft(timer);
  const isOver = left === 0;
  const isLast = left <= lastSeconds && !isPaused(timer);
  return (
    <div
      className={clsx(
        'rounded-lg px-4 pt-2 pb-3',
        isOver ? 'bg-primary text-primary-ink' : isLast ? 'bg-warning-soft' : 'bg-surface-sunken',
      )}
    >
      <p className="flex items-baseline justify-between gap-2">
        <span role="timer" data-timer className="font-bold text-4xl tabular-nums leading-tight">
          {timerText(left)}
        </span>
        <span className={clsx('font-semibold text-sm', isOver ? '' : 'text-ink-soft')}>
          {isOver ? t('over') : isPaused(timer) ? t('paused') : t('of', { time: timerText(timer.total) })}
        </span>
      </p>
      <div aria-hidden="true" className={clsx('mt-1 h-1 overflow-hidden rounded-full', isOver ? 'bg-paper/25' : 'bg-line')}>
        <div
          className={clsx('h-full rounded-full', isLast ? 'bg-warning' : 'bg-accent')}
          style={{ width: `${Math.min(100, (left / timer.total) * 100)}%` }}
        />
      </div>
    </div>
  );
}
