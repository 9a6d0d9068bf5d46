import { channelSign } from '@/lib/map/layout/channelSigns';
import { movePath } from '@/lib/map/layout/movePath';
import { isCardColour } from '@/lib/map/layout/palette';
import { wordsOf } from '@/lib/map/layout/textBlock';
import { channelSignInset, channelSignSize } from '@/lib/map/layout/touchpoints';
import type { CardLayout, LaneLayout, TouchpointLayout } from '@/lib/map/layout/types';
import { drawAssumedBox } from './assumed';
import { drawBelowText, drawCardPictures, drawKindSign, drawVotes } from './cardParts';
import type { SceneContext } from './context';
import { contextOfCard, contextOfTouchpoint } from './emphasis';
import { drawSaid } from './evidence';

function drawCard(all: SceneContext, card: CardLayout): void {
  const context = contextOfCard(all, card);
  const { pen, colour } = context;
  const border = isCardColour(card.colour) ? { stroke: context.border(card.colour), strokeWidth: 1 } : {};
  const radius = card.shape === 'pill' ? Math.min(18, card.box.height / 2) : 6;
  if (context.layout.onlyAssumed?.has(card.id)) drawAssumedBox(context, card.box, colour(card.colour), radius);
  else pen.box(card.box, { fill: colour(card.colour), radius, ...border });
  drawCardPictures(context, card);
  drawKindSign(context, card);
  pen.text(card.text, colour('ink'));
  drawBelowText(context, card);
  drawVotes(context, card);
}

function drawTouchpoint(all: SceneContext, chip: TouchpointLayout): void {
  const { pen, colour, border } = contextOfTouchpoint(all, chip);
  const { box } = chip;
  pen.box(box, {
    fill: colour('surface'),
    stroke: border('plain'),
    strokeWidth: 1,
    radius: Math.min(18, box.height / 2),
  });
  const top = box.y + (box.height - channelSignSize) / 2;
  pen.path(movePath(channelSign(chip.channel), box.x + channelSignInset, top), { stroke: colour('evidence'), strokeWidth: 1.25 });
  pen.text(chip.text, colour('ink'));
}

function groupByLane<T extends { laneId: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.laneId);
    if (group) group.push(item);
    else groups.set(item.laneId, [item]);
  }
  return groups;
}

function drawFolded({ pen, colour }: SceneContext, lane: LaneLayout): void {
  const { header } = lane;
  const [x, y] = [header.x + header.width - 20, header.y + header.height / 2];
  pen.path(`M${x} ${y - 4}L${x + 4} ${y}L${x} ${y + 4}`, { stroke: colour('inkMuted'), strokeWidth: 1.5 });
}

/** Lanes with their titles, cards and touchpoints, row by row. */
export function drawLanes(context: SceneContext): void {
  const { layout, pen, colour } = context;
  const cards = groupByLane(layout.cards);
  const touchpoints = groupByLane(layout.touchpoints);
  const said = groupByLane(layout.said);
  for (const lane of layout.lanes) {
    pen.group({ kind: 'section', label: wordsOf(lane.title) }, () => {
      const { x, y, width } = lane.box;
      pen.line({ x, y }, { x: x + width, y }, { stroke: colour('line'), strokeWidth: 1 });
      pen.heading(2, lane.title, colour(lane.folded ? 'inkMuted' : 'ink'), lane.box);
      if (lane.folded) drawFolded(context, lane);
      for (const chip of touchpoints.get(lane.id) ?? []) drawTouchpoint(context, chip);
      for (const step of said.get(lane.id) ?? []) drawSaid(context, step);
      for (const card of cards.get(lane.id) ?? []) drawCard(context, card);
    });
  }
}
