import { type EvidenceLevel, evidenceLevels } from '@/lib/map/evidenceLevel';
import type { Step } from '@/lib/map/step';

/** The sum of what is known; undefined when nothing is. */
export function sumOf(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined);
  return known.length === 0
    ? undefined
    : Math.min(
        Number.MAX_VALUE,
        known.reduce((sum, number) => sum + number, 0),
      );
}

/** A merged step is known no better than the least known of its parts. */
export function mergedEvidenceLevel(steps: readonly Pick<Step, 'evidenceLevel'>[]): EvidenceLevel {
  const ranks = steps.map(({ evidenceLevel }) => evidenceLevels.indexOf(evidenceLevel));
  return evidenceLevels[Math.min(...ranks)] ?? 'assumed';
}
