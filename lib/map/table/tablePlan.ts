import type { LaneKind } from '../lane';

/** Where a table goes. `cells`: its first cell goes into this one, and the others beside and below it. */
export type TableTarget =
  | { type: 'afterStep'; stepId: string }
  | { type: 'endOfStage'; stageId: string }
  | { type: 'end' }
  | { type: 'cells'; stepId: string; laneId: string };

/** How a table is to be read. */
export type TableChoices = {
  /** The first row holds the titles of the steps. */
  titles: boolean;
  /** The first column holds the names of the lanes. */
  names: boolean;
  /** Steps stand below each other, lanes beside each other. */
  swapped: boolean;
  to: TableTarget;
};

/** A step that is there and may get a title, or a new one. */
export type PlannedStep = { id: string; title: string | null } | { id: null; title: string };

/** A lane that is there, or a new one. */
export type PlannedLane = { id: string } | { id: null; kind: LaneKind; title: string };

export type PlannedTouchpoint = { channel: string; name: string };

/** What a row of the table becomes; one entry for each planned step. */
export type PlannedRow =
  | { type: 'cards'; lane: PlannedLane; cells: readonly string[] }
  | { type: 'touchpoints'; lane: PlannedLane; cells: readonly (readonly PlannedTouchpoint[])[] }
  /** `personaId` null: of a persona that is made for them. */
  | { type: 'emotion'; personaId: string | null; cells: readonly (number | null)[] };

/** Why a table cannot be taken over as it is. `row` and `column` count from 1, as it lay in the spreadsheet. */
export type TableProblem =
  | { type: 'tooManySteps' | 'tooManyLanes' | 'tooManyEntries'; count: number; max: number }
  | { type: 'textTooLong'; row: number; column: number; length: number; max: number }
  | { type: 'nothing' };

/** What somebody should know before it is taken over. */
export type TableNote =
  | { type: 'blankRows' | 'blankColumns' | 'titlesKept' | 'rounded' | 'newSteps'; count: number }
  | { type: 'corner'; text: string }
  | { type: 'notNumbers'; name: string }
  | { type: 'hiddenLane'; name: string }
  | { type: 'newPersona' | 'newStage' };

export type TablePlan = {
  steps: readonly PlannedStep[];
  /** Where new steps go; null: into a stage that is made for them. */
  at: { after: string } | { stageId: string } | null;
  /** Beside each row its name in the table; empty where it has none. */
  rows: readonly { name: string; row: PlannedRow }[];
  /** Cards, touchpoints and emotions together. */
  entries: number;
  notes: readonly TableNote[];
  problems: readonly TableProblem[];
};
