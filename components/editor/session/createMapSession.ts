import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createMapStore } from '@/lib/document/mapStore';
import type { PresenceUser } from '@/lib/document/presence';
import { schemaVersion } from '@/lib/document/schema';
import { createUndo } from '@/lib/document/undo';
import { createDeviceCopy } from './deviceCopy';
import { followPage } from './followPage';
import { createLockGuard } from './lockGuard';
import { createLooking } from './looking';
import type { MapSession } from './mapSession';
import { createPresenceChannel } from './presenceChannel';
import { createWritable } from './readable';
import { listRecoveredCopies, type RecoveredCopy, toCopyFile } from './recoveredCopies';
import { roundTokenOf } from './roundToken';
import { createSaveLink } from './saveLink';
import { unconfirmedChanges } from './saveMachine';
import type { NoAccessReason } from './saveState';
import { createShownMap, type KnownRound } from './shownMap';
import { undoWhile } from './undoWhile';

export type MapSessionOptions = {
  mapId: string;
  epoch: number;
  /** `user:<id>` or `guest:<id>`: whose copy on this device it is. */
  actorId: string;
  me: PresenceUser;
  mayWrite: boolean;
  /** What is known of a silent round when the page opens. */
  silent: KnownRound;
  /** Where the sync sockets are, for example `wss://maps.example.org/sync`. */
  serverUrl: string;
  /** Told when the role may have changed: the page asks the server again. */
  onRoleChanged(): void;
  /** The server is there again after it had gone. */
  onReopened(): void;
  /** The server closed the map to whoever opened it. */
  onAccessLost(reason: NoAccessReason): void;
};

/** Opens a map: reads this device's copy, then connects. Nothing of it needs React; `destroy` ends everything. */
export function createMapSession(options: MapSessionOptions): MapSession {
  const { mapId, epoch } = options;
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const whole = createMapStore(doc);
  const map = createShownMap(doc, whole, (roundId) => roundTokenOf(mapId, roundId), options.silent);
  const canWrite = createWritable(false);
  const undo = undoWhile(canWrite, createUndo(doc));
  const locks = createLockGuard(doc, whole, undo);
  const presence = createPresenceChannel(awareness, options.me);
  let mayWriteNow = false;
  const looking = createLooking(doc, map, () => canWrite.set(mayWriteNow && !looking.isLooking.get()));
  const loaded = createWritable(false);
  const recoveredCopies = createWritable<readonly RecoveredCopy[]>([]);
  const key = { mapId, epoch, actorId: options.actorId };
  let destroyed = false;

  const copy = createDeviceCopy(doc, key, { onKept: (kept) => link.send({ type: 'kept', kept }) });
  const link = createSaveLink({
    doc,
    awareness,
    target: { serverUrl: options.serverUrl, mapId, epoch, schemaVersion },
    onFacts(facts) {
      loaded.set(facts.loaded);
      mayWriteNow = facts.loaded && facts.mayWrite && facts.ended === null;
      canWrite.set(mayWriteNow && !looking.isLooking.get());
    },
    onUnconfirmed(changes) {
      copy.noteUnconfirmed(changes);
      if (changes === 0) copy.forgetBefore();
    },
    onRoleChanged: options.onRoleChanged,
    onReopened: options.onReopened,
    onEnded(ended, facts) {
      if (ended.kind !== 'noAccess') return;
      options.onAccessLost(ended.reason);
      // Whoever lost access keeps what was not saved, and nothing else.
      if (unconfirmedChanges(facts) === 0) void copy.remove();
    },
  });
  const { connection } = link;

  const retry = (): void => {
    if (link.facts().ended !== null) link.send({ type: 'retried' });
    if (!connection.isOpen()) connection.reconnect();
  };

  const stopFollowing = followPage(window, {
    onAwake() {
      if (link.facts().ended === null && !connection.isOpen()) connection.reconnect();
    },
    onOffline() {
      if (link.facts().ended === null) connection.reconnect();
    },
    wouldLose: () => unconfirmedChanges(link.facts()) > 0 && !copy.isStored(),
  });

  async function open(): Promise<void> {
    const found = await copy.load();
    if (destroyed) return;
    if (found.leftFromBefore > 0) link.send({ type: 'leftFromBefore', changes: found.leftFromBefore });
    // A copy of this epoch began at the server: it may be shown, and worked on, before the server answers.
    if (doc.store.clients.size > 0) link.send({ type: 'loaded' });
    connection.connect();
    recoveredCopies.set(await listRecoveredCopies(key).catch(() => []));
  }

  link.send({ type: 'role', mayWrite: options.mayWrite });
  void open();

  return {
    mapId,
    doc,
    map,
    silent: map.silent,
    heedRound: map.heed,
    locks,
    undo,
    presence,
    saveState: link.state,
    canWrite,
    mayWriteLive: () => mayWriteNow,
    lookAt: looking.lookAt,
    isLooking: looking.isLooking,
    shownDoc: looking.shownDoc,
    loaded,
    recoveredCopies,
    setMayWrite: (mayWrite) => link.send({ type: 'role', mayWrite }),
    retry,
    toFile: (start) => toCopyFile(map.live(), start),
    destroy() {
      destroyed = true;
      stopFollowing();
      link.destroy();
      presence.destroy();
      awareness.destroy();
      copy.destroy();
      locks.destroy();
      undo.destroy();
      looking.destroy();
      map.destroy();
      whole.destroy();
      doc.destroy();
    },
  };
}
