import type { JourneyMap } from '@/lib/map/journeyMap';
import type { MapKind } from '@/lib/map/meta';
import { compareOrder } from '@/lib/map/order';

/** What the list of maps shows of a map. `persona` is the name of the main one. */
export type MapSummary = {
  title: string;
  persona: string;
  kind: MapKind;
  stageCount: number;
  stepCount: number;
  momentCount: number;
  /** Cards in the tray included. */
  cardCount: number;
};

// The list shows one line; a title may be a whole page.
const longestLine = 300;

const toLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, longestLine);

const isAlive = (record: { deletedAt?: number | undefined }): boolean => record.deletedAt === undefined;

/** Counts what is on a map. Deleted records do not count. */
export function summarizeMap(map: JourneyMap): MapSummary {
  const steps = map.steps.filter(isAlive);
  const stepIds = new Set(steps.map(({ id }) => id));
  const [main] = map.personas.filter(isAlive).sort(compareOrder);
  return {
    title: toLine(map.meta.title),
    persona: toLine(main?.name ?? ''),
    kind: map.meta.kind,
    stageCount: map.stages.filter(isAlive).length,
    stepCount: steps.length,
    momentCount: map.moments.filter((moment) => isAlive(moment) && stepIds.has(moment.stepId)).length,
    cardCount: map.cards.filter(isAlive).length,
  };
}
