import type { ArrangedMap } from '@/lib/map/arrange';
import type { WritePlace } from '@/lib/workshop/lockAt';
import type { Subject } from '../../inspector/subject';
import { placesOf } from './placesOf';

/** Where that stands which the panel is about. */
export function placesOfSubject(map: ArrangedMap, subject: Subject): WritePlace[] {
  const cards = (of: readonly { id: string }[]) => of.flatMap(({ id }) => placesOf(map, { type: 'card', id }));
  const steps = (of: readonly { id: string }[]) => of.flatMap(({ id }) => placesOf(map, { type: 'step', id }));
  switch (subject.type) {
    case 'map':
      return [{ kind: 'map' }];
    case 'step':
      return steps([subject.step]);
    case 'stage':
      return placesOf(map, { type: 'stage', id: subject.stage.id });
    case 'lane':
      return placesOf(map, { type: 'lane', id: subject.lane.id });
    case 'transition':
      return placesOf(map, { type: 'transition', id: subject.transition.id });
    case 'several':
      return [...steps(subject.steps), ...cards(subject.cards)];
    case 'cards':
      return cards(subject.cards);
  }
}
