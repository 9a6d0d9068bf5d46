'use client';

import { CompareWith } from './CompareWith';
import { StepScores } from './StepScores';
import { TargetScores } from './TargetScores';
import { useTarget } from './useTarget';

/** Scores beside the map: of what is selected in detail, else of all steps; compared with the period before, or with a version. */
export function ScoresTab() {
  const target = useTarget();
  return (
    <div className="space-y-4 px-4 py-3">
      <CompareWith />
      {target ? <TargetScores key={`${target.type} ${target.id}`} target={target} /> : <StepScores />}
    </div>
  );
}
