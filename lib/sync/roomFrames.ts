import type { ClientRegistration } from '@/lib/data/documents';
import type { CloseReason } from './closeCodes';
import type { Connection } from './connection';
import type { Presence } from './presence';
import { encodeAnswerFrame, encodeUpdateFrame, MalformedFrame, parseClientFrame } from './protocol';
import { type Applied, DocumentTooLarge, type RoomDocument } from './roomDocument';
import type { RoomSaves } from './roomSaves';
import type { RoomUpkeep } from './roomUpkeep';
import { readUpdate } from './updateContent';

/** The parts of an opened room that frames act on. */
export type OpenRoom = {
  document: RoomDocument;
  presence: Presence<Connection>;
  saves: RoomSaves;
  upkeep: RoomUpkeep;
  /** Sends to everybody in the room, except one. */
  broadcast: (frame: Uint8Array, except: Connection | null) => void;
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
    if (everybody) connection.send(everybody);
  } else if (frame.type === 'stateVector') {
    answer(room, connection, frame.vector);
  } else {
    if (frame.type === 'answer') connection.hasAnswered = true;
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
  connection.hasBegun = true;
  connection.sendBulk(encodeAnswerFrame(document.stateSince(vector)));
}

function takeUpdate(room: OpenRoom, connection: Connection, update: Uint8Array): void {
  const { actorId, actor } = connection.admission;
  if (!connection.hasBegun && !connection.target.claims) throw new StaleClient('an update before the first question');
  const { writers, cardIds } = readUpdate(update);
  room.document.requireRoomForCards(cardIds);
  room.upkeep.beforeChange(actorId);
  const applied = room.document.apply(update);
  connection.frames += 1;
  const ordinal = connection.frames;
  const clients = connection.newWriters(writers).map((clientId) => ({ clientId, actorId, sessionId: actor.sessionId }));
  passOn(room, applied, { actorId, clients, from: connection });
  // Behind everything that waits: what was no news may be news that another connection brought and that is not saved yet.
  room.saves.after(() => connection.confirm(ordinal));
}

/** Sends what is new to the log and to the people in the room. */
export function passOn(
  room: OpenRoom,
  { logged, shown, filledGap }: Applied,
  source: { actorId: string; clients: ClientRegistration[]; from: Connection | null },
): void {
  // What had waited for this update is new to its sender too.
  if (shown) room.broadcast(encodeUpdateFrame(shown), filledGap ? null : source.from);
  if (logged) room.saves.add({ bytes: logged, actorId: source.actorId, clients: source.clients });
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
