import { cellKey } from '@/lib/map/arrange';
import type { Box, LaneLayout, StepLayout } from '@/lib/map/layout/types';
import { type MapReference, referenceKey } from '../../reference';
import { listCell, type MapIndex } from '../geometry/mapIndex';
import type { Visible } from '../geometry/visible';
import type { MapNode, Whereabouts } from './mapNode';
import { sameData } from './sameData';

type Draft = {
  [Type in MapNode['type'] & string]: { type: Type; data: Extract<MapNode, { type: Type }>['data'] };
}[MapNode['type'] & string];

/** React Flow's own name for the role of a node says nothing to a person. */
const domAttributes = { 'aria-roledescription': undefined };

/**
 * The layout knows how large a node is, and it has no handles: with both said, React Flow need not look at the page for them, and renders a new node once
 * instead of twice.
 */
const known = ({ width, height }: Box) => ({ measured: { width, height }, handles: noHandles });
const noHandles: never[] = [];

function toNode(id: string, box: Box, draft: Draft, zIndex: number): MapNode {
  return {
    id,
    ...draft,
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    ...known(box),
    zIndex,
    domAttributes,
  } as MapNode;
}

function whereabouts(index: MapIndex, stepId: string, laneId: string): Whereabouts {
  return { number: index.stepById.get(stepId)?.number ?? 0, step: index.stepRecords.get(stepId)?.title ?? '', laneId };
}

/** Layers: later ones are drawn over earlier ones. What is edited comes last, since its text may grow beyond its box. */
const layers = { lane: 0, curve: 1, cell: 2, item: 3, header: 4, edited: 10 };

/**
 * The nodes of what is in view, in reading order, and of what must be there wherever it is (`pinned`: selected, edited).
 * A node whose data and place did not change keeps its identity, so that React Flow and React leave it alone.
 */
export function buildNodes(
  index: MapIndex,
  visible: Visible,
  pinned: readonly MapReference[],
  editing: MapReference | null,
  previous: ReadonlyMap<string, MapNode>,
): MapNode[] {
  const { layout } = index;
  const nodes = new Map<string, MapNode>();
  const editingKey = editing ? referenceKey(editing) : '';

  const add = (id: string, box: Box, draft: Draft, layer: number): void => {
    const zIndex = id === editingKey ? layers.edited : layer;
    const before = previous.get(id);
    const unchanged =
      before !== undefined &&
      before.type === draft.type &&
      before.position.x === box.x &&
      before.position.y === box.y &&
      before.width === box.width &&
      before.height === box.height &&
      before.zIndex === zIndex &&
      sameData(before.data, draft.data);
    nodes.set(id, unchanged ? before : toNode(id, box, draft, zIndex));
  };
  const number = (stepId: string): number => index.stepById.get(stepId)?.number ?? 0;

  const isAssumed = (id: string): boolean => layout.onlyAssumed?.has(id) ?? false;

  const addTitle = (): void =>
    add('title', layout.title.box, { type: 'title', data: { title: layout.title, kind: index.map.meta.kind } }, layers.header);
  const addCurve = (): void => add('curve', layout.curve.box, { type: 'curve', data: { curve: layout.curve } }, layers.curve);
  const addStage = (id: string): void => {
    const stage = index.stageById.get(id);
    if (!stage) return;
    const stepCount = index.map.stages.find((record) => record.id === id)?.steps.length ?? 0;
    const data = { stage, first: layout.stages[0]?.id === id, stepCount };
    add(`stage:${id}`, stage.box, { type: 'stage', data }, layers.header);
  };
  const addStep = (step: StepLayout): void => {
    const record = index.stepRecords.get(step.id);
    if (!record) return;
    const stage = index.map.stages.find(({ id }) => id === record.pos.stageId)?.title.trim() ?? '';
    add(`step:${step.id}`, step.box, { type: 'step', data: { step, record, stage, assumed: isAssumed(step.id) } }, layers.header);
  };
  const addLane = (lane: LaneLayout): void =>
    add(`lane:${lane.id}`, lane.box, { type: 'lane', data: { lane, last: index.lanes.at(-1)?.id === lane.id } }, layers.lane);
  const addCard = (id: string): void => {
    const card = index.cards.get(id);
    if (!card) return;
    const key = `card:${id}`;
    const words = index.cardRecords.get(id)?.text.trim().replace(/\s+/g, ' ') ?? '';
    const data = { card, words, at: whereabouts(index, card.stepId, card.laneId), assumed: isAssumed(id) };
    const before = key === editingKey ? previous.get(key) : undefined;
    // Words that are being written stand in their text field: the node need not follow each letter.
    if (before?.type === 'card')
      Object.assign(data, { words: before.data.words, card: { ...card, text: before.data.card.text } });
    add(key, card.box, { type: 'card', data }, layers.item);
  };
  const addTouchpoint = (id: string): void => {
    const touchpoint = index.touchpoints.get(id);
    if (!touchpoint) return;
    const at = whereabouts(index, touchpoint.stepId, touchpoint.laneId);
    add(`touchpoint:${id}`, touchpoint.box, { type: 'touchpoint', data: { touchpoint, at } }, layers.item);
  };
  const addCell = (stepId: string, laneId: string): void => {
    const cell = layout.cells.get(cellKey(stepId, laneId));
    if (!cell) return;
    const empty = listCell(index, stepId, laneId)[0]?.type === 'cell';
    add(
      `cell:${stepId}:${laneId}`,
      cell.box,
      { type: 'cell', data: { cell, at: whereabouts(index, stepId, laneId), empty } },
      layers.cell,
    );
  };
  const addTransition = (id: string): void => {
    const transition = index.transitions.get(id);
    const record = index.map.transitions.find((candidate) => candidate.id === id);
    if (!transition || !record) return;
    const data = { transition, from: number(record.from), to: record.to === null ? null : number(record.to) };
    // Its path is drawn from the map's own corner.
    add(`transition:${id}`, { x: 0, y: 0, width: 1, height: 1 }, { type: 'transition', data }, layers.header);
  };

  if (visible.title) addTitle();
  for (const { id } of visible.transitions) addTransition(id);
  for (const { id } of visible.stages) addStage(id);
  for (const step of visible.steps) addStep(step);
  if (layout.loss && (visible.curve || visible.steps.length > 0)) {
    // Drawn from the map’s own corner, as transitions are.
    add('loss', { x: 0, y: 0, width: 1, height: 1 }, { type: 'loss', data: { loss: layout.loss } }, layers.lane);
  }
  if (visible.curve) addCurve();
  for (const lane of visible.lanes) {
    addLane(lane);
    for (const { id, laneId } of visible.touchpoints) if (laneId === lane.id) addTouchpoint(id);
    for (const said of visible.said) {
      if (said.laneId !== lane.id) continue;
      const at = whereabouts(index, said.stepId, said.laneId);
      add(`said:${said.stepId}`, said.box, { type: 'said', data: { said, at } }, layers.item);
    }
    for (const { id, laneId } of visible.cards) if (laneId === lane.id) addCard(id);
  }
  if (visible.legend) add('legend', layout.legend.box, { type: 'legend', data: { legend: layout.legend } }, layers.lane);

  for (const reference of pinned) {
    switch (reference.type) {
      case 'card':
        addCard(reference.id);
        break;
      case 'touchpoint':
        addTouchpoint(reference.id);
        break;
      case 'cell':
        addCell(reference.stepId, reference.laneId);
        break;
      case 'stage':
        addStage(reference.id);
        break;
      case 'step':
      case 'moment': {
        const step = index.stepById.get(reference.id);
        if (step) addStep(step);
        break;
      }
      case 'lane': {
        const lane = index.laneById.get(reference.id);
        if (lane) addLane(lane);
        break;
      }
      case 'emotion':
        addCurve();
        break;
      case 'transition':
        addTransition(reference.id);
        break;
      case 'meta':
        addTitle();
        break;
    }
  }
  return [...nodes.values()];
}
