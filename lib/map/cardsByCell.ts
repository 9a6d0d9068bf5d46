import type { Card } from './card';
import type { JourneyMap } from './journeyMap';
import { compareOrder } from './order';

/** Living cards of a step in a lane, in their order. */
export type CardsOf = (stepId: string, laneId: string) => readonly Card[];

/** The cards of every cell, also in lanes that are folded or otherwise not shown. */
export function cardsByCell({ cards }: Pick<JourneyMap, 'cards'>): CardsOf {
  const cells = new Map<string, Card[]>();
  for (const card of cards) {
    if (card.deletedAt !== undefined) continue;
    const key = `${card.pos.stepId}:${card.pos.laneId}`;
    const cell = cells.get(key);
    if (cell) cell.push(card);
    else cells.set(key, [card]);
  }
  for (const cell of cells.values()) {
    cell.sort((a, b) => compareOrder({ id: a.id, order: a.pos.order }, { id: b.id, order: b.pos.order }));
  }
  return (stepId, laneId) => cells.get(`${stepId}:${laneId}`) ?? [];
}
