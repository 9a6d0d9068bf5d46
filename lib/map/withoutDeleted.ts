import type { JourneyMap } from './journeyMap';
import { listLinks } from './listLinks';

const alive = (record: { deletedAt?: number | undefined }): boolean => record.deletedAt === undefined;

/**
 * A map without what was deleted, for leaving the tool: deleted records, and what hung on a deleted step, card, persona or department, are
 * left out, evidence of what is gone as well. Cards whose step or lane was deleted stay: nobody deleted them, they lie in the tray. Reasons stay as well: to have removed something has one, too.
 */
export function withoutDeleted(map: JourneyMap): JourneyMap {
  const steps = map.steps.filter(alive);
  const personas = map.personas.filter(alive);
  const departments = map.departments.filter(alive);
  const stepIds = new Set(steps.map(({ id }) => id));
  const personaIds = new Set(personas.map(({ id }) => id));
  const departmentIds = new Set(departments.map(({ id }) => id));
  const cards = map.cards.filter(alive);
  const cardIds = new Set(cards.map(({ id }) => id));
  return {
    meta: map.meta,
    stages: map.stages.filter(alive),
    steps,
    touchpoints: map.touchpoints.filter((touchpoint) => alive(touchpoint) && stepIds.has(touchpoint.pos.stepId)),
    departments,
    stepDepartments: map.stepDepartments.filter((part) => stepIds.has(part.stepId) && departmentIds.has(part.departmentId)),
    personas,
    emotions: map.emotions.filter((emotion) => stepIds.has(emotion.stepId) && personaIds.has(emotion.personaId)),
    moments: map.moments.filter((moment) => alive(moment) && stepIds.has(moment.stepId)),
    lanes: map.lanes.filter(alive),
    cards,
    attachments: map.attachments.filter((attachment) => alive(attachment) && cardIds.has(attachment.pos.cardId)),
    cardTags: map.cardTags.filter(({ cardId }) => cardIds.has(cardId)),
    cardLinks: map.cardLinks.filter((link) => alive(link) && cardIds.has(link.pos.cardId)),
    transitions: map.transitions.filter(
      (transition) => alive(transition) && stepIds.has(transition.from) && (transition.to === null || stepIds.has(transition.to)),
    ),
    links: listLinks(map),
    reasons: map.reasons.filter(alive),
  };
}
