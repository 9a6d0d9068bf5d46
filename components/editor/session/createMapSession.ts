import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createMapStore } from '@/lib/document/mapStore';
import type { PresenceUser } from '@/lib/document/presence';
import { schemaVersion } from '@/lib/document/schema';
import { createUndo } from '@/lib/document/undo';
import { messageTypes } from '@/lib/sync/protocol';
import { judgeClose } from './closeReason';
import { createConnection } from './connection';
import { createDeviceCopy } from './deviceCopy';
import { followPage } from './followPage';
import type { MapSession } from './mapSession';
import { createPresenceChannel } from './presenceChannel';
import { createWritable } from './readable';
import { listRecoveredCopies, type RecoveredCopy, toMapFile } from './recoveredCopies';
import { createSaveTracker } from './saveTracker';

export type MapSessionOptions = {
  mapId: string;
  epoch: number;
  /** `user:<id>` or `guest:<id>`: whose copy on this device it is. */
  actorId: string;
  me: PresenceUser;
  mayWrite: boolean;
  /** Where the sync sockets are, for example `wss://maps.example.org/sync`. */
  serverUrl: string;
  /** Told when the role may have changed: the page asks the server again. */
  onRoleChanged(): void;
};

/** Opens a map: reads this device's copy, then connects. Nothing of it needs React; `destroy` ends everything. */
export function createMapSession(options: MapSessionOptions): MapSession {
  const { mapId, epoch } = options;
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const map = createMapStore(doc);
  const undo = createUndo(doc);
  const presence = createPresenceChannel(awareness, options.me);
  const canWrite = createWritable(false);
  const loaded = createWritable(false);
  const recoveredCopies = createWritable<readonly RecoveredCopy[]>([]);
  const key = { mapId, epoch, actorId: options.actorId };
  let destroyed = false;

  const copy = createDeviceCopy(doc, key, { onKept: (kept) => save.send({ type: 'kept', kept }) });
  const save = createSaveTracker((changes) => {
    copy.noteUnconfirmed(changes);
    if (changes === 0) copy.forgetBefore();
  });
  const refresh = (): void => {
    const facts = save.facts();
    loaded.set(facts.loaded);
    canWrite.set(facts.loaded && facts.mayWrite && facts.ended === null);
  };
  const send: typeof save.send = (event) => {
    save.send(event);
    refresh();
  };

  // Registered before the provider's own listener: an edit is counted before the frame that carries it.
  doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (transaction.local) save.send({ type: 'edited' });
  });

  const connection = createConnection(
    { serverUrl: options.serverUrl, mapId, epoch, schemaVersion },
    doc,
    awareness,
    {
      onOpened: () => send({ type: 'opened' }),
      onSynced: () => send({ type: 'loaded' }),
      onFrame: (frame) => save.send({ type: 'frameSent', frame }),
      onConfirmed: (count) => save.send({ type: 'confirmed', count }),
      onServerStorage: (fails) => save.send({ type: 'serverStorage', fails }),
      onClosed(code) {
        const judged = judgeClose(code);
        if (judged.kind !== 'ended') {
          send({ type: 'closed', crowded: judged.kind === 'crowded' });
          if (judged.kind === 'roleChanged') options.onRoleChanged();
          return true;
        }
        send({ type: 'ended', ended: judged.ended });
        // Whoever lost access keeps what was not saved, and nothing else.
        const facts = save.facts();
        if (judged.ended.kind === 'noAccess' && facts.waiting === 0) void copy.remove();
        return false;
      },
    },
    messageTypes,
  );

  const retry = (): void => {
    if (save.facts().ended !== null) send({ type: 'retried' });
    if (!connection.isOpen()) connection.reconnect();
  };

  const stopFollowing = followPage(window, {
    onAwake() {
      if (save.facts().ended === null && !connection.isOpen()) connection.reconnect();
    },
    onOffline: () => connection.reconnect(),
    wouldLose: () => save.facts().waiting + save.facts().frames.length > 0 && !copy.isStored(),
  });

  async function open(): Promise<void> {
    const found = await copy.load();
    if (destroyed) return;
    if (found.leftFromBefore > 0) send({ type: 'leftFromBefore', changes: found.leftFromBefore });
    // A copy of this epoch began at the server: it may be shown, and worked on, before the server answers.
    if (doc.store.clients.size > 0) send({ type: 'loaded' });
    connection.connect();
    recoveredCopies.set(await listRecoveredCopies(key).catch(() => []));
  }

  send({ type: 'role', mayWrite: options.mayWrite });
  void open();

  return {
    mapId,
    doc,
    map,
    undo,
    presence,
    saveState: save.state,
    canWrite,
    loaded,
    recoveredCopies,
    setMayWrite: (mayWrite) => send({ type: 'role', mayWrite }),
    retry,
    toFile: () => toMapFile(doc),
    destroy() {
      destroyed = true;
      stopFollowing();
      connection.destroy();
      save.destroy();
      presence.destroy();
      awareness.destroy();
      copy.destroy();
      undo.destroy();
      map.destroy();
      doc.destroy();
    },
  };
}
