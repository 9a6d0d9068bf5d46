'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { LinkFilter } from '@/lib/map/evidenceLink';
import { type Answer, listAnswers } from './evidenceRequests';

export type Answers = {
  items: readonly Answer[];
  state: 'fetching' | 'ready' | 'failed';
  hasMore: boolean;
  more(): void;
};

type Shown = { items: readonly Answer[]; next: string | null; state: Answers['state'] };
const none: Shown = { items: [], next: null, state: 'fetching' };

/** The answers of a source that pass a filter, page by page. Another filter begins anew; what comes late of the one before is not shown. */
export function useAnswers(sourceId: string, filter: LinkFilter): Answers {
  const key = JSON.stringify([sourceId, Object.entries(filter).sort()]);
  const [shown, setShown] = useState<Shown>(none);
  const latest = useRef(0);

  const fetch = useCallback(async (source: string, wanted: LinkFilter, before: Shown): Promise<void> => {
    const own = ++latest.current;
    setShown({ ...before, state: 'fetching' });
    try {
      let page = await listAnswers(source, wanted, before.next);
      // A page may be empty while there is more: what is looked for is rare.
      while (page.items.length === 0 && page.nextCursor !== null && own === latest.current) {
        page = await listAnswers(source, wanted, page.nextCursor);
      }
      if (own === latest.current) setShown({ items: [...before.items, ...page.items], next: page.nextCursor, state: 'ready' });
    } catch {
      if (own === latest.current) setShown({ ...before, state: 'failed' });
    }
  }, []);

  useEffect(() => {
    const [source, entries] = JSON.parse(key);
    void fetch(source, Object.fromEntries(entries), none);
    return () => {
      latest.current++;
    };
  }, [key, fetch]);

  return {
    items: shown.items,
    state: shown.state,
    hasMore: shown.next !== null || shown.state === 'failed',
    more: () => void fetch(sourceId, filter, shown),
  };
}
