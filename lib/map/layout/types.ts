import type { Figure } from '@/lib/evidence/figures/figure';
import type { KnownScore } from '@/lib/evidence/figures/score';
import type { CardKind } from '../card';
import type { EvidenceLevel } from '../evidenceLevel';
import type { LaneKind } from '../lane';
import type { MapEvidence, StepFigure, StepQuote } from '../mapEvidence';
import type { MapKind } from '../meta';
import type { Gate } from '../moment';
import type { Persona } from '../persona';
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
  | 'transition'
  | 'score';

/** What stood between a line and the next: a space, a newline, nothing, or a soft hyphen, which shows as the line's last “-”. */
export type LineEnd = ' ' | '\n' | '' | '\u00ad';

/** One line of text as it is drawn everywhere: `x` is its left edge, `y` its baseline. `after` absent means a newline. */
export type TextLine = { text: string; x: number; y: number; width: number; after?: LineEnd };
export type TextBlock = { style: TextStyleName; lines: TextLine[] };

/** Advance width in pixels of a text in a style. Pure, from the shipped fonts' tables (fontMetrics.ts). */
export type Measure = (text: string, style: TextStyleName) => number;

export type TitleLayout = {
  box: Box;
  /** The title, or the words for a map without one (`empty.title`). */
  title: TextBlock;
  badge: { box: Box; text: TextBlock };
  /** Persona in strong type, scenario after it. */
  persona: TextBlock;
  scenario: TextBlock;
  /** What the customer wants to reach, on a line of its own; no lines when the map has none. */
  goal: TextBlock;
  /** How many all-or-nothing moments there are and how they stand, each with its sign; null when there are none. */
  moments: { lead: TextBlock; entries: { gate: Gate; at: Point; text: TextBlock }[] } | null;
  caption: TextBlock;
  /** Where each field stands and is edited, also when it is empty. */
  fields: { title: Box; persona: Box; scenario: Box; goal: Box };
  /** Fields without words of their own: what their block shows, if anything, is a placeholder. */
  empty: { title: boolean; persona: boolean; scenario: boolean; goal: boolean };
};

/** `lost`: the part of it behind the first failed moment. */
export type StageLayout = { id: string; box: Box; title: TextBlock; unplaced: boolean; lost: Box | null };

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
    /** Place among all personas of the map, 0 for the main one: decides how its line looks. */
    index: number;
    /** Whether its points are faces with their values beside them: of the first persona that is drawn. */
    main: boolean;
    name: TextBlock;
    /** SVG path data through the points, broken at steps without one; empty with fewer than two neighbours. */
    path: string;
    /** `label`: the value beside the point. `gap`: the step before has no point, so the line is broken there. */
    points: { stepId: string; x: number; y: number; value: number; gap: boolean; label: TextBlock | null }[];
  }[];
  /** The personas by name, each with a sample of its line; empty when there is but one. Also of those whose line is not drawn. */
  legend: {
    personaId: string;
    index: number;
    name: TextBlock;
    /** Left end of the sample, `sampleWidth` long. */
    sampleAt: Point;
    /** Room of the row, at least as high as a finger needs. */
    box: Box;
    shown: boolean;
  }[];
  /** What customers feel by their answers; null when no step has enough of them. */
  measured: MeasuredCurveLayout | null;
};

/** The customers' measured emotion, beside what the team thinks. */
export type MeasuredCurveLayout = {
  /** In the row's header: which line is whose, and the largest gap, if there is a clear one. */
  legend: { line: 'team' | 'customers'; name: TextBlock; sampleAt: Point }[];
  gap: TextBlock;
  /** SVG path data through the points, broken at steps without one. */
  path: string;
  /** SVG path data of the area between the team's line and this one. */
  area: string;
  points: (Point & {
    stepId: string;
    value: number;
    /** Answers. */
    n: number;
    /** The step before has no point. */
    gap: boolean;
    standing: 'tentative' | 'firm';
    /** Ends of its interval. */
    top: number;
    bottom: number;
    /** All of it as a sentence, for those who cannot see it. */
    words: string;
  })[];
};

export type LaneLayout = {
  id: string;
  kind: LaneKind;
  box: Box;
  header: Box;
  title: TextBlock;
  folded: boolean;
  /** How high the lane would be without a height of its own: no lane is lower. */
  contentHeight: number;
};
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
  kind: CardKind;
  /** Top left corner of the kind's sign (cardSigns.ts); null for a plain note. */
  signAt: Point | null;
  /** Where the text stands and is edited, also when there is none. */
  textBox: Box;
  pictures: readonly PictureLayout[];
  tags: readonly TagLayout[];
  files: readonly (CardLineLayout & { fileId: string; name: string })[];
  /** `address` is null when it may not be opened. */
  links: readonly (CardLineLayout & { address: string | null })[];
  /** What a vote gave it; absent on a card without votes. */
  votes?: VotesLayout;
};

/** A card's votes: a dot for each, as far as they fit, and their number. `dots` are centres. */
export type VotesLayout = { count: number; box: Box; dots: readonly Point[]; text: TextBlock };

/** A picture on a card, by the ids of its attachment and of its file. */
export type PictureLayout = { id: string; fileId: string; box: Box; alt: string };
export type TagLayout = { tag: string; box: Box; text: TextBlock };
/** A file or link on a card: a sign, and words beside it. */
export type CardLineLayout = { id: string; box: Box; signAt: Point; text: TextBlock };

/** A score of a step. */
export type ScoreLayout = {
  box: Box;
  standing: Figure['standing'];
  name: TextBlock;
  answers: TextBlock;
  /** The score, or that there are too few answers for one; and the word behind it. */
  value: TextBlock;
  unit: TextBlock;
  /** All that the score could be, the interval on it, and the score itself; null with too few answers. */
  bar: { scale: Box; interval: Box; scoreX: number } | null;
  /** The interval in numbers, and what became of the score. */
  note: TextBlock;
  /** All of it as a sentence. */
  words: string;
};

/** A quote of a step, by its link. `more` tells how many the step has besides. */
export type QuoteLayout = {
  id: string;
  box: Box;
  text: TextBlock;
  source: TextBlock;
  erased: boolean;
  more?: TextBlock;
};

/** What customers say about a step, in the first lane of kind `evidence`: its scores, and their words below them. */
export type SaidLayout = {
  stepId: string;
  laneId: string;
  box: Box;
  scores: readonly ScoreLayout[];
  quotes: readonly QuoteLayout[];
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

/** Behind the first failed all-or-nothing moment, the journey is that of those only who stayed. */
export type LossLayout = {
  stepId: string;
  /** SVG path data of the line that leads from the moment's sign to the end of the map, left and right of its words. */
  line: string;
  label: TextBlock;
  labelBox: Box;
  /** Where the emotion curve is hatched. */
  plot: Box;
};

/** `value`: the evidence level, the gate of a moment, or the kind of a card. `at` is the centre of the sign. */
export type LegendLayout = {
  box: Box;
  entries: {
    kind: 'evidence' | 'moment' | 'cardKind' | 'persona' | 'loss' | 'assumed';
    value: string;
    at: Point;
    text: TextBlock;
  }[];
};

/** The words and formats that a layout needs, in the reader's language (made by lib/export/labels.ts). */
export type LayoutLabels = {
  /** BCP 47. */
  locale: string;
  mapKind: Record<MapKind, string>;
  laneKind: Record<LaneKind, string>;
  cardKind: Record<CardKind, string>;
  untitledMap: string;
  /** A persona without a name, in the curve's legend. */
  unnamedPersona: string;
  /** Before the goal: “Goal:”. */
  goal: string;
  unplacedStage: string;
  emotion: string;
  evidence: Record<EvidenceLevel, string>;
  /** What the sign of an all-or-nothing moment means, and each of its gates. */
  moment: string;
  gate: Record<Gate, string>;
  /** “3 all-or-nothing moments:” */
  momentCount: (count: number) => string;
  /** “1 failed” */
  gateCount: (gate: Gate, count: number) => string;
  /** What is drawn behind the first failed moment: without whom the journey goes on. `share` is as the layout writes shares. */
  loss: (step: number, share: string | undefined) => string;
  lossLegend: string;
  /** How much is only assumed, which is hatched in the view “What do we really know?”. */
  onlyAssumed: (counts: { steps: number; stepCount: number; cards: number; cardCount: number }) => string;
  /** How many votes a card has. */
  votes: (count: number) => string;
  transition: Record<TransitionKind, string>;
  /** A way from a step to itself. */
  loop: string;
  /** Name of a known channel; other channels as they are written. */
  channel: (channel: string) => string;
  /** The as-of date (`YYYY-MM-DD`) as a sentence part; text that is no date as it is. */
  asOf: (day: string) => string;
  /** A share 0–1 as “38 %”. */
  share: (share: number) => string;
  /** An emotion with its sign: “−2”, “0”, “+1.5”. */
  emotionValue: (value: number) => string;
  figures: FigureLabels;
};

/** The words and formats of what customers say. */
export type FigureLabels = {
  /** “CSAT 1–5” */
  name: (figure: Figure) => string;
  /** “n = 412” */
  answers: (n: number) => string;
  tooFew: string;
  /** “31 %” and “satisfied”. */
  score: (figure: Figure & KnownScore) => { value: string; unit: string };
  /** The least and the most that a score can be. */
  bounds: (figure: Figure) => { lowest: number; highest: number };
  /** “95 %: 27–36 · ↓ 6”; empty with too few answers. */
  note: (shown: StepFigure) => string;
  sentence: (shown: StepFigure) => string;
  /** A quote in quotation marks. */
  quoted: (text: string) => string;
  /** “Survey, 3 November” */
  quoteSource: (quote: Pick<StepQuote, 'source' | 'day'>) => string;
  moreQuotes: (count: number) => string;
  erased: string;
  /** Whose line of the curve is which. */
  team: string;
  customers: string;
  largestGap: (step: number, gap: number) => string;
  emotion: (step: number, emotion: { n: number } & KnownScore) => string;
};

export type LayoutOptions = {
  measure: Measure;
  labels: LayoutLabels;
  /** Least width of the map; columns grow a little to fill it. Everyone has to use the same, or lines break differently. */
  width?: number;
  /** Which version is shown: goes into the caption. */
  version?: string;
  /** The view “What do we really know?”: tells apart what is only assumed. */
  evidenceView?: boolean;
  /** Shown in empty fields of the title block, for editing; pictures for readers leave them out. */
  placeholders?: Partial<Record<'persona' | 'scenario' | 'goal', string>>;
  /** All personas for the curve's legend, where the map that is laid out has but one of them. */
  legendPersonas?: readonly Persona[];
  /** What customers say about the steps. */
  evidence?: MapEvidence | null;
  /** Room kept free below the lanes, for what an editor shows there. */
  roomBelowLanes?: number;
};

/** Positions and sizes of everything on a map. Ids are those of the records. */
export type MapLayout = {
  width: number;
  height: number;
  title: TitleLayout;
  /** Between title block and stage band; arcs lie in it. */
  transitionsBox: Box;
  stages: StageLayout[];
  steps: StepLayout[];
  curve: CurveLayout;
  lanes: LaneLayout[];
  /** By `cellKey(stepId, laneId)`. Cells of folded lanes have no cards laid out. */
  cells: ReadonlyMap<string, CellLayout>;
  cards: CardLayout[];
  touchpoints: TouchpointLayout[];
  said: SaidLayout[];
  transitions: TransitionLayout[];
  loss: LossLayout | null;
  /** Ids of the steps and cards that are only assumed; null when the view does not ask. */
  onlyAssumed: ReadonlySet<string> | null;
  legend: LegendLayout;
};
