import { AppError } from '@/lib/errors';

/** Streams that one session may have open: a browser with many tabs has fewer. */
const perSession = 30;
const perProcess = 5_000;

const counts = new Map<string, number>();
let total = 0;

/** Counts a stream of a session in and returns what counts it out. Throws `tooMany`. */
export function enterStream(sessionId: string): () => void {
  const count = counts.get(sessionId) ?? 0;
  if (count >= perSession || total >= perProcess) {
    throw new AppError('tooMany', 'Too many event streams are open.', { retryAfter: 30 });
  }
  counts.set(sessionId, count + 1);
  total += 1;
  let isIn = true;
  return () => {
    if (!isIn) return;
    isIn = false;
    total -= 1;
    const left = (counts.get(sessionId) ?? 1) - 1;
    if (left > 0) counts.set(sessionId, left);
    else counts.delete(sessionId);
  };
}
