import { describe, expect, it } from 'vitest';
import { firstReference, neighbour, nextStop, rowEnd } from '@/components/editor/canvas/geometry/neighbours';
import { type MapReference, referenceKey } from '@/components/editor/reference';
import { cardsIn, first, indexOf, serviceCall } from '../editorFixture';

const doc = serviceCall();
const index = indexOf(doc);
const step = (number: number): MapReference => ({ type: 'step', id: index.map.steps[number - 1]?.id ?? '' });
const card = (id: string | undefined): MapReference => ({ type: 'card', id: id ?? '' });

describe('arrow keys', () => {
  it('go along the steps, up to their stage and down into the first lane', () => {
    expect(neighbour(index, step(1), 'right')).toEqual(step(2));
    expect(neighbour(index, step(1), 'left')).toBeNull();
    expect(neighbour(index, step(1), 'up')).toEqual({ type: 'stage', id: first(index.layout.stages).id });
    expect(neighbour(index, step(1), 'down')).toEqual(card(cardsIn(doc, 1, 0)[0]));
  });

  it('go through the cards of a cell and on to the next lane, and back the same way', () => {
    const cards = cardsIn(doc, 1, 0);
    expect(cards.length).toBeGreaterThan(1);
    expect(neighbour(index, card(cards[0]), 'down')).toEqual(card(cards[1]));
    const below = neighbour(index, card(cards.at(-1)), 'down');
    expect(below && neighbour(index, below, 'up')).toEqual(card(cards.at(-1)));
    expect(neighbour(index, card(cards[0]), 'up')).toEqual(step(1));
  });

  it('go to the card of the same rank in the next cell, and to the lane at the left edge', () => {
    const [here, there] = [cardsIn(doc, 1, 0), cardsIn(doc, 2, 0)];
    expect(neighbour(index, card(here[1]), 'right')).toEqual(card(there[1]));
    const lane = { type: 'lane', id: first(index.lanes).id } as const;
    expect(neighbour(index, card(here[0]), 'left')).toEqual(lane);
    expect(neighbour(index, lane, 'right')).toEqual(card(here[0]));
  });

  it('leave no place on the map that they came to', () => {
    const seen = new Map<string, MapReference>([[referenceKey(firstReference(index)), firstReference(index)]]);
    const queue = [firstReference(index)];
    for (let at = queue.pop(); at; at = queue.pop()) {
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        const next = neighbour(index, at, direction);
        if (!next || seen.has(referenceKey(next))) continue;
        seen.set(referenceKey(next), next);
        queue.push(next);
      }
    }
    const keys = [...seen.keys()];
    for (const { id } of index.layout.cards) expect(keys).toContain(`card:${id}`);
    for (const { id } of index.layout.touchpoints) expect(keys).toContain(`touchpoint:${id}`);
    for (const { id } of index.layout.stages) expect(keys).toContain(`stage:${id}`);
    for (const { id } of index.lanes) expect(keys).toContain(`lane:${id}`);
    expect(keys).toContain('meta:title');
  });
});

describe('Tab', () => {
  it('walks from the title to the last cell and leaves there, once past every cell', () => {
    const stops: string[] = [];
    let at: MapReference | null = { type: 'meta', field: 'title' };
    while (at && stops.length < 2000) {
      stops.push(referenceKey(at));
      at = nextStop(index, at, 1);
    }
    expect(new Set(stops).size).toBe(stops.length);
    expect(stops.length).toBeGreaterThan(index.steps.length * index.lanes.length);
    expect(stops.filter((key) => key.startsWith('transition:'))).toHaveLength(index.layout.transitions.length);
    expect(stops.filter((key) => key.startsWith('emotion:')).length).toBeGreaterThan(0);
    const back: string[] = [];
    at = index.steps.length > 0 ? rowEnd(index, step(1), 'last', true) : null;
    while (at && back.length < 2000) {
      back.push(referenceKey(at));
      at = nextStop(index, at, -1);
    }
    expect(back.toReversed()).toEqual(stops);
  });
});

describe('Home and End', () => {
  it('go to the ends of the row, and with Ctrl of the map', () => {
    expect(rowEnd(index, step(3), 'first', false)).toEqual(step(1));
    expect(rowEnd(index, step(3), 'last', false)).toEqual(step(index.steps.length));
    expect(rowEnd(index, card(cardsIn(doc, 3, 0)[0]), 'first', false)).toEqual(card(cardsIn(doc, 1, 0)[0]));
    expect(rowEnd(index, step(3), 'first', true)).toEqual({ type: 'meta', field: 'title' });
  });
});
