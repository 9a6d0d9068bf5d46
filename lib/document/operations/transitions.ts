import * as Y from 'yjs';
import { type TransitionKind, transitionKinds } from '@/lib/map/transition';
import { heirOf } from '../mergings';
import { toInputText } from '../plainValue';
import { findAlive, isAlive, localOrigin, recordsOf } from '../schema';
import { writeText } from '../textReference';
import { deleteRecords, insertRecord, setField } from './records';

/** `to` is null for an exit, and only for one. `share` is the part of customers who go this way, 0–1; null when it is not known. */
type Way = { kind: TransitionKind; from: string; to: string | null };

/** Whether such a way can be on the map: from a living step to a living one, which may be itself, or out. */
function canRun(doc: Y.Doc, { kind, from, to }: Way): boolean {
  if (!transitionKinds.includes(kind) || (kind === 'exit') !== (to === null)) return false;
  if (!findAlive(doc, 'steps', from)) return false;
  return to === null || findAlive(doc, 'steps', to) !== null;
}

const toShare = (share: number | null | undefined): number | undefined =>
  typeof share === 'number' && Number.isFinite(share) ? Math.min(Math.max(share, 0), 1) : undefined;

/** A living transition of the same kind between the same steps. */
function findSame(doc: Y.Doc, way: Way): string | null {
  for (const [id, record] of recordsOf(doc, 'transitions').entries()) {
    if (!(record instanceof Y.Map) || !isAlive(record)) continue;
    const other = readWay(record);
    if (other?.kind === way.kind && other.from === way.from && other.to === way.to) return id;
  }
  return null;
}

/** Adds a transition. Returns its id, that of an equal one if there is one already, or null when it cannot run so. */
export function addTransition(
  doc: Y.Doc,
  input: Way & { label?: string; share?: number | null },
  origin: unknown = localOrigin,
): string | null {
  return doc.transact(() => {
    if (!canRun(doc, input)) return null;
    const { kind, from, to } = input;
    const same = findSame(doc, input);
    return (
      same ??
      insertRecord(doc, 'transitions', { kind, from, to, label: toInputText(input.label ?? ''), share: toShare(input.share) })
    );
  }, origin);
}

/** Changes what is given, and leaves the rest. False when the transition is not there or cannot run so. */
export function updateTransition(
  doc: Y.Doc,
  input: { id: string; label?: string; share?: number | null } & Partial<Way>,
  origin: unknown = localOrigin,
): boolean {
  return doc.transact(() => {
    const transition = findAlive(doc, 'transitions', input.id);
    const before = transition && readWay(transition);
    // Between two steps that were merged it leads nowhere, and is not on the map.
    if (!transition || !before || (before.from === before.to && transition.get('from') !== transition.get('to'))) return false;
    const way = {
      kind: input.kind ?? before.kind,
      from: input.from ?? before.from,
      to: input.to === undefined ? before.to : input.to,
    };
    const moves = way.kind !== before.kind || way.from !== before.from || way.to !== before.to;
    if (moves && !canRun(doc, way)) return false;
    setField(transition, 'kind', way.kind);
    setField(transition, 'from', way.from);
    setField(transition, 'to', way.to);
    if (input.share !== undefined) setField(transition, 'share', toShare(input.share));
    if (input.label !== undefined) writeText(transition, 'label', input.label);
    return true;
  }, origin);
}

function readWay(transition: Y.Map<unknown>): Way | null {
  const kind = transitionKinds.find((known) => known === transition.get('kind'));
  const from = transition.get('from');
  const to = transition.get('to') ?? null;
  if (!kind || typeof from !== 'string' || (to !== null && typeof to !== 'string')) return null;
  const now = (id: string): string => (transition.doc ? heirOf(recordsOf(transition.doc, 'steps'), id) : id);
  return { kind, from: now(from), to: to === null ? null : now(to) };
}

export function deleteTransition(doc: Y.Doc, input: { id: string }, origin: unknown = localOrigin): boolean {
  return deleteRecords(doc, { collection: 'transitions', ids: [input.id] }, origin);
}
