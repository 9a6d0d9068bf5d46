import * as Y from 'yjs';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { maxTextLength } from '@/lib/map/text';
import type { Transition } from '@/lib/map/transition';
import { findRecord } from '../schema';
import { deleteRecords, setField } from './records';

/**
 * Lets the ways of merged steps begin and end at the kept one. Ways between them go, and so does a way that another one says already; its words
 * and share are kept where that one has none. Evidence of a way that goes leads on. Call inside a transaction, before the steps are deleted.
 */
export function mergeTransitions(doc: Y.Doc, map: JourneyMap, keptId: string, gone: ReadonlySet<string>): void {
  const now = (id: string): string => (gone.has(id) ? keptId : id);
  const alive = map.transitions.filter(({ deletedAt }) => deletedAt === undefined);
  const isMoved = ({ from, to }: Transition): boolean => gone.has(from) || (to !== null && gone.has(to));
  const keyOf = ({ kind, from, to }: Transition): string => `${kind} ${now(from)} ${to === null ? '' : now(to)}`;
  const standing = new Map<string, string>();
  for (const transition of [...alive.filter((one) => !isMoved(one)), ...alive.filter(isMoved)]) {
    const same = standing.get(keyOf(transition));
    if (!isMoved(transition)) {
      if (same === undefined) standing.set(keyOf(transition), transition.id);
      continue;
    }
    const [from, to] = [now(transition.from), transition.to === null ? null : now(transition.to)];
    const isBetween = from === to && transition.from !== transition.to;
    const heir = isBetween ? { type: 'step', id: keptId } : same !== undefined && canGive(doc, transition, same) ? same : null;
    if (heir === null) {
      const record = findRecord(doc, 'transitions', transition.id);
      if (record) {
        setField(record, 'from', from);
        setField(record, 'to', to);
      }
      if (same === undefined) standing.set(keyOf(transition), transition.id);
      continue;
    }
    if (typeof heir === 'string') give(doc, transition, heir);
    leadOn(doc, map, transition.id, typeof heir === 'string' ? { type: 'transition', id: heir } : heir);
    deleteRecords(doc, { collection: 'transitions', ids: [transition.id] });
  }
}

const labelOf = (doc: Y.Doc, id: string): Y.Text | null => {
  const label = findRecord(doc, 'transitions', id)?.get('label');
  return label instanceof Y.Text ? label : null;
};

/** Whether the words of a way find room on an equal one. */
function canGive(doc: Y.Doc, { label }: Transition, to: string): boolean {
  return (labelOf(doc, to)?.length ?? 0) + label.length + 3 <= maxTextLength;
}

/** Adds what a way says to an equal one that stays. */
function give(doc: Y.Doc, { label, share }: Transition, to: string): void {
  const record = findRecord(doc, 'transitions', to);
  const text = labelOf(doc, to);
  const words = label.trim();
  if (text && words !== '' && !text.toString().includes(words)) text.insert(text.length, text.length > 0 ? ` / ${words}` : words);
  if (record && record.get('share') === undefined) setField(record, 'share', share);
}

function leadOn(doc: Y.Doc, map: JourneyMap, transitionId: string, target: { type: string; id: string }): void {
  for (const link of map.links) {
    if (link.target.type !== 'transition' || link.target.id !== transitionId) continue;
    findRecord(doc, 'links', link.id)?.set('target', target);
  }
}
