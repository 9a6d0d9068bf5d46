'use client';

import { useStore } from 'zustand';
import { useEditor } from '../session/EditorContext';
import { CompareWith } from './CompareWith';
import { KeptScores } from './KeptScores';
import { OfWhen } from './OfWhen';
import { StepScores } from './StepScores';
import { TargetScores } from './TargetScores';
import { useTarget } from './useTarget';

/**
 * Scores beside the map: of what is selected in detail, else of all steps; compared with the period before, or with a version. While a version is looked at,
 * those that are kept with it: what the server says in detail is of today.
 */
export function ScoresTab() {
  const { evidence } = useEditor();
  const isNow = useStore(evidence, (state) => state.isNow);
  const target = useTarget();
  const key = target && `${target.type} ${target.id}`;
  return (
    <div className="space-y-4 px-4 py-3">
      {isNow ? <CompareWith /> : <OfWhen />}
      {target && isNow ? <TargetScores key={key} target={target} /> : null}
      {target && !isNow ? <KeptScores target={target} /> : null}
      {target ? null : <StepScores />}
    </div>
  );
}
