'use client';

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Category } from '@/components/evidence/categories/categorySet';
import { useEditor } from '../session/EditorContext';
import { type ListedSource, listCategories, listSources, readSource, type SourceToAsk } from './evidenceRequests';

/** Asks again whenever the evidence on the map was fetched anew: somebody may have imported. The last answer stays until the next one. */
export function useAsked<Answer>(key: string | null, ask: (key: string) => Promise<Answer>): Answer | null {
  const { evidence } = useEditor();
  const answer = useStore(evidence, (state) => state.answer);
  const [known, setKnown] = useState<{ key: string; value: Answer } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `answer` says when to ask again.
  useEffect(() => {
    if (key === null) return;
    let isOver = false;
    ask(key).then(
      (value) => !isOver && setKnown({ key, value }),
      // What is known stays in sight; the next event asks again.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [key, ask, answer]);
  return known && known.key === key ? known.value : null;
}

/** The sources of a workspace; null until they are here. */
export const useSources = (workspaceId: string | null): ListedSource[] | null => useAsked(workspaceId, listSources);

const noCategories: readonly Category[] = [];

/** The contact reasons of a workspace; none until they are here, and where none is asked for. */
export const useCategories = (workspaceId: string | null): readonly Category[] =>
  useAsked(workspaceId, listCategories) ?? noCategories;

/** What a source asks, and what its answers are told apart by; null until it is here. */
export const useSource = (sourceId: string | null): SourceToAsk | null => useAsked(sourceId, readSource);
