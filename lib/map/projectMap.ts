import type { JourneyMap } from './journeyMap';
import { withoutDeleted } from './withoutDeleted';

/**
 * What of a map is shown to whoever gets a link: what is drawn on it, and nothing else. Left out are deleted things, hidden lanes with their
 * cards, cards in the tray, notes, descriptions of personas, where evidence comes from, and why the map differs from another one.
 */
export function projectMap(map: JourneyMap): JourneyMap {
  const whole = withoutDeleted(map);
  const lanes = whole.lanes.filter(({ hidden }) => !hidden);
  const laneIds = new Set(lanes.map(({ id }) => id));
  const stepIds = new Set(whole.steps.map(({ id }) => id));
  const cards = whole.cards.filter(({ pos }) => laneIds.has(pos.laneId) && stepIds.has(pos.stepId));
  const cardIds = new Set(cards.map(({ id }) => id));
  // Channels stand in the heads of steps; what touchpoints are called stands in their lane only.
  const isNamed = lanes.some(({ kind }) => kind === 'touchpoints');
  return {
    ...whole,
    meta: { ...whole.meta, notes: '' },
    stages: whole.stages.map(({ mergedTexts: _texts, mergedInto: _into, ...stage }) => stage),
    steps: whole.steps.map(({ mergedTexts: _texts, mergedInto: _into, ...step }) => ({ ...step, notes: '' })),
    touchpoints: isNamed ? whole.touchpoints : whole.touchpoints.map((touchpoint) => ({ ...touchpoint, name: '' })),
    personas: whole.personas.map((persona) => ({ ...persona, description: '' })),
    lanes,
    cards,
    attachments: whole.attachments.filter(({ pos }) => cardIds.has(pos.cardId)),
    cardTags: whole.cardTags.filter(({ cardId }) => cardIds.has(cardId)),
    cardLinks: whole.cardLinks.filter(({ pos }) => cardIds.has(pos.cardId)),
    links: [],
    reasons: [],
  };
}
