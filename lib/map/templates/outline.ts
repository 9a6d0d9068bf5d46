import { z } from 'zod';
import { type ArrangedMap, arrange } from '../arrange';
import type { JourneyMap } from '../journeyMap';

/** Steps whose feelings an outline keeps: it is drawn so small that more would not be seen. */
const mostPoints = 60;

/** What the choice of a template shows of it: its size, and how the main persona feels from step to step (null: not known). */
export const outlineSchema = z.object({
  stages: z.number().int().min(0),
  steps: z.number().int().min(0),
  moments: z.number().int().min(0),
  curve: z.array(z.number().min(-2).max(2).nullable()).max(mostPoints),
});
export type Outline = z.output<typeof outlineSchema>;

/** Reads an outline that was stored; of one that cannot be read, nothing is known. */
export function readOutline(value: unknown): Outline {
  return outlineSchema.safeParse(value).data ?? { stages: 0, steps: 0, moments: 0, curve: [] };
}

function curveOf({ steps, personas }: ArrangedMap): Outline['curve'] {
  const main = personas[0]?.id ?? '';
  const points = steps.map((step) => step.emotions.get(main) ?? null);
  if (points.length <= mostPoints) return points;
  // Of a very long journey, as many steps as fit, evenly spread.
  return Array.from(
    { length: mostPoints },
    (_, index) => points[Math.round((index * (points.length - 1)) / (mostPoints - 1))] ?? null,
  );
}

/** The outline of a map. */
export function outlineOf(map: JourneyMap): Outline {
  const arranged = arrange(map);
  return {
    stages: arranged.stages.length,
    steps: arranged.steps.length,
    moments: arranged.steps.filter(({ moment }) => moment !== undefined && moment !== null).length,
    curve: curveOf(arranged),
  };
}
