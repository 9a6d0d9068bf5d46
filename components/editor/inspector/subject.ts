import type { ArrangedMap, ArrangedStage, ArrangedStep } from '@/lib/map/arrange';
import type { Card } from '@/lib/map/card';
import type { Lane } from '@/lib/map/lane';
import type { Transition } from '@/lib/map/transition';
import type { MapReference } from '../reference';

/** What the panel is about. */
export type Subject =
  | { type: 'map' }
  | { type: 'step'; step: ArrangedStep }
  | { type: 'stage'; stage: ArrangedStage }
  | { type: 'lane'; lane: Lane }
  | { type: 'cards'; cards: readonly Card[] }
  /** Several steps, or steps and cards. */
  | { type: 'several'; steps: readonly ArrangedStep[]; cards: readonly Card[] }
  | { type: 'transition'; transition: Transition };

const theMap: Subject = { type: 'map' };

function findCards(map: ArrangedMap, ids: ReadonlySet<string>): Card[] {
  const found: Card[] = [];
  for (const cell of map.cells.values()) for (const card of cell) if (ids.has(card.id)) found.push(card);
  return found;
}

/** More than one step, or steps together with cards; null for any other selection. */
function findSeveral(map: ArrangedMap, selected: readonly MapReference[]): Subject | null {
  const idsOf = (type: 'step' | 'card') => new Set(selected.flatMap((one) => (one.type === type ? [one.id] : [])));
  const steps = map.steps.filter(({ id }) => idsOf('step').has(id));
  const cards = steps.length === 0 ? [] : findCards(map, idsOf('card'));
  return steps.length > 1 || (steps.length > 0 && cards.length > 0) ? { type: 'several', steps, cards } : null;
}

/** What the panel shows for a selection: several cards or steps are shown together, else its last part decides. The map when nothing fits. */
export function subjectOf(map: ArrangedMap, selected: readonly MapReference[]): Subject {
  const last = selected.at(-1);
  if (!last) return theMap;
  const several = last.type === 'step' || last.type === 'card' ? findSeveral(map, selected) : null;
  if (several) return several;
  const stepOf = (id: string): Subject => {
    const step = map.steps.find((candidate) => candidate.id === id);
    return step ? { type: 'step', step } : theMap;
  };
  switch (last.type) {
    case 'step':
    case 'moment':
      return stepOf(last.id);
    case 'emotion':
    case 'cell':
      return stepOf(last.stepId);
    case 'touchpoint': {
      const step = map.steps.find(({ touchpoints }) => touchpoints.some(({ id }) => id === last.id));
      return step ? { type: 'step', step } : theMap;
    }
    case 'stage': {
      const stage = map.stages.find(({ id }) => id === last.id);
      return stage ? { type: 'stage', stage } : theMap;
    }
    case 'lane': {
      const lane = map.lanes.find(({ id }) => id === last.id);
      return lane ? { type: 'lane', lane } : theMap;
    }
    case 'transition': {
      const transition = map.transitions.find(({ id }) => id === last.id);
      return transition ? { type: 'transition', transition } : theMap;
    }
    case 'card': {
      const ids = new Set(selected.flatMap((reference) => (reference.type === 'card' ? [reference.id] : [])));
      const cards = findCards(map, ids);
      return cards.length > 0 ? { type: 'cards', cards } : theMap;
    }
    case 'meta':
      return theMap;
  }
}

/** Whether two subjects are made of the same records, so that nothing about them can look different. */
export function isSameSubject(one: Subject, other: Subject): boolean {
  const [left, right] = [recordsOf(one), recordsOf(other)];
  return one.type === other.type && left.length === right.length && left.every((record, at) => record === right[at]);
}

function recordsOf(subject: Subject): readonly object[] {
  switch (subject.type) {
    case 'map':
      return [];
    case 'step':
      return [subject.step];
    case 'stage':
      return [subject.stage];
    case 'lane':
      return [subject.lane];
    case 'transition':
      return [subject.transition];
    case 'several':
      return [...subject.steps, ...subject.cards];
    case 'cards':
      return subject.cards;
  }
}

/** One string per subject: a change of subject starts its fields anew, typing in them does not. */
export function subjectKey(subject: Subject): string {
  switch (subject.type) {
    case 'map':
      return 'map';
    case 'step':
      return `step:${subject.step.id}`;
    case 'stage':
      return `stage:${subject.stage.id}`;
    case 'lane':
      return `lane:${subject.lane.id}`;
    case 'transition':
      return `transition:${subject.transition.id}`;
    case 'several':
      return `several:${[...subject.steps, ...subject.cards].map(({ id }) => id).join()}`;
    case 'cards':
      return `cards:${subject.cards.map(({ id }) => id).join()}`;
  }
}
