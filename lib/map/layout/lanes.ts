import { type ArrangedMap, cellKey } from '../arrange';
import type { Card } from '../card';
import type { Lane } from '../lane';
import { layoutCards, toneOf } from './cards';
import { layoutSaid } from './evidence/said';
import { type Columns, grid } from './grid';
import { heightOf, placeText } from './textBlock';
import { layoutTouchpoints } from './touchpoints';
import type { CardLayout, CellLayout, LaneLayout, LayoutOptions, SaidLayout, TouchpointLayout } from './types';
import { wrapOf } from './wrap';

const foldedHeight = 40;
const minHeight = 64;
const noCards: readonly Card[] = [];

export type LanesLayout = {
  lanes: LaneLayout[];
  cells: Map<string, CellLayout>;
  cards: CardLayout[];
  touchpoints: TouchpointLayout[];
  said: SaidLayout[];
  bottom: number;
};

/** A lane's own title, else the name of its kind. */
export function laneTitleOf(lane: Pick<Lane, 'title' | 'kind'>, labels: LayoutOptions['labels']): string {
  const title = lane.title.trim();
  return title === '' ? labels.laneKind[lane.kind] : title;
}

/** Lanes from `top` downwards, as high as their fullest cell, their title and their least height ask. */
export function layoutLanes(map: ArrangedMap, columns: Columns, options: LayoutOptions, top: number): LanesLayout {
  const wrap = wrapOf(options.measure);
  const personaIds = map.personas.map((persona) => persona.id);
  const tones = new Map(map.steps.map((step) => [step.id, toneOf(step, personaIds)]));
  const result: LanesLayout = { lanes: [], cells: new Map(), cards: [], touchpoints: [], said: [], bottom: top };

  const evidenceLaneId = map.lanes.find(({ kind }) => kind === 'evidence')?.id;

  for (const lane of map.lanes) {
    const y = result.bottom;
    const folded = lane.folded === true;
    const pad = folded ? (foldedHeight - 20) / 2 : grid.lanePadding;
    const titleLines = wrap(laneTitleOf(lane, options.labels), 'laneTitle', grid.header - 24);
    let contentHeight = Math.max(
      folded ? foldedHeight : minHeight,
      heightOf(titleLines.length, 'laneTitle') + 2 * pad + (folded ? 0 : 20),
    );
    if (!folded) {
      for (const { step, x, width } of columns.columns) {
        if (!step) continue;
        const cell = { x, y: y + pad, width };
        const chips = lane.kind === 'touchpoints' ? layoutTouchpoints(step.touchpoints, lane.id, cell, options) : null;
        const evidence = lane.id === evidenceLaneId ? options.evidence?.get(step.id) : undefined;
        const said = evidence ? layoutSaid(evidence, step.id, lane.id, cell, options) : null;
        const above = said ?? (chips && chips.touchpoints.length > 0 ? chips : null);
        const below = above ? above.bottom + grid.gap : cell.y;
        const cards = map.cells.get(cellKey(step.id, lane.id)) ?? noCards;
        const laid = layoutCards(cards, lane, tones.get(step.id) ?? 0, { ...cell, y: below }, options.measure, map.cardParts);
        for (const card of laid.cards) result.cards.push(card);
        for (const chip of chips?.touchpoints ?? []) result.touchpoints.push(chip);
        if (said) result.said.push(said.layout);
        const end = laid.cards.length > 0 ? laid.bottom : (above?.bottom ?? cell.y);
        contentHeight = Math.max(contentHeight, end + pad - y);
      }
    }
    const height = folded ? contentHeight : Math.max(contentHeight, lane.height ?? 0);
    for (const { step, x, width } of columns.columns) {
      if (step) result.cells.set(cellKey(step.id, lane.id), { stepId: step.id, laneId: lane.id, box: { x, y, width, height } });
    }
    // A single line of title stands level with the first line of a card.
    const titleTop = y + (folded ? pad : pad + 10);
    result.lanes.push({
      id: lane.id,
      kind: lane.kind,
      box: { x: grid.margin, y, width: columns.right - grid.margin, height },
      header: { x: grid.margin, y, width: grid.header, height },
      title: placeText(titleLines, 'laneTitle', { x: grid.margin, y: titleTop }),
      folded,
      contentHeight,
    });
    result.bottom = y + height;
  }
  return result;
}
