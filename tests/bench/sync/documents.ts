import * as Y from 'yjs';
import { createDocument } from '@/lib/document/createDocument';
import { recordsOf } from '@/lib/document/schema';
import { largeMap } from '../../builders/map';

/** The state of a document that several updates make. */
export function mergeStates(updates: readonly Uint8Array[]): Uint8Array {
  const [only] = updates;
  if (updates.length === 1 && only) return only;
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}

/** The map that people edit in these benchmarks: 20 steps, 5 lanes, 200 cards, made once. */
export const workshopState: Uint8Array = createDocument(largeMap({ steps: 20, lanes: 5, cardsPerCell: 2 }));

const markerLength = 9;
const hash = '#'.charCodeAt(0);
const semicolon = ';'.charCodeAt(0);

/** What a person types: a number that receivers find in the bytes without decoding them. */
const markerOf = (number: number): string => `#${String(number).padStart(markerLength - 2, '0')};`;

/** Calls `found` with each marker's number in a message. */
export function findMarkers(bytes: Buffer, found: (number: number) => void): void {
  for (let at = bytes.indexOf(hash); at !== -1; at = bytes.indexOf(hash, at + 1)) {
    if (bytes[at + markerLength - 1] !== semicolon) continue;
    const number = Number(bytes.toString('latin1', at + 1, at + markerLength - 1));
    if (Number.isInteger(number)) found(number);
  }
}

/** Somebody who writes a number over the last one at the beginning of a card: ordinary edits, made beforehand. */
export class Typist {
  private readonly doc = new Y.Doc();
  private readonly text: Y.Text;
  private update: Uint8Array = new Uint8Array(0);
  private hasWritten = false;

  constructor(state: Uint8Array, index: number) {
    this.doc.clientID = 1_000_000 + index;
    Y.applyUpdate(this.doc, state);
    const cards = [...recordsOf(this.doc, 'cards').values()];
    const card = cards[index % cards.length];
    const text = card instanceof Y.Map ? card.get('text') : null;
    if (!(text instanceof Y.Text)) throw new Error('the map has no cards');
    this.text = text;
    this.doc.on('update', (update: Uint8Array) => {
      this.update = update;
    });
  }

  /** The update that writes this number. */
  write(number: number): Uint8Array {
    this.doc.transact(() => {
      if (this.hasWritten) this.text.delete(0, markerLength);
      this.text.insert(0, markerOf(number));
    });
    this.hasWritten = true;
    return this.update;
  }
}
