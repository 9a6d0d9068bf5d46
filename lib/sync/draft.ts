import { uint32 } from 'lib0/random';
import * as Y from 'yjs';

/** How long (milliseconds) a copy is kept for the next change. */
const keptFor = 10_000;

/**
 * A copy of a document on which changes of the server's own are tried out, so that one that throws half-way leaves no trace. It is kept for a
 * while, as making one of a large document takes much longer than bringing it up to date.
 */
export class Draft {
  /** Always the same client id: each one stays in the document, and in every state vector, for ever. */
  readonly clientId = uint32();
  private copy: Y.Doc | null = null;
  private made: Uint8Array[] = [];
  private timer: NodeJS.Timeout | null = null;

  /** The update by which a change would bring `doc` on. Throws what the change throws; whoever does not use the update must `discard`. */
  make(doc: Y.Doc, change: (copy: Y.Doc) => void): Uint8Array {
    const copy = this.upToDate(doc);
    this.made = [];
    change(copy);
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.discard(), keptFor);
    this.timer.unref();
    return Y.mergeUpdates(this.made);
  }

  private upToDate(doc: Y.Doc): Y.Doc {
    const copy = this.copy ?? new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(copy)));
    if (this.copy === null) {
      copy.clientID = this.clientId;
      copy.on('update', (update: Uint8Array) => this.made.push(update));
      this.copy = copy;
    }
    return copy;
  }

  /** Forgets the copy. */
  discard(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.copy?.destroy();
    this.copy = null;
  }
}
