import type { ArrangedMap } from '../arrange';
import { maxTextLength } from '../text';
import { findLaneKind, readEmotionName, toComparable } from './laneNames';
import { planNamedRow, planRowIn } from './planRow';
import { countBlank, swapTable, type Table } from './readTable';
import { tableLimits } from './tableLimits';
import type { PlannedLane, PlannedRow, PlannedStep, TableChoices, TableNote, TablePlan, TableProblem } from './tablePlan';

/** Longest name of a touchpoint. */
const maxTouchpointName = 200;

type Parts = {
  table: Table;
  corner: string;
  titles: readonly string[] | null;
  names: readonly string[] | null;
  /** Of each lane its cells, one for each step. */
  cells: readonly (readonly string[])[];
};

function takeApart(whole: Table, { titles, names, swapped }: TableChoices): Parts {
  const table = swapped ? swapTable(whole) : whole;
  const head = titles ? 1 : 0;
  const side = names ? 1 : 0;
  const body = table.rows.slice(head);
  return {
    table,
    corner: titles && names ? (table.rows[0]?.[0] ?? '') : '',
    titles: titles ? (table.rows[0]?.slice(side) ?? []) : null,
    names: names ? body.map((row) => row[0] ?? '') : null,
    cells: body.map((row) => row.slice(side)),
  };
}

const isKnownName = (map: ArrangedMap, name: string): boolean =>
  findLaneKind(name) !== null ||
  readEmotionName(name) !== null ||
  (name !== '' && [...map.lanes, ...map.hiddenLanes].some(({ title }) => toComparable(title) === toComparable(name)));

/** How a table seems to be meant: lanes where their names are known, and into the cells at hand when it names none. */
export function guessChoices(table: Table, map: ArrangedMap, targets: readonly TableChoices['to'][]): TableChoices {
  const known = (names: readonly string[]): number => names.filter((name) => isKnownName(map, name)).length;
  const inColumn = known(table.rows.slice(1).map((row) => row[0] ?? ''));
  const inRow = known(table.rows[0]?.slice(1) ?? []);
  const swapped = inRow > inColumn;
  const named = Math.max(inRow, inColumn) > 0;
  const cells = targets.find(({ type }) => type === 'cells');
  const steps = targets.find(({ type }) => type !== 'cells') ?? { type: 'end' };
  if (cells && !named) return { titles: false, names: false, swapped: false, to: cells };
  return { titles: true, names: true, swapped, to: steps };
}

/** Steps that the columns go to: from a step on those that are there, and new ones behind the last. */
function planSteps(
  map: ArrangedMap,
  width: number,
  titles: Parts['titles'],
  choices: TableChoices,
  notes: TableNote[],
): PlannedStep[] {
  const { to } = choices;
  const from = to.type === 'cells' ? map.steps.findIndex(({ id }) => id === to.stepId) : -1;
  const there = from < 0 ? [] : map.steps.slice(from, from + width);
  let kept = 0;
  const steps = Array.from({ length: width }, (_, at): PlannedStep => {
    const title = titles?.[at] ?? '';
    const step = there[at];
    if (!step) return { id: null, title };
    const untitled = step.title.trim() === '';
    if (title !== '' && !untitled && title !== step.title.trim()) kept++;
    return { id: step.id, title: untitled && title !== '' ? title : null };
  });
  if (kept > 0) notes.push({ type: 'titlesKept', count: kept });
  if (there.length > 0 && width > there.length) notes.push({ type: 'newSteps', count: width - there.length });
  return steps;
}

function placeOf(map: ArrangedMap, { to }: TableChoices): TablePlan['at'] {
  const placed = map.stages.filter(({ unplaced }) => !unplaced);
  if (to.type === 'afterStep' && placed.some(({ steps }) => steps.some(({ id }) => id === to.stepId)))
    return { after: to.stepId };
  if (to.type === 'endOfStage' && placed.some(({ id }) => id === to.stageId)) return { stageId: to.stageId };
  const last = placed.at(-1);
  return last ? { stageId: last.id } : null;
}

/** Lanes for rows without names: from the one at hand downwards, and new ones below the last. */
function laneAt(map: ArrangedMap, { to }: TableChoices, rank: number): PlannedLane {
  const from =
    to.type === 'cells'
      ? Math.max(
          0,
          map.lanes.findIndex(({ id }) => id === to.laneId),
        )
      : 0;
  const lane = map.lanes[from + rank];
  return lane ? { id: lane.id } : { id: null, kind: 'custom', title: '' };
}

function countEntries(row: PlannedRow): number {
  if (row.type === 'cards') return row.cells.filter((cell) => cell !== '').length;
  if (row.type === 'emotion') return row.cells.filter((cell) => cell !== null).length;
  return row.cells.reduce((total, cell) => total + cell.length, 0);
}

const isNew = (row: PlannedRow): boolean => row.type !== 'emotion' && row.lane.id === null;

function listProblems({ table, cells }: Parts, choices: TableChoices, plan: Omit<TablePlan, 'problems'>): TableProblem[] {
  const problems: TableProblem[] = [];
  const { steps, rows, entries } = plan;
  if (steps.length > tableLimits.steps) problems.push({ type: 'tooManySteps', count: steps.length, max: tableLimits.steps });
  if (rows.length > tableLimits.lanes) problems.push({ type: 'tooManyLanes', count: rows.length, max: tableLimits.lanes });
  if (entries > tableLimits.entries) problems.push({ type: 'tooManyEntries', count: entries, max: tableLimits.entries });
  const long = (rank: number, at: number, length: number, max: number): void => {
    if (length <= max) return;
    const [row, column] = [table.rowNumbers[rank] ?? 0, table.columnNumbers[at] ?? 0];
    problems.push({ type: 'textTooLong', ...(choices.swapped ? { row: column, column: row } : { row, column }), length, max });
  };
  table.rows.forEach((row, rank) => {
    row.forEach((cell, at) => {
      long(rank, at, cell.length, maxTextLength);
    });
  });
  const [head, side] = [table.rows.length - cells.length, choices.names ? 1 : 0];
  rows.forEach(({ row }, rank) => {
    if (row.type !== 'touchpoints') return;
    row.cells.forEach((touchpoints, at) => {
      for (const { name } of touchpoints)
        if (name.length <= maxTextLength) long(rank + head, at + side, name.length, maxTouchpointName);
    });
  });
  if (steps.length === 0 || (entries === 0 && !steps.some(({ title }) => title) && !rows.some(({ row }) => isNew(row)))) {
    problems.push({ type: 'nothing' });
  }
  return problems;
}

/**
 * What a table becomes on the map as it stands: steps, lanes, cards, touchpoints and emotions, and what somebody should know before. With
 * problems it is not to be taken over: nothing is cut in silence. Pure.
 */
export function planTable(whole: Table, choices: TableChoices, map: ArrangedMap): TablePlan {
  const parts = takeApart(whole, choices);
  const { corner, titles, names, cells, table } = parts;
  const notes: TableNote[] = [];
  const blank = countBlank(whole);
  if (blank.rows > 0) notes.push({ type: 'blankRows', count: blank.rows });
  if (blank.columns > 0) notes.push({ type: 'blankColumns', count: blank.columns });
  if (corner !== '') notes.push({ type: 'corner', text: corner });
  const width = Math.max(0, (table.rows[0]?.length ?? 0) - (names ? 1 : 0));
  const steps = planSteps(map, width, titles, choices, notes);
  const rows: { name: string; row: PlannedRow }[] = [];
  for (const [rank, row] of cells.entries()) {
    const name = names?.[rank] ?? '';
    if (name !== '') {
      rows.push({ name, row: planNamedRow(map, name, row, notes) });
      continue;
    }
    // A name that spans rows stands in the first of them.
    const above = names ? rows.at(-1)?.row : undefined;
    const lane = above && above.type !== 'emotion' ? above.lane : laneAt(map, choices, rank);
    rows.push({ name, row: planRowIn(map, lane, row) });
  }
  const at = placeOf(map, choices);
  if (at === null && steps.some(({ id }) => id === null)) notes.push({ type: 'newStage' });
  const entries = rows.reduce((total, { row }) => total + countEntries(row), 0);
  const plan = { steps, at, rows, entries, notes };
  return { ...plan, problems: listProblems(parts, choices, plan) };
}
