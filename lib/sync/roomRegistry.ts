import type { Connection } from './connection';
import { Room, type RoomParts, RoomRetired } from './room';
import type { OpenRoom } from './roomFrames';

/** How long (milliseconds) closing handshakes may take when the server stops. */
const farewellMs = 500;
/** How soon (milliseconds) it is seen again whether a room that must go can go. */
const retiredMs = 20;

/** The rooms in memory: at most one for each map. A room leaves only when everything is saved and nobody has come back. */
export class RoomRegistry {
  private readonly parts: Omit<RoomParts, 'onIdle'>;
  private readonly rooms = new Map<string, Room>();
  private readonly timers = new Map<Room, NodeJS.Timeout>();
  private readonly evicting = new Set<Room>();
  private isStopping = false;

  constructor(parts: Omit<RoomParts, 'onIdle'>) {
    this.parts = parts;
  }

  /** The map's room, which is made when there is none. Waits until a retired one has gone. */
  private async enter(mapId: string): Promise<Room> {
    for (;;) {
      const found = this.rooms.get(mapId);
      if (found && !found.isRetired) return found;
      if (!found) break;
      await found.gone;
    }
    const room = new Room(mapId, { ...this.parts, onIdle: (idle) => this.onIdle(idle) });
    this.rooms.set(mapId, room);
    return room;
  }

  /** Brings a connection into the room of its map. */
  async join(connection: Connection): Promise<void> {
    connection.hold();
    const room = await this.enter(connection.target.mapId);
    if (this.isStopping) connection.close('restart');
    else if (connection.isOpen) room.join(connection);
    connection.release();
  }

  /** Runs `use` with the map's room, which is read when it is not in memory. Throws `notFound`. */
  async use<T>(mapId: string, use: (open: OpenRoom) => T | Promise<T>): Promise<T> {
    for (;;) {
      const room = await this.enter(mapId);
      try {
        return await room.visit(use);
      } catch (error) {
        if (!(error instanceof RoomRetired)) throw error;
      }
    }
  }

  /** The map's room if it is in memory. */
  find(mapId: string): Room | null {
    return this.rooms.get(mapId) ?? null;
  }

  *listConnections(): Iterable<Connection> {
    for (const room of this.rooms.values()) yield* [...room.connections];
  }

  count(): { rooms: number; connections: number } {
    let connections = 0;
    for (const room of this.rooms.values()) connections += room.connections.size;
    return { rooms: this.rooms.size, connections };
  }

  private onIdle(room: Room): void {
    if (this.rooms.get(room.mapId) !== room) return;
    if (room.isRetired) clearTimeout(this.timers.get(room));
    else if (this.timers.has(room)) return;
    const delay = room.isRetired ? retiredMs : this.parts.limits.evictAfterMs;
    const timer = setTimeout(() => {
      this.timers.delete(room);
      void this.evict(room);
    }, delay);
    timer.unref();
    this.timers.set(room, timer);
  }

  /** Lets a room go if nobody needs it: after everything is saved, and only if nobody has come meanwhile. */
  private async evict(room: Room): Promise<void> {
    if (this.evicting.has(room)) return;
    this.evicting.add(room);
    await this.tryToEvict(room);
    this.evicting.delete(room);
  }

  private async tryToEvict(room: Room): Promise<void> {
    if (!room.isRetired && room.connections.size > 0) return;
    await room.finish();
    // From here to the end nothing waits: nobody can come in between.
    if (room.isBusy) {
      if (room.connections.size === 0) this.onIdle(room);
      return;
    }
    this.rooms.delete(room.mapId);
    room.destroy();
  }

  /** See `Rooms.stop`. */
  async stop(deadlineMs: number): Promise<number> {
    this.isStopping = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    const connections = [...this.listConnections()];
    for (const connection of connections) connection.close('restart');
    const rooms = [...this.rooms.values()];
    const unsaved = new Set(rooms);
    const saved = Promise.all(rooms.map((room) => room.finish().then(() => unsaved.delete(room))));
    const deadline = new Promise((resolve) => setTimeout(resolve, deadlineMs).unref());
    await Promise.race([saved, deadline]);
    await new Promise((resolve) => setTimeout(resolve, Math.min(farewellMs, deadlineMs)));
    for (const connection of connections) connection.terminate();
    for (const room of rooms) room.destroy();
    this.rooms.clear();
    return unsaved.size;
  }
}
