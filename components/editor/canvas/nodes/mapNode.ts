import type { Node } from '@xyflow/react';
import type { ArrangedStep } from '@/lib/map/arrange';
import type {
  CardLayout,
  CellLayout,
  CurveLayout,
  LaneLayout,
  LegendLayout,
  LossLayout,
  SaidLayout,
  StageLayout,
  StepLayout,
  TitleLayout,
  TouchpointLayout,
  TransitionLayout,
} from '@/lib/map/layout/types';
import type { MapKind } from '@/lib/map/meta';

/** Where something stands, in words: for the names that screen readers say. */
export type Whereabouts = { number: number; step: string; laneId: string };

/** `assumed`: hatched, in the view “What do we really know?”. */
export type CardData = { card: CardLayout; words: string; at: Whereabouts; assumed: boolean };
export type TouchpointData = { touchpoint: TouchpointLayout; at: Whereabouts };
export type SaidData = { said: SaidLayout; at: Whereabouts };
export type CellData = { cell: CellLayout; at: Whereabouts; empty: boolean };
export type StepData = { step: StepLayout; record: ArrangedStep; stage: string; assumed: boolean };
export type StageData = { stage: StageLayout; first: boolean; stepCount: number };
export type LaneData = { lane: LaneLayout; last: boolean };
export type CurveData = { curve: CurveLayout };
export type TitleData = { title: TitleLayout; kind: MapKind };
export type TransitionData = { transition: TransitionLayout; from: number; to: number | null };
export type LossData = { loss: LossLayout };
export type LegendData = { legend: LegendLayout };

export type CardNode = Node<CardData, 'card'>;
export type TouchpointNode = Node<TouchpointData, 'touchpoint'>;
export type SaidNode = Node<SaidData, 'said'>;
export type CellNode = Node<CellData, 'cell'>;
export type StepNode = Node<StepData, 'step'>;
export type StageNode = Node<StageData, 'stage'>;
export type LaneNode = Node<LaneData, 'lane'>;
export type CurveNode = Node<CurveData, 'curve'>;
export type TitleNode = Node<TitleData, 'title'>;
export type TransitionNode = Node<TransitionData, 'transition'>;
export type LossNode = Node<LossData, 'loss'>;
export type LegendNode = Node<LegendData, 'legend'>;

/** What React Flow holds of a map. */
export type MapNode =
  | CardNode
  | TouchpointNode
  | SaidNode
  | CellNode
  | StepNode
  | StageNode
  | LaneNode
  | CurveNode
  | TitleNode
  | TransitionNode
  | LossNode
  | LegendNode;
