import { describe, expect, it } from 'vitest';
import { evidenceTargetAt } from '@/components/editor/evidence/dropTarget';
import { linkTargetOf } from '@/components/editor/evidence/linkTargets';
import { indexOf, serviceCall } from '../editorFixture';

const index = indexOf(serviceCall());
const [step] = index.steps;
const [card] = index.layout.cards;
if (!step || !card) throw new Error('the map is empty');

describe('what evidence can be about', () => {
  it('is a step, card, way or moment; a step for what belongs to one; nothing for the rest', () => {
    const { map } = index;
    const touchpoint = map.steps.flatMap(({ id, touchpoints }) => touchpoints.map((one) => ({ ...one, stepId: id })))[0];
    for (const type of ['step', 'card', 'transition', 'moment'] as const)
      expect(linkTargetOf(map, { type, id: 'x' })).toEqual({ type, id: 'x' });
    expect(linkTargetOf(map, { type: 'emotion', stepId: step.id, personaId: 'p' })).toEqual({ type: 'step', id: step.id });
    expect(linkTargetOf(map, { type: 'cell', stepId: 'gone', laneId: 'l' })).toBeNull();
    expect(linkTargetOf(map, { type: 'touchpoint', id: touchpoint?.id ?? '' })).toEqual({ type: 'step', id: touchpoint?.stepId });
    expect(linkTargetOf(map, { type: 'lane', id: 'l' })).toBeNull();
    expect(linkTargetOf(map, null)).toBeNull();
  });

  it('is what a quote is dropped on, or the step in whose column that is', () => {
    const centre = { x: card.box.x + card.box.width / 2, y: card.box.y + card.box.height / 2 };
    expect(evidenceTargetAt(index, centre)).toEqual({ type: 'card', id: card.id });
    const belowLanes = { x: step.column.x + 4, y: step.column.y + step.column.height + 30 };
    expect(evidenceTargetAt(index, belowLanes)).toEqual({ type: 'step', id: step.id });
    expect(evidenceTargetAt(index, { x: -500, y: 0 })).toBeNull();
  });
});
