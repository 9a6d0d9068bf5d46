import type { NodeTypes } from '@xyflow/react';
import { CardNodeView } from './CardNodeView';
import { CellNodeView } from './CellNodeView';
import { CurveNodeView } from './CurveNodeView';
import { LaneNodeView } from './LaneNodeView';
import { LegendNodeView } from './LegendNodeView';
import { LossNodeView } from './LossNodeView';
import { SaidNodeView } from './SaidNodeView';
import { StageNodeView } from './StageNodeView';
import { StepNodeView } from './StepNodeView';
import { TitleNodeView } from './TitleNodeView';
import { TouchpointNodeView } from './TouchpointNodeView';
import { TransitionNodeView } from './TransitionNodeView';

/** The component of each kind of node; one object for ever, as React Flow asks. */
export const nodeTypes: NodeTypes = {
  card: CardNodeView,
  cell: CellNodeView,
  curve: CurveNodeView,
  lane: LaneNodeView,
  legend: LegendNodeView,
  loss: LossNodeView,
  said: SaidNodeView,
  stage: StageNodeView,
  step: StepNodeView,
  title: TitleNodeView,
  touchpoint: TouchpointNodeView,
  transition: TransitionNodeView,
};
