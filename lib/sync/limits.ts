/** How much the rooms accept, and how long they wait. Sizes in bytes, times in milliseconds. */
export type SyncLimits = {
  /** One message from a client. */
  frameBytes: number;
  /** The encoded state of one map. */
  documentBytes: number;
  /** Cards of one map that are not deleted; an update that makes more is refused. */
  cards: number;
  /** Open connections and upgrades under way from one address. */
  connectionsPerAddress: number;
  /** Frames that one connection may have waiting while its map is being read; beyond, its socket is not read further. */
  queuedFrames: number;
  queuedBytes: number;
  /** What may wait for one slow reader before it is cut off; it reconnects and asks for what it lacks. */
  bufferedBytes: number;
  /** Unsaved edits of one room in memory; beyond, its sockets are not read further until saving works again. */
  unsavedBytes: number;
  /** One person's presence as JSON. */
  presenceBytes: number;
  /** What a map may keep of updates that wait for earlier ones. More than a frame, so that one alone is never too much. */
  waitingBytes: number;
  /** Attempts to connect from one address in a minute, refused ones included. */
  attemptsPerAddress: number;
  /**
   * What one connection, and all of an address together, may send: so many frames a second, a frame counting once more for each 8 KB; and so
   * many at once. Beyond, the socket is read more slowly; nothing is lost.
   */
  framesPerSecond: number;
  framesAtOnce: number;
  addressFramesPerSecond: number;
  addressFramesAtOnce: number;

  /** How long the first edit of a commit waits for company. */
  groupMs: number;
  /** The least time from the beginning of one commit to the next, unless there is more than one can carry. */
  restMs: number;
  /** The most that one commit carries, unless a single edit is larger. */
  batchBytes: number;
  batchUpdates: number;
  /** Pause after a failed save: the first, and the longest. */
  retryMs: number;
  retryMaxMs: number;
  /** How long a map that everyone has left stays in memory. */
  evictAfterMs: number;
  /** A log with so many updates, or so many bytes, is merged into a snapshot; at eviction, fewer do. */
  compactUpdates: number;
  compactBytes: number;
  compactUpdatesAtEviction: number;
  /** A connection that has not answered a ping for so long is gone. */
  livenessMs: number;
  /** A connection that was sent nothing for so long is sent an empty presence message: stock clients give up after 30 s of silence. */
  keepAliveMs: number;
  /** How often presence goes out; rooms with many people wait longer. */
  presenceMs: number;
  /** How long the list of maps (title, persona, counts) and the activity list may lag behind commits. */
  upkeepMs: number;
  /** How often access is looked at again without an event: sessions and guests expire. */
  recheckMs: number;
};

/** Limits that work; the process overrides those that are settings, tests those that they are about. */
export const defaultLimits: SyncLimits = {
  frameBytes: 4 * 1024 * 1024,
  documentBytes: 64 * 1024 * 1024,
  cards: 20_000,
  connectionsPerAddress: 200,
  queuedFrames: 128,
  queuedBytes: 8 * 1024 * 1024,
  bufferedBytes: 16 * 1024 * 1024,
  unsavedBytes: 32 * 1024 * 1024,
  presenceBytes: 8 * 1024,
  waitingBytes: 8 * 1024 * 1024,
  attemptsPerAddress: 3_000,
  framesPerSecond: 1_000,
  framesAtOnce: 10_000,
  addressFramesPerSecond: 10_000,
  addressFramesAtOnce: 40_000,
  groupMs: 2,
  restMs: 10,
  batchBytes: 512 * 1024,
  batchUpdates: 500,
  retryMs: 100,
  retryMaxMs: 10_000,
  evictAfterMs: 20_000,
  compactUpdates: 500,
  compactBytes: 1024 * 1024,
  compactUpdatesAtEviction: 20,
  livenessMs: 30_000,
  keepAliveMs: 20_000,
  presenceMs: 40,
  upkeepMs: 1_000,
  recheckMs: 5 * 60_000,
};
