import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { messageTypes } from '@/lib/sync/protocol';
import { judgeClose } from './closeReason';
import { type Connection, type ConnectionTarget, createConnection } from './connection';
import type { Readable } from './readable';
import type { Ended, SaveEvent, SaveFacts } from './saveMachine';
import type { SaveState } from './saveState';
import { createSaveTracker } from './saveTracker';
import { touchedRecords } from './touchedRecords';

export type SaveLinkOptions = {
  doc: Y.Doc;
  awareness: Awareness;
  target: ConnectionTarget;
  /** After each event: the facts may have changed. */
  onFacts(facts: SaveFacts): void;
  /** How many edits the server has not confirmed, whenever that changes. */
  onUnconfirmed(changes: number): void;
  /** The role may have changed: the page asks the server again. */
  onRoleChanged(): void;
  onEnded(ended: Ended, facts: SaveFacts): void;
  /** The server is there again after it had gone. */
  onReopened?(): void;
  /** Another WebSocket class, outside of browsers. */
  socket?: typeof WebSocket;
};

/** The way of a document's edits to the server, and what is known of them. It connects when `connection.connect` is called. */
export type SaveLink = {
  state: Readable<SaveState>;
  facts(): SaveFacts;
  send(event: SaveEvent): void;
  connection: Connection;
  destroy(): void;
};

/** Ties the save machine to a document and its connection. */
export function createSaveLink(options: SaveLinkOptions): SaveLink {
  const { doc } = options;
  const tracker = createSaveTracker(options.onUnconfirmed);
  const send = (event: SaveEvent): void => {
    tracker.send(event);
    options.onFacts(tracker.facts());
  };

  /** What was changed since the connection was lost. */
  const cutOff = new Set<string>();
  const onUpdate = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (!transaction.local) return;
    const touched = touchedRecords(transaction);
    const again = [...touched].every((record) => cutOff.has(record));
    for (const record of touched) cutOff.add(record);
    send({ type: 'edited', again });
  };
  // Registered before the provider's own listener: an edit is counted before the frame that carries it.
  doc.on('update', onUpdate);

  let gone = false;
  const onClosed = (code: number | null): boolean => {
    gone = true;
    const judged = judgeClose(code);
    if (judged.kind === 'ended') {
      send({ type: 'ended', ended: judged.ended });
      options.onEnded(judged.ended, tracker.facts());
      return false;
    }
    if (tracker.facts().connected) cutOff.clear();
    send({ type: 'closed', crowded: judged.kind === 'crowded' });
    if (judged.kind === 'roleChanged') options.onRoleChanged();
    return true;
  };

  const connection = createConnection(
    options.target,
    doc,
    options.awareness,
    {
      onOpened() {
        cutOff.clear();
        send({ type: 'opened' });
        if (gone) options.onReopened?.();
        gone = false;
      },
      onSynced: () => send({ type: 'loaded' }),
      onFrame: (frame) => send({ type: 'frameSent', frame }),
      onConfirmed: (count) => send({ type: 'confirmed', count }),
      onServerStorage: (fails) => send({ type: 'serverStorage', fails }),
      onClosed,
    },
    messageTypes,
    options.socket,
  );

  return {
    state: tracker.state,
    facts: tracker.facts,
    send,
    connection,
    destroy() {
      connection.destroy();
      doc.off('update', onUpdate);
      tracker.destroy();
    },
  };
}
