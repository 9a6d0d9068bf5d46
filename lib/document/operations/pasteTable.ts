import type * as Y from 'yjs';
import type { PlannedLane, PlannedRow, PlannedStep, TablePlan } from '@/lib/map/table/tablePlan';
import { toInputText } from '../plainValue';
import { findAlive, localOrigin } from '../schema';
import { setText } from '../textReference';
import { setEmotion } from './emotions';
import { addLane } from './lanes';
import { insertBehind, listAllSiblings, type Siblings } from './lists';
import { addPersona } from './personas';
import { ordersAt } from './places';
import { insertRecord } from './records';
import { addStage } from './stages';
import { addStep } from './steps';
import { toTouchpointFields } from './touchpoints';

/** What a pasted table made. */
export type PastedTable = { stepIds: string[]; laneIds: string[]; cardIds: string[]; entries: number };

/** The steps of a plan, with new ones made where they go. Null when a step that it names, or the place, is gone. */
function placeSteps(doc: Y.Doc, steps: readonly PlannedStep[], at: TablePlan['at']): { all: string[]; made: string[] } | null {
  const made: string[] = [];
  const all: string[] = [];
  let place = at;
  for (const step of steps) {
    if (step.id !== null) {
      if (!findAlive(doc, 'steps', step.id)) return null;
      if (step.title !== null) setText(doc, { reference: { type: 'step', id: step.id, field: 'title' }, text: step.title });
      all.push(step.id);
      continue;
    }
    if (place === null) {
      const stageId = addStage(doc);
      if (stageId === null) return null;
      place = { stageId };
    }
    const id = addStep(doc, { at: place, title: step.title });
    if (id === null) return null;
    place = { after: id };
    made.push(id);
    all.push(id);
  }
  return { all, made };
}

/** Finds or makes the lanes of a plan; rows that name the same new lane share it. */
function createLanes(doc: Y.Doc): { find(lane: PlannedLane): string | null; made: string[] } {
  const made = new Map<string, string>();
  return {
    find(lane) {
      if (lane.id !== null) return findAlive(doc, 'lanes', lane.id) ? lane.id : null;
      const nameless = lane.kind === 'custom' && lane.title === '';
      const key = nameless ? `${made.size}` : `${lane.kind}:${lane.title}`;
      const id = made.get(key) ?? addLane(doc, { kind: lane.kind, title: lane.title });
      if (id !== null) made.set(key, id);
      return id;
    },
    get made() {
      return [...made.values()];
    },
  };
}

/** Adds a record behind those of its list. `siblings` knows what stands there, so that many records cost one look at the document. */
function append(
  doc: Y.Doc,
  siblings: Siblings,
  container: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, unknown>>,
): string | null {
  const list = siblings.of(container);
  const { collection } = siblings;
  const insert = (order: string): string => insertRecord(doc, collection, { ...fields, pos: { ...container, order } });
  const last = list.at(-1);
  if (last) return insertBehind(doc, collection, { container, siblings: list }, last.id, insert);
  const [order] = ordersAt([], 0, 1).orders;
  if (order === undefined) return null;
  const id = insert(order);
  list.push({ id, order });
  return id;
}

class RowWriter {
  readonly cardIds: string[] = [];
  readonly lanes: ReturnType<typeof createLanes>;
  readonly #doc: Y.Doc;
  readonly #steps: readonly string[];
  readonly #cards: Siblings;
  readonly #touchpoints: Siblings;
  #persona: string | null = null;
  entries = 0;

  constructor(doc: Y.Doc, steps: readonly string[]) {
    this.#doc = doc;
    this.#steps = steps;
    this.lanes = createLanes(doc);
    this.#cards = listAllSiblings(doc, 'cards');
    this.#touchpoints = listAllSiblings(doc, 'touchpoints');
  }

  /** False when what the row goes to is gone. */
  write(row: PlannedRow): boolean {
    if (row.type === 'emotion') return this.#writeEmotions(row);
    const laneId = this.lanes.find(row.lane);
    if (laneId === null) return false;
    for (const [at, stepId] of this.#steps.entries()) {
      if (row.type === 'cards') {
        const text = row.cells[at] ?? '';
        if (text === '') continue;
        const id = append(this.#doc, this.#cards, { stepId, laneId }, { text: toInputText(text), kind: 'note' });
        if (id === null) continue;
        this.cardIds.push(id);
        this.entries++;
        continue;
      }
      for (const touchpoint of row.cells[at] ?? []) {
        if (append(this.#doc, this.#touchpoints, { stepId }, toTouchpointFields(touchpoint)) !== null) this.entries++;
      }
    }
    return true;
  }

  #writeEmotions({ personaId, cells }: Extract<PlannedRow, { type: 'emotion' }>): boolean {
    this.#persona ??= personaId === null ? addPersona(this.#doc, { name: '' }) : null;
    const persona = personaId ?? this.#persona;
    if (persona === null || !findAlive(this.#doc, 'personas', persona)) return false;
    for (const [at, stepId] of this.#steps.entries()) {
      const value = cells[at];
      if (typeof value === 'number' && setEmotion(this.#doc, { stepId, personaId: persona, value })) this.entries++;
    }
    return true;
  }
}

/**
 * Takes a planned table over: steps, lanes, cards, touchpoints and emotions, all in one step of undo. Null, and nothing written, when
 * something that the plan goes to is gone meanwhile.
 */
export function pasteTable(
  doc: Y.Doc,
  { steps, at, rows }: Pick<TablePlan, 'steps' | 'at'> & { rows: readonly { row: PlannedRow }[] },
  origin: unknown = localOrigin,
): PastedTable | null {
  return doc.transact(() => {
    if (!isThere(doc, steps, at, rows)) return null;
    const placed = placeSteps(doc, steps, at);
    if (!placed) return null;
    const writer = new RowWriter(doc, placed.all);
    for (const { row } of rows) writer.write(row);
    return { stepIds: placed.all, laneIds: writer.lanes.made, cardIds: writer.cardIds, entries: writer.entries };
  }, origin);
}

/** Whether everything that a plan names is there: looked at before anything is written, since a transaction cannot be given up. */
function isThere(doc: Y.Doc, steps: readonly PlannedStep[], at: TablePlan['at'], rows: readonly { row: PlannedRow }[]): boolean {
  const stepsThere = steps.every(({ id }) => id === null || findAlive(doc, 'steps', id) !== null);
  const needsPlace = steps.some(({ id }) => id === null) && at !== null;
  const rowsThere = rows.every(({ row }) => {
    if (row.type === 'emotion') return row.personaId === null || findAlive(doc, 'personas', row.personaId) !== null;
    return row.lane.id === null || findAlive(doc, 'lanes', row.lane.id) !== null;
  });
  return stepsThere && rowsThere && (!needsPlace || isPlace(doc, at));
}

function isPlace(doc: Y.Doc, at: { after: string } | { stageId: string }): boolean {
  if ('stageId' in at) return findAlive(doc, 'stages', at.stageId) !== null;
  const pos: unknown = findAlive(doc, 'steps', at.after)?.get('pos');
  const stageId = typeof pos === 'object' && pos !== null && 'stageId' in pos ? pos.stageId : null;
  return typeof stageId === 'string' && findAlive(doc, 'stages', stageId) !== null;
}
