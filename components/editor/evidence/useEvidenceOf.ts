'use client';

import { useLayoutEffect, useState } from 'react';
import type { MapPermissions } from '../shell/mapPermissions';
import { createEvidenceStore, type EvidenceStore } from './evidenceStore';

/** What customers said about the open map, with what this person may see of it, which can change while it is open. */
export function useEvidenceOf({ mayReadFigures, mayReadAnswers }: MapPermissions): EvidenceStore {
  const [evidence] = useState(createEvidenceStore);
  useLayoutEffect(() => {
    evidence.getState().allow({ mayRead: mayReadFigures, mayReadAnswers });
  }, [evidence, mayReadFigures, mayReadAnswers]);
  return evidence;
}
