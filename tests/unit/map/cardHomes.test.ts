import { expect, test } from 'vitest';
import { cardHomes } from '@/lib/map/cardHomes';
import { linksOf } from '@/lib/sources/links/evidenceTarget';
import { smallMap } from '../../builders/map';

const whole = smallMap();
const [card] = whole.cards;
const link = { id: 'link', target: { type: 'card' as const, id: card?.id ?? '' }, sourceId: 'survey', responseId: 'r1' };
const map = { ...whole, links: [link] };
const stepId = card?.pos.stepId ?? '';

test('a card with evidence is at home with its step', () => {
  expect(cardHomes(map, map.links)).toEqual(new Map([[link.target.id, stepId]]));
  expect(linksOf(map, { type: 'step', id: stepId }, { withCards: true })).toEqual([link]);
});

test('a card whose lane was deleted is with no step, as in the tray, and its quotes are not those of the step', () => {
  const without = { ...map, lanes: map.lanes.map((lane) => (lane.id === card?.pos.laneId ? { ...lane, deletedAt: 1 } : lane)) };
  expect(cardHomes(without, without.links)).toEqual(new Map());
  expect(linksOf(without, { type: 'step', id: stepId }, { withCards: true })).toEqual([]);
  expect(linksOf(without, link.target)).toEqual([link]);
});
