import type * as Y from 'yjs';
import { z } from 'zod';
import type { AnyRecord, Difference, QuietPlace } from '@/lib/map/diff/mapDiff';
import { placeOf } from '@/lib/map/diff/standings';
import { isSameValue } from '@/lib/map/sameValue';
import { toPlainValue } from '../plainValue';
import { takenOf } from '../schema';
import { hashOf } from './fingerprintOf';

/** So many earlier values of one thing are remembered: whoever goes back further is told of a conflict. */
const mostOver = 20;

const noteSchema = z.object({ value: z.unknown(), over: z.array(z.string().max(64)).max(mostOver).default([]) });

/**
 * What the current state said of one thing when it was last taken over: a field’s value (undefined: none), a place, or, of the thing as a whole, its record (null:
 * it is gone). `over`: hashes of what the future state has said there before. When it says that again, somebody has gone back behind the taking
 * over, be it by bringing a version back, and the note does not count.
 */
export type TakenNote = z.infer<typeof noteSchema>;

/** Notes by collection, key and aspect: `steps 4f… title`. They live in the document, so that undoing a taking over takes its note back as well. */
export type TakenNotes = ReadonlyMap<string, TakenNote>;

/** The aspects that are no fields: that the thing came or went, and where it stands. */
export const wholeAspect = '';
export const placeAspect = '@';

const noteKey = (thing: string, aspect: string): string => `${thing} ${aspect}`;

/** Notes by their things (`steps 4f…`; the title block’s is `meta `) and aspects. Tags have blanks in their keys, aspects have none. */
export function groupNotes(notes: TakenNotes): Map<string, Map<string, TakenNote>> {
  const things = new Map<string, Map<string, TakenNote>>();
  for (const [key, note] of notes) {
    const at = key.lastIndexOf(' ');
    const thing = key.slice(0, at);
    const known = things.get(thing);
    if (known) known.set(key.slice(at + 1), note);
    else things.set(thing, new Map([[key.slice(at + 1), note]]));
  }
  return things;
}

/** The notes of a document. What is none is passed over, whatever a peer wrote. */
export function readTaken(doc: Y.Doc): TakenNotes {
  const notes = new Map<string, TakenNote>();
  try {
    for (const [key, value] of takenOf(doc).entries()) {
      const { data } = noteSchema.safeParse(toPlainValue(value));
      if (data) notes.set(key, data);
    }
  } catch {
    // The name belongs to another shared type.
  }
  return notes;
}

/** Writes notes into a document that has none: a copy goes on where its original was. */
export function writeTaken(doc: Y.Doc, notes: TakenNotes): void {
  for (const [key, note] of notes) takenOf(doc).set(key, { ...note });
}

/** What is taken over: as the current state has it, and as it is written here (texts with the words of both). */
export type Taking = { taken: Difference; written: Difference };

/**
 * Notes what is being taken over, of what stands elsewhere only by its order (`quiet`) as well. `records`: what the future state says before, by collection
 * and key; the title block’s key is `meta `. Call inside the transaction that takes it over.
 */
export function noteTaken(
  doc: Y.Doc,
  takings: readonly Taking[],
  quiet: readonly QuietPlace[],
  records: ReadonlyMap<string, AnyRecord | object>,
): void {
  const known = readTaken(doc);
  const stored = takenOf(doc);
  const aspects = groupNotes(known);
  const thingOf = ({ collection, id }: { collection: string; id: string }): string => `${collection} ${id}`;
  const note = (thing: string, aspect: string, value: unknown, { was, is }: { was: unknown; is: unknown }): void => {
    const now = hashOf(is);
    const before = [...(known.get(noteKey(thing, aspect))?.over ?? []), ...(isSameValue(was, is) ? [] : [hashOf(was)])];
    const over = [...new Set(before)].filter((hash) => hash !== now).slice(-mostOver);
    stored.set(noteKey(thing, aspect), { ...(value === undefined ? {} : { value }), over });
  };
  const noteWhole = (thing: string, value: object | null): void => {
    for (const aspect of aspects.get(thing)?.keys() ?? []) stored.delete(noteKey(thing, aspect));
    stored.set(noteKey(thing, wholeAspect), { value, over: [] });
  };
  const place = (thing: string, to: object): void =>
    note(thing, placeAspect, { ...to }, { was: placeOf(records.get(thing) ?? {}), is: to });

  for (const { taken, written } of takings) {
    const thing = thingOf(taken);
    if (taken.kind === 'changed') {
      const was: Readonly<Record<string, unknown>> = { ...records.get(thing) };
      for (const { field, after } of taken.fields) {
        const is = written.kind === 'changed' ? written.fields.find((one) => one.field === field)?.after : after;
        note(thing, field, after, { was: was[field], is });
      }
    } else if (taken.kind === 'moved') place(thing, taken.to.place);
    else noteWhole(thing, taken.kind === 'added' ? { ...taken.record } : null);
  }
  for (const one of quiet) place(thingOf(one), one.to);
}
