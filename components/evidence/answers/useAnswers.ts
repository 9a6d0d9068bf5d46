'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { requestJson } from '@/components/workspace/request';
import type { Answer } from './answer';
import { answerPageSchema } from './answer';

type State = { items: Answer[]; next: string | null; isFetching: boolean; error: unknown };

const pageSize = 25;

/** Answers of a source, page by page; from the first page again whenever the query is another one, or `turn` is. */
export function useAnswers(
  sourceId: string,
  query: Readonly<Record<string, string>>,
  turn: number,
): State & { more: () => void } {
  const [state, setState] = useState<State>({ items: [], next: null, isFetching: true, error: null });
  const asked = JSON.stringify(query);
  const current = useRef(0);

  const fetchPage = useCallback(
    async (cursor: string | null) => {
      const ticket = ++current.current;
      setState((before) => ({ ...(cursor === null ? { items: [], next: null } : before), isFetching: true, error: null }));
      const search = new URLSearchParams({
        ...JSON.parse(asked),
        limit: String(pageSize),
        ...(cursor === null ? {} : { cursor }),
      });
      try {
        const page = await requestJson('GET', `/api/v1/sources/${sourceId}/answers?${search}`, answerPageSchema);
        if (ticket !== current.current) return;
        setState((before) => ({
          items: [...before.items, ...page.items],
          next: page.nextCursor,
          isFetching: false,
          error: null,
        }));
      } catch (error) {
        if (ticket === current.current) setState((before) => ({ ...before, isFetching: false, error }));
      }
    },
    [sourceId, asked],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks for the same once more
  useEffect(() => {
    void fetchPage(null);
    return () => {
      current.current++;
    };
  }, [fetchPage, turn]);

  return { ...state, more: () => void fetchPage(state.next) };
}
