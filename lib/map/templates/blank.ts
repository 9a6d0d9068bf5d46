import type { JourneyMap } from '../journeyMap';
import type { LaneKind } from '../lane';
import { MapDraft } from '../mapDraft';

/** The lanes that nearly every journey map has, in the order in which a group fills them. */
export const usualLanes = [
  'doing',
  'thinking',
  'feeling',
  'touchpoints',
  'painPoints',
  'opportunities',
] as const satisfies readonly LaneKind[];

/** What a facilitator would draw on the wall before people come in: a persona to name, three stages with a step each, the usual lanes. */
export function blank(text: { stages: readonly string[] }): JourneyMap {
  const draft = new MapDraft();
  draft.addPersona('');
  for (const kind of usualLanes) draft.addLane(kind);
  for (const title of text.stages) draft.addStep(draft.addStage(title), '');
  return draft.toMap();
}
