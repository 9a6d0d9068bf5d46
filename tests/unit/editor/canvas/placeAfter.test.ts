import { describe, expect, it } from 'vitest';
import { findBoxOf } from '@/components/editor/canvas/geometry/boxOf';
import { placeAfter } from '@/components/editor/canvas/geometry/placeAfter';
import type { MapReference } from '@/components/editor/reference';
import { deleteCards } from '@/lib/document/operations/cards';
import { foldLane } from '@/lib/document/operations/lanes';
import { first, indexOf, serviceCall } from '../editorFixture';

const index = indexOf(serviceCall());
const laid = first(index.layout.cards);
const card: MapReference = { type: 'card', id: laid.id };
const box = findBoxOf(index, card) ?? laid.box;

describe('where the keyboard goes on after a card that has left the map', () => {
  it('is what lies where it was', () => {
    const doc = serviceCall();
    deleteCards(doc, { ids: [laid.id] });
    const after = indexOf(doc);
    const next = after.layout.cards.find(({ stepId, laneId }) => stepId === laid.stepId && laneId === laid.laneId);
    const there = next ? { type: 'card', id: next.id } : { type: 'cell', stepId: laid.stepId, laneId: laid.laneId };
    expect(placeAfter(after, card, box)).toEqual(there);
  });

  it('is its lane, where that was folded', () => {
    const doc = serviceCall();
    foldLane(doc, { id: laid.laneId, folded: true });
    const after = indexOf(doc);
    expect(after.cards.has(laid.id)).toBe(false);
    expect(placeAfter(after, card, box)).toEqual({ type: 'lane', id: laid.laneId });
  });

  it('is nothing, where the map does not reach any more', () => {
    expect(placeAfter(index, { type: 'card', id: 'gone' }, { x: 1e6, y: 1e6, width: 10, height: 10 })).toBeNull();
  });
});
