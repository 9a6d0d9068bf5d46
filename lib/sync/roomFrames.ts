import { withinBounds } from './boundedUpdate';
import type { ClientIds } from './clientIds';
import type { CloseReason } from './closeCodes';
import type { Connection } from './connection';
import { type ForeignPart, listForeignParts } from './foreignParts';
import type { JournalUpdate } from './journalQueue';
import type { Outbox } from './outbox';
import type { Presence } from './presence';
import { encodeAnswerFrame, encodeStateVectorFrame, encodeUpdateFrame, MalformedFrame, parseClientFrame } from './protocol';
import { type Applied, DocumentTooLarge, type RoomDocument } from './roomDocument';
import type { RoomSaves } from './roomSaves';
import type { RoomUpkeep } from './roomUpkeep';
import { readUpdate } from './updateContent';
import { toWireFrame } from './wireFrame';

/** The parts of an opened room that frames act on. */
export type OpenRoom = {
  document: RoomDocument;
  presence: Presence<Connection>;
  saves: RoomSaves;
  upkeep: RoomUpkeep;
  clientIds: ClientIds<Connection>;
  /** Connections of whose frames something was left out that has not come yet. */
  incomplete: Set<Connection>;
  /** To everybody in the room. */
  outbox: Outbox<Connection>;
};

/** The client begins from a document that it cannot show to be this one. */
export class StaleClient extends Error {
  override name = 'StaleClient';
}

/**
 * Takes in what a client sent. False when an update has to wait, because too much is unsaved already. Throws `MalformedFrame`,
 * `StaleClient`, `DocumentTooLarge`, `DocumentBroken`.
 */
export function takeFrame(room: OpenRoom, connection: Connection, bytes: Uint8Array): boolean {
  const frame = parseClientFrame(bytes);
  if (frame.type === 'awareness') {
    room.presence.receive(connection, frame.entries);
  } else if (frame.type === 'queryAwareness') {
    const everybody = room.presence.everybody();
    connection.owe(everybody?.length ?? 0);
    if (everybody) connection.send(everybody);
  } else if (frame.type === 'stateVector') {
    answer(room, connection, frame.vector);
  } else {
    if (frame.type === 'answer') connection.confirmations.answers += 1;
    // Readers' updates are dropped, not punished: stock clients answer the server's question whether they may write or not.
    if (!connection.admission.mayWrite) return true;
    if (room.saves.mustWait(connection)) return false;
    takeUpdate(room, connection, frame.update);
  }
  return true;
}

function answer({ document }: OpenRoom, connection: Connection, vector: Uint8Array): void {
  const beginsEmpty = vector.length === 1 && vector[0] === 0;
  if (!connection.hasBegun && !connection.target.claims && !beginsEmpty) throw new StaleClient('no claim to this document');
  const state = document.stateSince(vector);
  if (connection.hasBegun) connection.owe(state.length);
  connection.hasBegun = true;
  connection.writeBulk(toAnswer(state));
}

/** Answers as they go over the wire, for as long as their states are kept: people who come at once get the same one. */
const answers = new WeakMap<Uint8Array, Buffer>();

function toAnswer(state: Uint8Array): Buffer {
  const known = answers.get(state);
  if (known) return known;
  const frame = toWireFrame(encodeAnswerFrame(state));
  answers.set(state, frame);
  return frame;
}

/** Asks for what is not taken from a sender: those whose it is, when they are here, and otherwise the sender for what comes before it. */
function askFor({ document, clientIds }: OpenRoom, sender: Connection, parts: readonly ForeignPart<Connection>[]): void {
  for (const { holder } of parts) {
    if (holder) clientIds.leftOut(sender, holder);
    (holder ?? sender).ask(() => encodeStateVectorFrame(document.stateVector()));
  }
}

function takeUpdate(room: OpenRoom, connection: Connection, update: Uint8Array): void {
  const { actorId, actor } = connection.admission;
  if (!connection.hasBegun && !connection.target.claims) throw new StaleClient('an update before the first question');
  const whole = readUpdate(update);
  const clockOf = (clientId: number): number => room.document.clockOf(clientId);
  const foreign = listForeignParts(whole, connection, room.clientIds, clockOf);
  askFor(room, connection, foreign);
  const own =
    foreign.length === 0 ? update : withinBounds(update, new Map(foreign.map(({ clientId, bound }) => [clientId, bound])));
  const content = foreign.length === 0 ? whole : readUpdate(own);
  room.document.requireRoomForCards(content.cardIds);
  room.document.requireRoomToWait(own, content);
  room.upkeep.beforeChange(actorId);
  const applied = room.document.apply(own);
  const { confirmations } = connection;
  const frames = confirmations.countFrame();
  // What was left out may be the sender's own: it is not saved before it is there.
  if (foreign.length > 0) {
    confirmations.noteLeftOut(
      new Map(foreign.map(({ clientId, to }) => [clientId, to])),
      foreign.some(({ again }) => again),
    );
    room.incomplete.add(connection);
  }
  const clientId = room.clientIds.wrote(connection, new Set(content.writers.keys()));
  const clients = clientId === null ? [] : [{ clientId, actorId, sessionId: actor.sessionId }];
  passOn(room, applied, { actorId, clients, from: connection });
  // Behind everything that waits: what was no news may be news that another connection brought and that is not saved yet.
  room.saves.after(() => confirmations.confirm(frames));
  for (const waiting of room.incomplete) {
    const ask = (): void => waiting.ask(() => encodeStateVectorFrame(room.document.stateVector()));
    for (const done of waiting.confirmations.takeCompleted(clockOf, ask)) room.saves.after(done);
    if (!waiting.confirmations.isIncomplete) room.incomplete.delete(waiting);
  }
}

/** Sends what is new to the log and to the people in the room. */
export function passOn(
  room: OpenRoom,
  { logged, shown, filledGap }: Applied,
  { from, ...source }: Omit<JournalUpdate, 'bytes'> & { from: Connection | null },
): void {
  // What had waited for this update is new to its sender too.
  if (shown) room.outbox.add(encodeUpdateFrame(shown), filledGap ? null : from);
  if (logged) room.saves.add({ bytes: logged, ...source });
}

/** The close code that answers a frame which could not be taken in. */
export function closeReasonOf(error: unknown): CloseReason {
  if (error instanceof StaleClient) return 'reload';
  if (error instanceof DocumentTooLarge) return 'tooLarge';
  return 'malformed';
}

/** Whether an error is the client's fault and no defect of ours. */
export function isClientFault(error: unknown): boolean {
  return error instanceof MalformedFrame || error instanceof StaleClient || error instanceof DocumentTooLarge;
}
