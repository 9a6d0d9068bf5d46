import { useCallback, useEffect, useRef, useState } from 'react';
import { RequestError } from '@/components/workspace/request';
import type { ArrangedMap } from '@/lib/map/arrange';
import { fetchShown, sendPassword } from './linkRequests';
import { keepProof, readProof } from './proofKeeper';

/** How often (milliseconds) a page that is looked at asks whether the map has changed. */
const interval = 15_000;

export type ShownMap =
  | { state: 'loading' }
  | { state: 'password' }
  /** Nothing to see here any more, and why. */
  | { state: 'over'; sentence: string }
  /** Not to be had just now, and nothing was before. */
  | { state: 'failed' }
  /** `staleSince`: when it was last known to be so, while the server cannot be reached. */
  | { state: 'map'; map: ArrangedMap; staleSince: Date | null };

/** The map behind a link, fetched anew while the page is looked at. `proof` is what pictures on it are asked for with. */
export function useShownMap(token: string, hasPassword: boolean) {
  const [shown, setShown] = useState<ShownMap>({ state: 'loading' });
  const [proof, setProof] = useState<string | null>(() =>
    typeof window === 'undefined' || !hasPassword ? null : readProof(token),
  );
  const etag = useRef<string | undefined>(undefined);
  const seenAt = useRef(new Date());

  const look = useCallback(async (): Promise<void> => {
    try {
      const found = await fetchShown(token, proof, etag.current);
      seenAt.current = new Date();
      if (found) {
        etag.current = found.etag;
        setShown({ state: 'map', map: found.map, staleSince: null });
      } else setShown((now) => (now.state === 'map' && now.staleSince ? { ...now, staleSince: null } : now));
    } catch (error) {
      const problem = error instanceof RequestError ? error.problem : null;
      // What is not shown any more is to be given whole when it comes back, such as a map from the bin.
      if (problem?.code === 'forbidden' || problem?.code === 'notFound') etag.current = undefined;
      if (problem?.code === 'forbidden') {
        keepProof(token, null);
        // Nobody asks with it again.
        setProof(null);
        setShown({ state: 'password' });
      } else if (problem?.code === 'notFound') setShown({ state: 'over', sentence: problem.detail });
      else setShown((now) => (now.state === 'map' ? { ...now, staleSince: seenAt.current } : { state: 'failed' }));
    }
  }, [token, proof]);

  useEffect(() => {
    if (hasPassword && proof === null) {
      setShown({ state: 'password' });
      return;
    }
    void look();
    const again = (): void => {
      if (document.visibilityState === 'visible') void look();
    };
    const timer = window.setInterval(again, interval);
    document.addEventListener('visibilitychange', again);
    window.addEventListener('online', again);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', again);
      window.removeEventListener('online', again);
    };
  }, [look, hasPassword, proof]);

  const open = useCallback(
    async (password: string): Promise<void> => {
      const given = await sendPassword(token, password);
      keepProof(token, given);
      setProof(given);
    },
    [token],
  );
  return { shown, proof, open, retry: look };
}
