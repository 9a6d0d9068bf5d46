import type * as Y from 'yjs';
import { z } from 'zod';
import { indexRecords } from '@/lib/map/diff/indexRecords';
import type { Difference, QuietPlace } from '@/lib/map/diff/mapDiff';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { toPlainValue } from '../plainValue';
import { takenOf } from '../schema';

const noteSchema = z.object({ value: z.unknown().optional() });

/**
 * What the current state said of one thing when it was last taken over: a field’s value (undefined: none), a place, or, of the thing as a whole, its record (null:
 * it is gone).
 */
export type TakenNote = z.infer<typeof noteSchema>;

/**
 * Notes by collection, key and aspect: `steps 4f… title`. They live in the document, so that undoing a taking over takes its note back as well; what brings back
 * an earlier state of a thing by other means forgets those of what it wrote (`forgetRestored.ts`).
 */
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

/**
 * Notes of what is on a map, and that things are gone. Of what was deleted there the others say what a copy does not have: its words are not to be found in there either.
 */
export function notesOn(map: JourneyMap, notes: TakenNotes): TakenNotes {
  const there = indexRecords(map);
  const isKept = ([key, { value }]: [string, TakenNote]): boolean => {
    const at = key.lastIndexOf(' ');
    const [thing, aspect] = [key.slice(0, at), key.slice(at + 1)];
    return thing === 'meta ' || there.has(thing) || (aspect === wholeAspect && value === null);
  };
  return new Map([...notes].filter(isKept));
}

/** Writes notes into a document that has none: a copy goes on where its original was. */
export function writeTaken(doc: Y.Doc, notes: TakenNotes): void {
  for (const [key, note] of notes) takenOf(doc).set(key, { ...note });
}

/** Whether the note of one aspect of a thing holds no longer. */
export type IsOver = (aspect: string, note: TakenNote) => boolean;

/** Forgets notes of things (by collection and key) that hold no longer. Call inside the transaction by which they do not. */
export function forgetTaken(doc: Y.Doc, things: Iterable<readonly [thing: string, isOver: IsOver]>): void {
  const known = groupNotes(readTaken(doc));
  if (known.size === 0) return;
  for (const [thing, isOver] of things)
    for (const [aspect, note] of known.get(thing) ?? []) if (isOver(aspect, note)) takenOf(doc).delete(noteKey(thing, aspect));
}

/**
 * Notes what is being taken over, as the current state has it; of what stands elsewhere only by its order (`quiet`) as well. Call inside the transaction that
 * takes it over.
 */
export function noteTaken(doc: Y.Doc, taken: readonly Difference[], quiet: readonly QuietPlace[]): void {
  const stored = takenOf(doc);
  const note = (thing: string, aspect: string, value: unknown): void =>
    void stored.set(noteKey(thing, aspect), value === undefined ? {} : { value });
  for (const difference of taken) {
    const thing = thingOf(difference);
    if (difference.kind === 'changed') for (const { field, after } of difference.fields) note(thing, field, after);
    else if (difference.kind === 'moved') note(thing, placeAspect, { ...difference.to.place });
    else {
      forgetTaken(doc, [[thing, () => true]]);
      note(thing, wholeAspect, difference.kind === 'added' ? { ...difference.record } : null);
    }
  }
  for (const place of quiet) note(thingOf(place), placeAspect, { ...place.to });
}

/** What notes call a thing. */
export const thingOf = ({ collection, id }: { collection: string; id: string }): string => `${collection} ${id}`;
