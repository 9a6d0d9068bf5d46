import * as Y from 'yjs';
import { absorbMerged } from './mergings';
import { toInputText } from './plainValue';
import { type Collection, findRecord, localOrigin, metaOf, type RecordCollection, type RecordMap } from './schema';
import { diffText } from './textDiff';

/** A text of the map that people may type in together. A moment goes by its step's id. */
export type TextReference =
  | { type: 'meta'; field: 'title' | 'scenario' | 'goal' | 'notes' }
  | { type: 'persona'; id: string; field: 'name' | 'description' }
  | { type: 'stage' | 'lane'; id: string; field: 'title' }
  | { type: 'step'; id: string; field: 'title' | 'notes' }
  | { type: 'card'; id: string; field: 'text' }
  | { type: 'transition'; id: string; field: 'label' }
  | { type: 'moment'; id: string; field: 'stays' | 'leaves' }
  | { type: 'reason'; id: string; field: 'text' };

const collectionOf = {
  persona: 'personas',
  stage: 'stages',
  lane: 'lanes',
  step: 'steps',
  card: 'cards',
  transition: 'transitions',
  moment: 'moments',
  reason: 'reasons',
} as const satisfies Record<Exclude<TextReference['type'], 'meta'>, Collection & RecordCollection>;

/** The Y.Map that holds a text. For `meta` it is always there. */
function holderOf(doc: Y.Doc, reference: TextReference): RecordMap | null {
  return reference.type === 'meta' ? metaOf(doc) : findRecord(doc, collectionOf[reference.type], reference.id);
}

/** The shared text behind a reference, for binding and for writing; null when there is none. Texts of deleted records are found, too. */
export function textOf(doc: Y.Doc, reference: TextReference): Y.Text | null {
  const text = holderOf(doc, reference)?.get(reference.field);
  return text instanceof Y.Text ? text : null;
}

/**
 * Takes into a text what was written in a step or stage after it had been merged into this one: before the text is opened or written, because
 * reading shows it there already. Under the default origin it is no step of undo.
 */
export function absorbBehind(doc: Y.Doc, { type, ...reference }: TextReference, origin: unknown = 'absorb'): void {
  const id = 'id' in reference ? reference.id : '';
  if (type === 'stage') absorbMerged(doc, 'stages', id, origin);
  if (type === 'step' || type === 'moment') absorbMerged(doc, 'steps', id, origin);
}

/**
 * Replaces a whole text by the smallest edit, so that what others type elsewhere in it stays. False when the record is not there.
 * Too long a text is cut. A text that is missing, in a document written by somebody else, is made.
 */
export function setText(doc: Y.Doc, input: { reference: TextReference; text: string }, origin: unknown = localOrigin): boolean {
  return doc.transact(() => {
    absorbBehind(doc, input.reference, origin);
    const holder = holderOf(doc, input.reference);
    return holder !== null && writeText(holder, input.reference.field, input.text);
  }, origin);
}

/** As `setText`, for a record at hand and inside a transaction. */
export function writeText(holder: RecordMap, field: string, value: string): true {
  const wanted = toInputText(value);
  const text = holder.get(field);
  if (!(text instanceof Y.Text)) {
    if (text !== wanted) holder.set(field, new Y.Text(wanted));
    return true;
  }
  const edit = diffText(text.toString(), wanted);
  if (edit && edit.remove > 0) text.delete(edit.index, edit.remove);
  if (edit && edit.insert !== '') text.insert(edit.index, edit.insert);
  return true;
}
