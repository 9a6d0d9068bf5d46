import type { ComparedStates } from '../../compare/compareStates';
import type { Move } from '../../diff/mapDiff';
import { readStandings } from '../../diff/standings';
import type { Box, MapLayout, Point } from '../types';

/** The way of something that moved, from where it was: SVG path data, and the tip of its arrow with its direction. */
export type MoveArrow = { key: string; path: string; arrow: Point & { angle: number } };

/** More of them would hide the map. */
const mostArrows = 120;
const round = (value: number): number => Math.round(value * 10) / 10;

/** The arrows of cards that moved to another place, and of steps that moved among the others. */
export function layoutMoves({ union, diff, before }: ComparedStates, layout: MapLayout): MoveArrow[] {
  const cards = new Map(layout.cards.map(({ id, box }) => [id, box]));
  const arrows: MoveArrow[] = [];
  for (const [ghost, id] of union.ghosts) {
    const [from, to] = [cards.get(ghost), cards.get(id)];
    if (from && to) arrows.push(between(`cards ${id}`, from, to));
  }
  const steps = new Map(layout.steps.map(({ id, box }) => [id, box]));
  const moved = diff.differences.filter((one): one is Move => one.kind === 'moved' && one.collection === 'steps');
  const movedIds = new Set(moved.map(({ id }) => id));
  const lists = readStandings(before, 'steps').lists;
  for (const { id } of moved) {
    const to = steps.get(id);
    const list = [...lists.values()].find((ids) => ids.includes(id)) ?? [];
    const place = list.indexOf(id);
    const left = list.slice(0, Math.max(0, place)).findLast((other) => !movedIds.has(other) && steps.has(other));
    const right = list.slice(place + 1).find((other) => !movedIds.has(other) && steps.has(other));
    const box = left === undefined ? (right === undefined ? undefined : steps.get(right)) : steps.get(left);
    if (!to || !box || place < 0) continue;
    const x = left === undefined ? box.x - 4 : box.x + box.width + 4;
    arrows.push(above(`steps ${id}`, x, to));
  }
  return arrows.slice(0, mostArrows);
}

/** From the middle of one box to the nearest edge of another, slightly bent, so that it can be told from what is straight. */
function between(key: string, from: Box, to: Box): MoveArrow {
  const start = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
  const centre = { x: to.x + to.width / 2, y: to.y + to.height / 2 };
  const isBeside = Math.abs(centre.x - start.x) > to.width / 2;
  const end = isBeside
    ? { x: centre.x > start.x ? to.x - 2 : to.x + to.width + 2, y: centre.y }
    : { x: centre.x, y: centre.y > start.y ? to.y - 2 : to.y + to.height + 2 };
  const bend = isBeside
    ? { x: (start.x + end.x) / 2, y: Math.min(start.y, end.y) - 24 }
    : { x: start.x + 40, y: (start.y + end.y) / 2 };
  return arc(key, start, bend, end);
}

/** From a gap between two steps over the headers to one of them. */
function above(key: string, x: number, to: Box): MoveArrow {
  const start = { x, y: to.y + 2 };
  const end = { x: to.x + to.width / 2, y: to.y - 2 };
  return arc(key, start, { x: (x + end.x) / 2, y: to.y - 30 }, end);
}

function arc(key: string, start: Point, bend: Point, end: Point): MoveArrow {
  const angle = Math.atan2(end.y - bend.y, end.x - bend.x);
  const p = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
  return { key, path: `M${p(start)}Q${p(bend)} ${p(end)}`, arrow: { ...end, angle } };
}
