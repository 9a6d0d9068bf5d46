import type { JourneyMap } from '../journeyMap';
import { withoutDeleted } from '../withoutDeleted';

/**
 * What of a map is compared: what stands on it, the tray included. Left out are deleted things with what hangs on them, what the document
 * remembers for itself (where merged things went, and which silent round a card came from), and the votes for a card, which are no content.
 */
export function toStandingMap(map: JourneyMap): JourneyMap {
  const whole = withoutDeleted(map);
  return {
    ...whole,
    stages: whole.stages.map((stage) => without(stage, ['mergedInto', 'mergedTexts'])),
    steps: whole.steps.map((step) => without(step, ['mergedInto', 'mergedTexts'])),
    cards: whole.cards.map((card) => without(card, ['round', 'votes'])),
  };
}

/** The record without optional fields; the same object when it has none of them. */
function without<T extends object>(record: T, fields: readonly (keyof T & string)[]): T {
  if (fields.every((field) => record[field] === undefined)) return record;
  const rest = { ...record };
  for (const field of fields) delete rest[field];
  return rest;
}
