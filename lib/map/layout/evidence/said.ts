import type { StepEvidence } from '../../mapEvidence';
import { grid } from '../grid';
import type { Box, LayoutOptions, SaidLayout } from '../types';
import { layoutQuotes } from './quotes';
import { layoutScores } from './scores';

type Cell = Omit<Box, 'height'>;
type Inputs = { laneId: string; cell: Cell; options: LayoutOptions };
type Laid = { layout: SaidLayout; bottom: number };

/** The last layout of what was said about each step: it changes much more seldom than the map. */
const lastLayouts = new WeakMap<StepEvidence, { inputs: Inputs; laid: Laid | null }>();

const areSame = (a: Inputs, b: Inputs): boolean =>
  a.laneId === b.laneId &&
  a.cell.x === b.cell.x &&
  a.cell.y === b.cell.y &&
  a.cell.width === b.cell.width &&
  a.options.labels === b.options.labels &&
  a.options.measure === b.options.measure;

/**
 * What customers say about a step, in its cell: scores, and their words below them; null when they say nothing. The same evidence in the same place gives the
 * same object again. Never change what it returns.
 */
export function layoutSaid(said: StepEvidence, stepId: string, laneId: string, cell: Cell, options: LayoutOptions): Laid | null {
  const inputs = { laneId, cell, options };
  const known = lastLayouts.get(said);
  if (known && areSame(known.inputs, inputs)) return known.laid;
  const laid = placeSaid(said, stepId, inputs);
  lastLayouts.set(said, { inputs, laid });
  return laid;
}

function placeSaid(said: StepEvidence, stepId: string, { laneId, cell, options }: Inputs): Laid | null {
  if (said.figures.length + said.quotes.length === 0) return null;
  const { scores, bottom: scoresBottom } = layoutScores(said.figures, cell, options);
  const y = scores.length > 0 ? scoresBottom + grid.gap : cell.y;
  const { quotes, bottom: quotesBottom } = layoutQuotes(said.quotes, { ...cell, y }, options);
  const bottom = quotes.length > 0 ? quotesBottom : scoresBottom;
  return { layout: { stepId, laneId, box: { ...cell, height: bottom - cell.y }, scores, quotes }, bottom };
}
