'use client';

import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { RequestError, requestJson } from '@/components/workspace/request';
import type { InspectionChoices } from '@/lib/evidence/reading/inspection';
import { type ReadingPlan, readingPlanSchema } from '@/lib/evidence/reading/readingPlan';
import { inspectedSchema } from '../imports/fileImport';

/** A file as the server understands it, with the plan that it makes of it. */
export type Inspected = Omit<z.output<typeof inspectedSchema>, 'plan'> & { plan: ReadingPlan };

type State = { inspected: Inspected | null; error: unknown; isLooking: boolean };

const likelyTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * Has a file that lies ready looked at, again whenever other choices are made. What was found last stays in sight until something else is found, also
 * when a choice makes the file unreadable (`error`).
 */
export function useInspection(importId: string, choices: InspectionChoices): State & { again: () => void } {
  const [state, setState] = useState<State>({ inspected: null, error: null, isLooking: true });
  const [turn, setTurn] = useState(0);
  const asked = JSON.stringify(choices);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` only asks once more
  useEffect(() => {
    let isStale = false;
    setState((before) => ({ ...before, isLooking: true }));
    const body: unknown = { likelyTimeZone: likelyTimeZone(), ...JSON.parse(asked) };
    requestJson('POST', `/api/v1/imports/${importId}/inspect`, inspectedSchema, body)
      .then((found) => {
        const plan = readingPlanSchema.safeParse(found.plan);
        if (!plan.success) throw new RequestError('unexpected', null);
        if (!isStale) setState({ inspected: { ...found, plan: plan.data }, error: null, isLooking: false });
      })
      .catch((error: unknown) => {
        if (!isStale) setState((before) => ({ ...before, error, isLooking: false }));
      });
    return () => {
      isStale = true;
    };
  }, [importId, asked, turn]);
  return { ...state, again: () => setTurn((before) => before + 1) };
}
