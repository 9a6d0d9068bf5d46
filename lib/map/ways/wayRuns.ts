import type { Way } from './way';

/** Steps that follow each other, by their numbers, and how one came to the first of them from the run before. */
export type WayRun = { from: number; to: number; by: 'start' | 'ahead' | 'back' | 'again' };

/** A way as a few runs of numbers: 1–7, back to 4–9. */
export function wayRuns(way: Pick<Way, 'steps'>, numbers: ReadonlyMap<string, number>): WayRun[] {
  const runs: WayRun[] = [];
  for (const stepId of way.steps) {
    const number = numbers.get(stepId) ?? 0;
    const last = runs.at(-1);
    if (!last) runs.push({ from: number, to: number, by: 'start' });
    else if (number === last.to + 1) last.to = number;
    else runs.push({ from: number, to: number, by: number === last.to ? 'again' : number < last.to ? 'back' : 'ahead' });
  }
  return runs;
}
