import type * as Y from 'yjs';
import { arrange } from '@/lib/map/arrange';
import type { LanesBlock, StepsBlock } from '@/lib/map/block';
import { listLanes } from '@/lib/map/listLanes';
import { laneName } from '@/lib/map/takeBlock';
import { toInputText } from '../plainValue';
import { readMap } from '../readMap';
import type { AttachedFile } from './attachments';
import { addDepartment } from './departments';
import { makeRoom } from './lists';
import { addPersona } from './personas';
import type { Place } from './places';
import { insertRecord } from './records';
import { addStage } from './stages';
import { addStep } from './steps';

/**
 * How what a block refers to is found: by id on the map that it was taken from, else by name. Of several with one name the n-th stands for the
 * n-th; what is missing is made.
 */
export type Matching = {
  sameMap: boolean;
  /** Whether the map is one of the same workspace, so that links to evidence lead somewhere; without a word, the same map only. */
  sameSources?: boolean;
  /** Gets the files of cards that came from another map: they lie with that one, and have to be brought. */
  elsewhere?: { cardId: string; files: readonly AttachedFile[] }[];
};

/** Ids on this map by the numbers that a block refers to. */
export type Ids = { lanes: string[]; personas: string[]; departments: string[]; matching: Matching };

/** Ids for references, those that are missing made by `make`. */
function match<T extends { id: string; nth: number }>(
  wanted: readonly T[],
  there: readonly { id: string; name: string }[],
  nameOf: (reference: T) => string,
  { sameMap }: Matching,
  make: (reference: T) => string | null,
): string[] {
  const known = new Set(there.map(({ id }) => id));
  const byName = new Map<string, string[]>();
  for (const { id, name } of there) byName.set(name, [...(byName.get(name) ?? []), id]);
  return wanted.map((reference) => {
    if (sameMap && known.has(reference.id)) return reference.id;
    return byName.get(nameOf(reference))?.[reference.nth] ?? make(reference) ?? '';
  });
}

/** Lanes, personas and departments that steps refer to. */
export function matchSurroundings(doc: Y.Doc, block: StepsBlock, matching: Matching, origin: unknown): Ids {
  const { map: read } = readMap(doc);
  const map = arrange(read);
  const named = (records: readonly { id: string; name: string }[]) => records.map(({ id, name }) => ({ id, name: name.trim() }));
  return {
    matching,
    lanes: match(
      block.lanes,
      listLanes(read).map((lane) => ({ id: lane.id, name: laneName(lane) })),
      laneName,
      matching,
      ({ id: _, nth: __, ...lane }) => insertLane(doc, lane, undefined),
    ),
    personas: match(
      block.personas,
      named(map.personas),
      ({ name }) => name.trim(),
      matching,
      ({ name, description }) => addPersona(doc, { name, description }, origin),
    ),
    departments: match(
      block.departments,
      named(map.departments),
      ({ name }) => name.trim(),
      matching,
      ({ name, colour }) => addDepartment(doc, { name, colour }, origin),
    ),
  };
}

/** Makes a lane as it was copied; null when there is no such place. */
export function insertLane(doc: Y.Doc, lane: LanesBlock['rows'][number]['lane'], place: Place | undefined): string | null {
  const order = makeRoom(doc, 'lanes', null, place, 1)?.[0];
  return order === undefined ? null : insertRecord(doc, 'lanes', { ...lane, title: toInputText(lane.title), order });
}

/** Steps in which the cards of copied lanes lie. */
export function matchColumns(doc: Y.Doc, { columns }: LanesBlock, matching: Matching, origin: unknown): string[] {
  const { steps, stages } = arrange(readMap(doc).map);
  if (steps.length === 0 && columns.length > 0) {
    const stageId = stages[0]?.id ?? addStage(doc, {}, origin) ?? '';
    return columns.map(({ title }) => addStep(doc, { at: { stageId }, title }, origin) ?? '');
  }
  // A step without a title is like any other: only its number tells where it was.
  const named = steps.flatMap(({ id, title }) => (title.trim() === '' ? [] : [{ id, name: title.trim() }]));
  const there = matching.sameMap ? steps.map(({ id, title }) => ({ id, name: title.trim() })) : named;
  return match(
    columns,
    there,
    ({ title }) => title.trim(),
    matching,
    ({ number }) => steps[Math.min(number, steps.length) - 1]?.id ?? steps[0]?.id ?? null,
  );
}
