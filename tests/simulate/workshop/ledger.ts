import type * as Y from 'yjs';

/** What an author wrote last with an edit, and when. */
type Written = { clock: number; at: number };

/** Knows when whose edits were made, and how long they took to everybody else. */
export class Ledger {
  /** Milliseconds from an edit until it is in somebody else's document: one for each edit and reader. */
  readonly latencies: number[] = [];
  /** Milliseconds from an edit until its author is told that it is on disk. */
  readonly acknowledgements: number[] = [];
  edits = 0;
  private readonly written = new Map<number, Written[]>();

  /** Everything that this document's own edits will be, and what arrives in it of others'. */
  follow(doc: Y.Doc): void {
    const own: Written[] = [];
    this.written.set(doc.clientID, own);
    const seen = new Map<number, number>();
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      const now = performance.now();
      if (transaction.local) {
        const clock = transaction.afterState.get(doc.clientID) ?? 0;
        if (clock === (transaction.beforeState.get(doc.clientID) ?? 0)) return;
        own.push({ clock, at: now });
        this.edits++;
        return;
      }
      for (const [client, clock] of transaction.afterState) {
        const edits = client === doc.clientID ? undefined : this.written.get(client);
        if (!edits || clock === transaction.beforeState.get(client)) continue;
        let next = seen.get(client) ?? 0;
        for (let edit = edits[next]; edit && edit.clock <= clock; edit = edits[++next]) this.latencies.push(now - edit.at);
        seen.set(client, next);
      }
    });
  }

  /** Authors of whose edits a document lacks some, by client id. */
  lackingIn(doc: Y.Doc): number[] {
    return [...this.written].flatMap(([client, edits]) => {
      const clock = doc.store.clients.get(client)?.at(-1);
      const has = clock ? clock.id.clock + clock.length : 0;
      return has < (edits.at(-1)?.clock ?? 0) ? [client] : [];
    });
  }
}
