import type { Logger } from 'pino';
import { DocumentVersionError } from '@/lib/document/migrations';
import { AppError } from '@/lib/errors';
import type { Events } from '@/lib/events/events';
import { ClientIds } from './clientIds';
import type { CloseReason } from './closeCodes';
import type { Connection } from './connection';
import type { SyncCounters } from './counters';
import type { DocumentSchema } from './documentSchema';
import type { Journal } from './journal';
import type { SyncLimits } from './limits';
import { Outbox } from './outbox';
import { Presence } from './presence';
import { encodeStateVectorFrame, encodeUpdateFrame } from './protocol';
import { DocumentBroken, RoomDocument } from './roomDocument';
import { closeReasonOf, isClientFault, type OpenRoom, takeFrame } from './roomFrames';
import { RoomSaves } from './roomSaves';
import { RoomUpkeep } from './roomUpkeep';
import type { SyncStorage } from './storage';

export type RoomParts = {
  storage: SyncStorage;
  journal: Journal;
  limits: SyncLimits;
  log: Logger;
  counters: SyncCounters;
  schema: DocumentSchema;
  events: Events | null;
  /** Nobody is left, or the room is not to be used any more: time to see whether it can go. */
  onIdle: (room: Room) => void;
};

/** The room is on its way out of memory; the next one is right. */
export class RoomRetired extends Error {
  override name = 'RoomRetired';
}

/** One map in memory and everybody who is in it. RULES.md says what it promises. */
export class Room {
  readonly mapId: string;
  readonly connections = new Set<Connection>();
  /** Resolves once the document is read: null when there is no such map. Rejects when it could not be read. */
  readonly opened: Promise<OpenRoom | null>;
  /** Not to be used any more: it goes as soon as everything is saved. */
  isRetired = false;
  private readonly parts: RoomParts;
  private readonly saves: RoomSaves;
  private readonly presence: Presence<Connection>;
  private readonly outbox = new Outbox(this.connections);
  private open: OpenRoom | null = null;
  private visitors = 0;
  /** Resolves when the room has left memory. */
  readonly gone: Promise<void>;
  private resolveGone: () => void = () => undefined;

  constructor(mapId: string, parts: RoomParts) {
    const { storage, journal, limits, log } = parts;
    this.mapId = mapId;
    this.parts = parts;
    this.gone = new Promise((resolve) => {
      this.resolveGone = resolve;
    });
    const mayName = (connection: Connection, clientId: number): boolean =>
      Boolean(this.open && (!connection.admission.mayWrite || this.open.clientIds.name(connection, clientId)));
    this.presence = new Presence(limits, (frame) => this.outbox.add(frame, null), mayName);
    this.saves = new RoomSaves({
      ...{ mapId, journal, storage, limits, log, connections: this.connections },
      onForeign: (shown) => this.outbox.add(encodeUpdateFrame(shown), null),
      onCommitted: () => this.open?.upkeep.committed(),
      onGone: () => this.retire('notFound'),
      onBroken: () => this.retire('tryAgain'),
    });
    this.opened = this.read();
    // A map that is not there, or could not be read, needs no room.
    this.opened.then(
      (open) => open ?? this.retire('notFound'),
      (error) => this.fail(error),
    );
  }

  private async read(): Promise<OpenRoom | null> {
    const { storage, limits, log, counters, events, schema } = this.parts;
    const { mapId, saves, presence, outbox } = this;
    const [stored, authors] = await Promise.all([storage.load(mapId), storage.listAuthors(mapId)]);
    if (!stored) return null;
    const document = new RoomDocument(stored, limits);
    const clientIds = new ClientIds<Connection>(new Map([...authors, [document.ownClientId, 'system']]));
    saves.begin(document);
    if (document.schemaVersion !== schema.version) await this.migrate(document);
    const upkeep = new RoomUpkeep({ mapId, document, saves, storage, limits, log, counters, events });
    // After a crash the list of maps may be behind the log.
    if (stored.updates.length > 0) upkeep.committed();
    this.open = { document, presence, saves, upkeep, clientIds, incomplete: new Set(), outbox };
    return this.open;
  }

  /** Before anybody is let in. The content is saved before the version: a crash between the two runs the migrations again. */
  private async migrate(document: RoomDocument): Promise<void> {
    const { storage, schema, log } = this.parts;
    const from = document.schemaVersion;
    const { logged } = document.change((doc) => schema.migrate(doc, from));
    if (logged) this.saves.add({ bytes: logged, actorId: 'system', clients: [] });
    await this.saves.settled();
    await storage.raiseSchemaVersion(this.mapId, schema.version);
    document.schemaVersion = schema.version;
    log.info({ mapId: this.mapId, from, to: schema.version }, 'a document was brought to this release’s form');
  }

  private fail(error: unknown): void {
    this.parts.log.error({ err: error, mapId: this.mapId }, 'a map could not be read');
    // A document of a newer release: another page may know it, this server never will.
    this.retire(error instanceof DocumentVersionError ? 'reload' : 'tryAgain');
  }

  /** Whether anybody is in the room, or anything of it is not saved or listed. */
  get isBusy(): boolean {
    const isDue = !this.isRetired && this.open?.upkeep.isDue === true;
    return this.connections.size > 0 || this.visitors > 0 || !this.saves.isQuiet || isDue;
  }

  /** Takes a connection in. Its frames wait until the document is read. */
  join(connection: Connection): void {
    this.connections.add(connection);
    connection.hold();
    connection.listen({
      onFrame: (frame) => this.receive(connection, frame),
      onEnd: () => this.leave(connection),
    });
    const welcome = this.opened.then(
      (open) => (open ? this.greet(connection, open) : connection.close('notFound')),
      // Whoever was in when reading failed has been sent away already.
      () => connection.close('tryAgain'),
    );
    // A defect here concerns this connection and must not end the process.
    welcome.catch((error) => {
      this.parts.log.error({ err: error, mapId: this.mapId }, 'a connection to a map could not be greeted');
      connection.close('tryAgain');
    });
  }

  private greet(connection: Connection, { document, upkeep }: OpenRoom): void {
    const { claims } = connection.target;
    const isOther = claims && (claims.epoch !== document.epoch || claims.schemaVersion !== document.schemaVersion);
    if (this.isRetired || isOther) {
      connection.close(isOther ? 'reload' : 'tryAgain');
      return;
    }
    const { departmentId } = connection.admission;
    if (departmentId !== null) connection.department = upkeep.departmentName(departmentId);
    // The question goes first: what comes before its answer cannot be an echo of others' presence.
    connection.send(encodeStateVectorFrame(document.stateVector()));
    const everybody = this.presence.everybody();
    if (everybody) connection.send(everybody);
    this.saves.welcome(connection);
    connection.release();
  }

  private leave(connection: Connection): void {
    this.connections.delete(connection);
    this.presence.leave(connection);
    if (this.open) {
      const { clientIds, document, incomplete } = this.open;
      incomplete.delete(connection);
      for (const other of clientIds.leave(connection)) other.ask(() => encodeStateVectorFrame(document.stateVector()));
    }
    if (this.connections.size === 0) this.parts.onIdle(this);
  }

  private receive(connection: Connection, bytes: Uint8Array): boolean {
    if (!this.open || this.isRetired) return true;
    try {
      return takeFrame(this.open, connection, bytes);
    } catch (error) {
      const line = { mapId: this.mapId, bytes: bytes.length };
      if (isClientFault(error)) this.parts.log.warn({ ...line, reason: String(error) }, 'a frame was refused');
      else this.parts.log.error({ ...line, err: error }, 'a frame could not be taken in');
      connection.close(closeReasonOf(error));
      if (error instanceof DocumentBroken) this.retire('tryAgain');
      return true;
    }
  }

  /** Runs `use` with the opened room, which stays in memory meanwhile. Throws `notFound`; `RoomRetired` when another room must be asked. */
  async visit<T>(use: (open: OpenRoom) => T | Promise<T>): Promise<T> {
    this.visitors += 1;
    try {
      const open = await this.opened;
      if (!open) throw new AppError('notFound', 'There is no such map.');
      if (this.isRetired) throw new RoomRetired('the room is closing');
      return await use(open);
    } catch (error) {
      if (error instanceof DocumentBroken) this.retire('tryAgain');
      throw error;
    } finally {
      this.visitors -= 1;
      if (this.connections.size === 0) this.parts.onIdle(this);
    }
  }

  /** Sends everybody away; nobody may come in any more. What is not saved is still being saved. */
  retire(reason: CloseReason): void {
    this.isRetired = true;
    for (const connection of [...this.connections]) connection.close(reason);
    this.parts.onIdle(this);
  }

  /** Resolves when everything is saved and what follows from it is done. People may come back meanwhile. */
  async finish(): Promise<void> {
    await this.opened.catch(() => null);
    await this.saves.settled();
    // After damage in memory the stored document is right, and what would be derived from this one is not.
    if (!this.isRetired) await this.open?.upkeep.finish();
  }

  /** Frees what it holds. Only when it is not busy. */
  destroy(): void {
    this.isRetired = true;
    this.presence.close();
    this.open?.upkeep.close();
    this.open?.document.destroy();
    this.resolveGone();
  }
}
