import { AppError } from '@/lib/errors';

/** Lets at most `width` pieces of work run at once and `queue` more wait. Throws `tooMany` beyond. */
export function createGate({ width, queue }: { width: number; queue: number }): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= width) {
      if (waiting.length >= queue) throw new AppError('tooMany', 'Too much of this waits already.', { retryAfter: 10 });
      // Whoever ends hands its place on, so `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
