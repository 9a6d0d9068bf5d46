'use client';

import { useEffect, useState } from 'react';
import { z } from 'zod';
import { type InspectionChoices, inspectionChoicesSchema } from '@/lib/evidence/reading/inspection';
import { noEdits, type PlanEdits, planEditsSchema } from './planEdits';

const draftSchema = z.object({ choices: inspectionChoicesSchema, edits: planEditsSchema });
type Draft = { choices: InspectionChoices; edits: PlanEdits };

const keyOf = (importId: string): string => `wegmarke-reading-${importId}`;

function readDraft(importId: string): Draft {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(keyOf(importId)) ?? 'null');
    const draft = draftSchema.safeParse(stored);
    if (draft.success) return draft.data;
  } catch {
    // No storage, or nothing that can be read: it begins anew.
  }
  return { choices: {}, edits: noEdits };
}

/** What somebody has settled about a file so far; a page that is loaded again in the same tab goes on with it. */
export function useDraft(importId: string): { draft: Draft; change: (change: Partial<Draft>) => void; forget: () => void } {
  const [draft, setDraft] = useState(() => readDraft(importId));
  useEffect(() => {
    try {
      sessionStorage.setItem(keyOf(importId), JSON.stringify(draft));
    } catch {
      // Then it lasts as long as the page.
    }
  }, [importId, draft]);
  return {
    draft,
    change: (change) => setDraft((before) => ({ ...before, ...change })),
    forget: () => {
      try {
        sessionStorage.removeItem(keyOf(importId));
      } catch {
        // Nothing was kept.
      }
    },
  };
}
