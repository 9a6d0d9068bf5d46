import type { WorkshopTimer } from '@/lib/workshop/state';
import { isPaused, timeLeft } from '@/lib/workshop/timer';

/** A page that slept while the timer ended says so, but does not ring so long after, in milliseconds. */
const tooLate = 10_000;
const minute = 60_000;

export type TimerMoments = {
  /** A minute is left. Not told for timers that are hardly longer. */
  onLastMinute(): void;
  /** It is over. `isLate`: so long ago that nobody waits for it any more. */
  onEnd(isLate: boolean): void;
};

/** Tells what happens to a running timer, once, until the returned function is called. Nothing of what is past already. `now`: the server's clock. */
export function watchTimer(timer: WorkshopTimer, now: () => number, moments: TimerMoments): () => void {
  const left = timeLeft(timer, now());
  if (isPaused(timer) || left === 0) return () => undefined;
  const handles: ReturnType<typeof setTimeout>[] = [];
  if (left > minute && timer.total >= 1.5 * minute) handles.push(setTimeout(moments.onLastMinute, left - minute));
  handles.push(setTimeout(() => moments.onEnd(now() - (timer.endsAt ?? 0) > tooLate), left));
  return () => {
    for (const handle of handles) clearTimeout(handle);
  };
}
