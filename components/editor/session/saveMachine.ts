import type { NoAccessReason, NotSavedReason, SaveState } from './saveState';

/** Why the server ended the connection for good. */
export type Ended =
  | { kind: 'reload' }
  | { kind: 'noAccess'; reason: NoAccessReason }
  | { kind: 'notSaved'; reason: Extract<NotSavedReason, 'tooLarge' | 'malformed'> };

/**
 * Everything that decides what the indicator says. Counts only, so that the machine stays pure:
 * `waiting` edits are on no frame of this connection; `frames` holds, in the order of sending, how many edits each
 * unconfirmed frame carries. What is neither waiting nor on a frame is stored on the server.
 */
export type SaveFacts = {
  loaded: boolean;
  mayWrite: boolean;
  connected: boolean;
  /** The server refused the last connection because there are too many. */
  crowded: boolean;
  waiting: number;
  /** 1 between an edit and the frame that carries it alone; else 0. Part of `waiting`. */
  fresh: 0 | 1;
  frames: readonly number[];
  /** Frames of this connection that are confirmed. */
  confirmed: number;
  serverFails: boolean;
  /** No confirmation came for a long time although the connection stands. */
  overdue: boolean;
  /** All unconfirmed edits are stored on this device. */
  kept: boolean;
  ended: Ended | null;
};

export type SaveEvent =
  | { type: 'loaded' }
  /** Edits that an earlier visit of this page left on the device without a confirmation. */
  | { type: 'leftFromBefore'; changes: number }
  /**
   * One edit of this page. `again`: without a connection, it only continues what already waits (the next letters of a word), so that
   * it is no further change to whoever reads the number.
   */
  | { type: 'edited'; again?: boolean }
  | { type: 'opened' }
  | { type: 'closed'; crowded: boolean }
  /** A sync frame left: an `update` carries the edit just made, an `answer` (step 2) everything that waits. */
  | { type: 'frameSent'; frame: 'update' | 'answer' }
  /** So many frames of this connection are committed. */
  | { type: 'confirmed'; count: number }
  | { type: 'serverStorage'; fails: boolean }
  | { type: 'overdue'; overdue: boolean }
  | { type: 'kept'; kept: boolean }
  | { type: 'role'; mayWrite: boolean }
  | { type: 'ended'; ended: Ended }
  /** The person asked to connect again after an end. */
  | { type: 'retried' };

export const initialFacts: SaveFacts = {
  loaded: false,
  mayWrite: false,
  connected: false,
  crowded: false,
  waiting: 0,
  fresh: 0,
  frames: [],
  confirmed: 0,
  serverFails: false,
  overdue: false,
  kept: true,
  ended: null,
};

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** Edits that the server has not confirmed. */
export function unconfirmedChanges(facts: SaveFacts): number {
  return facts.waiting + sum(facts.frames);
}

/** On a new or lost connection nothing that was under way counts as sent: the next step-2 answer carries it again. */
function withoutFrames(facts: SaveFacts): SaveFacts {
  return {
    ...facts,
    waiting: unconfirmedChanges(facts),
    fresh: 0,
    frames: [],
    confirmed: 0,
    serverFails: false,
    overdue: false,
  };
}

function send(facts: SaveFacts, frame: 'update' | 'answer'): SaveFacts {
  const carried = frame === 'answer' ? facts.waiting : facts.fresh;
  return { ...facts, waiting: facts.waiting - carried, fresh: 0, frames: [...facts.frames, carried] };
}

/** The next facts. Pure; unknown or impossible confirmations (more than was sent) confirm only what was sent. */
export function reduceSave(facts: SaveFacts, event: SaveEvent): SaveFacts {
  switch (event.type) {
    case 'loaded':
      return { ...facts, loaded: true };
    case 'leftFromBefore':
      return { ...facts, waiting: facts.waiting + event.changes };
    case 'edited':
      // With a connection each edit has a frame of its own, and counts until that frame is confirmed.
      if (event.again && !facts.connected && facts.waiting > 0) return facts;
      return { ...facts, waiting: facts.waiting + 1, fresh: 1 };
    case 'opened':
      return { ...withoutFrames(facts), connected: true, crowded: false };
    case 'closed':
      return { ...withoutFrames(facts), connected: false, crowded: event.crowded };
    case 'frameSent':
      return send(facts, event.frame);
    case 'confirmed': {
      const news = Math.max(0, Math.min(event.count - facts.confirmed, facts.frames.length));
      return { ...facts, frames: facts.frames.slice(news), confirmed: facts.confirmed + news, overdue: false };
    }
    case 'serverStorage':
      return { ...facts, serverFails: event.fails };
    case 'overdue':
      return { ...facts, overdue: event.overdue };
    case 'kept':
      return { ...facts, kept: event.kept };
    case 'role':
      return { ...facts, mayWrite: event.mayWrite };
    case 'ended':
      return { ...withoutFrames(facts), connected: false, ended: event.ended };
    case 'retried':
      return { ...facts, ended: null };
  }
}

/** What the indicator says. */
export function toSaveState(facts: SaveFacts): SaveState {
  const changes = unconfirmedChanges(facts);
  const { kept, ended } = facts;
  if (ended?.kind === 'reload') return { kind: 'reloadNeeded', changes, kept };
  if (ended?.kind === 'noAccess') return { kind: 'noAccess', reason: ended.reason, changes, kept };
  if (ended) return { kind: 'notSaved', reason: ended.reason, changes, kept };
  if (!facts.mayWrite && changes > 0) return { kind: 'notSaved', reason: 'readOnly', changes, kept };
  if (!facts.connected && facts.loaded && facts.mayWrite) {
    return { kind: 'offline', cause: facts.crowded ? 'crowded' : 'network', changes, kept };
  }
  if (!facts.loaded) return { kind: 'loading' };
  if (!facts.mayWrite) return { kind: 'readOnly', online: facts.connected };
  if (changes === 0) return { kind: 'saved' };
  if (facts.serverFails) return { kind: 'notSaved', reason: 'serverStorage', changes, kept };
  if (facts.overdue) return { kind: 'notSaved', reason: 'slow', changes, kept };
  return { kind: 'saving', changes };
}
