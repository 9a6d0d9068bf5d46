import type { EvidenceLevel } from '../evidenceLevel';
import type { LaneKind } from '../lane';
import type { Gate } from '../moment';
import type { TransitionKind } from '../transition';

// All lengths are pixels at 100 %, measured from the map's top left corner; y grows downwards.

export type Point = { x: number; y: number };
export type Box = { x: number; y: number; width: number; height: number };

/** Names of the type styles; sizes, weights and line heights stand in textStyles.ts. */
export type TextStyleName =
  | 'mapTitle'
  | 'badge'
  | 'subtitle'
  | 'subtitleStrong'
  | 'caption'
  | 'stage'
  | 'stepNumber'
  | 'stepTitle'
  | 'stepMeta'
  | 'laneTitle'
  | 'axis'
  | 'card'
  | 'quote'
  | 'pill'
  | 'transition';

/** One line of text as it is drawn everywhere: `x` is its left edge, `y` its baseline. */
export type TextLine = { text: string; x: number; y: number; width: number };
export type TextBlock = { style: TextStyleName; lines: TextLine[] };

/** Advance width in pixels of a text in a style. Pure, from the shipped fonts' tables (fontMetrics.ts). */
export type Measure = (text: string, style: TextStyleName) => number;

export type TitleLayout = {
  box: Box;
  title: TextBlock;
  badge: { box: Box; text: TextBlock };
  /** Persona in strong type, scenario after it. */
  persona: TextBlock;
  scenario: TextBlock;
  caption: TextBlock;
};

export type StageLayout = { id: string; box: Box; title: TextBlock; unplaced: boolean };

export type StepLayout = {
  id: string;
  /** The header with number, title, channel and department. */
  box: Box;
  /** The whole column, from the stage band to the last lane. */
  column: Box;
  number: number;
  numberAt: Point;
  numberText: TextBlock;
  title: TextBlock;
  meta: TextBlock;
  evidenceLevel: EvidenceLevel;
  /** Centre of the all-or-nothing sign, when the step has one. */
  moment: { gate: Gate; at: Point } | null;
};

export type CurveLayout = {
  /** The whole row, with its lane title at the left. */
  box: Box;
  /** The part in which points lie. */
  plot: Box;
  title: TextBlock;
  grid: { value: number; y: number; label: TextBlock }[];
  personas: {
    personaId: string;
    /** 0 for the main persona. */
    index: number;
    name: TextBlock;
    /** SVG path data through the points; empty with fewer than two. */
    path: string;
    points: { stepId: string; x: number; y: number; value: number }[];
  }[];
};

export type LaneLayout = { id: string; kind: LaneKind; box: Box; header: Box; title: TextBlock; folded: boolean };
export type CellLayout = { stepId: string; laneId: string; box: Box };

/** `pill`: a card of a feeling lane. Its tone follows the step's emotion: −1, 0, 1. */
export type CardLayout = {
  id: string;
  stepId: string;
  laneId: string;
  box: Box;
  text: TextBlock;
  shape: 'note' | 'pill';
  /** Name of a palette entry (palette.ts). */
  colour: string;
};

/** A touchpoint in a lane of kind `touchpoints`. */
export type TouchpointLayout = { id: string; stepId: string; laneId: string; box: Box; channel: string; text: TextBlock };

export type TransitionLayout = {
  id: string;
  kind: TransitionKind;
  /** SVG path data of the arc; never crosses text. */
  path: string;
  /** Tip of the arrow and its direction in radians (0 = to the right, π/2 = down). */
  arrow: Point & { angle: number };
  label: TextBlock;
  labelBox: Box;
};

export type LegendLayout = {
  box: Box;
  entries: { kind: 'evidence' | 'moment' | 'persona'; value: string; at: Point; text: TextBlock }[];
};

/** Positions and sizes of everything on a map. Ids are those of the records. */
export type MapLayout = {
  width: number;
  height: number;
  title: TitleLayout;
  transitionsBox: Box;
  stages: StageLayout[];
  steps: StepLayout[];
  curve: CurveLayout;
  lanes: LaneLayout[];
  /** By `cellKey(stepId, laneId)`. Cells of folded lanes have no cards laid out. */
  cells: ReadonlyMap<string, CellLayout>;
  cards: CardLayout[];
  touchpoints: TouchpointLayout[];
  transitions: TransitionLayout[];
  legend: LegendLayout;
};
