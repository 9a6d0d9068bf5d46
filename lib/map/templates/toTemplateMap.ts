import type { JourneyMap } from '../journeyMap';
import { withoutDeleted } from '../withoutDeleted';
import { withoutVotes } from '../withoutVotes';

/** What a template takes along of a map: all that is on it, or its structure alone. */
export const templateScopes = ['everything', 'structure'] as const;
export type TemplateScope = (typeof templateScopes)[number];

/**
 * What a template keeps of a map. Never what was deleted, the links to evidence, the reasons why it differs from another map, and the day that the map showed: they belong to that one map. Nor
 * what people voted for, nor pictures and files: the map holds their bytes, and a template would show holes as soon as they or the map are gone.
 * `structure` keeps stages, steps, lanes, personas, departments, touchpoints, ways and where the all-or-nothing moments are, and leaves behind
 * what was found out about them: cards, feelings, notes, times, shares, and how a step is known.
 */
export function toTemplateMap(map: JourneyMap, scope: TemplateScope): JourneyMap {
  const live = withoutVotes(withoutDeleted({ ...map, links: [], attachments: [], reasons: [] }));
  const whole: JourneyMap = { ...live, meta: { ...live.meta, asOf: '' } };
  if (scope === 'everything') return whole;
  // Once more: what hangs on the cards goes with them.
  return withoutDeleted({
    ...whole,
    meta: { ...whole.meta, notes: '' },
    steps: whole.steps.map(({ duration: _duration, waiting: _waiting, ...step }) => ({
      ...step,
      notes: '',
      evidenceLevel: 'assumed',
    })),
    cards: [],
    emotions: [],
    moments: whole.moments.map((moment) => ({ ...moment, stays: '', leaves: '', gate: 'unknown' })),
    transitions: whole.transitions.map(({ share: _share, ...transition }) => transition),
  });
}
