'use client';

import { useEffect, useState } from 'react';
import { requestJson } from '@/components/workspace/request';
import type { ReadingPlan } from '@/lib/evidence/reading/readingPlan';
import { type PreviewedRow, previewSchema } from '../imports/fileImport';

type State = { rows: PreviewedRow[] | null; error: unknown; isReading: boolean };

/** Milliseconds for which a plan has to stay the same before its rows are asked for: numbers are typed digit by digit. */
const patience = 350;

/** The first rows as a plan reads them, anew whenever it changes. Null: there is no plan that could be read by yet. */
export function usePreview(importId: string, plan: ReadingPlan | null): State {
  const [state, setState] = useState<State>({ rows: null, error: null, isReading: true });
  const asked = plan && JSON.stringify({ plan });
  useEffect(() => {
    if (asked === null) return;
    let isStale = false;
    setState((before) => ({ ...before, isReading: true }));
    const timer = setTimeout(() => {
      requestJson('POST', `/api/v1/imports/${importId}/preview`, previewSchema, JSON.parse(asked))
        .then(({ rows }) => {
          if (!isStale) setState({ rows, error: null, isReading: false });
        })
        .catch((error: unknown) => {
          if (!isStale) setState((before) => ({ ...before, error, isReading: false }));
        });
    }, patience);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [importId, asked]);
  return state;
}
