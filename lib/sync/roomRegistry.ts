import type { Connection } from './connection';
import { Room, type RoomParts, RoomRetired } from './room';
import type { OpenRoom } from './roomFrames';
import type { RoomsStatus } from './roomsStatus';

/** How long (milliseconds) closing handshakes may take when the server stops. */
const farewellMs = 500;
/** How soon (milliseconds) it is seen again whether a room that must go can go. */
const retiredMs = 20;

/** The process is about to end: nothing is begun any more. */
class RoomsStopping extends Error {
  override name = 'RoomsStopping';
}

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

  /**
   * Hands the map's room, which is made when there is none, to `use`. Waits until a retired one has gone. Between finding the room and using
   * it nothing may wait: a room that nobody is in can leave memory at any await, and what is written into it then is lost.
   * Throws `RoomsStopping`.
   */
  private async enter<T>(mapId: string, use: (room: Room) => T): Promise<T> {
    for (;;) {
      if (this.isStopping) throw new RoomsStopping('the server is stopping');
      const found = this.rooms.get(mapId);
      if (!found?.isRetired) return use(found ?? this.make(mapId));
      await found.gone;
    }
  }

  private make(mapId: string): Room {
    const room = new Room(mapId, { ...this.parts, onIdle: (idle) => this.onIdle(idle) });
    this.rooms.set(mapId, room);
    return room;
  }

  /** Brings a connection into the room of its map. */
  async join(connection: Connection): Promise<void> {
    connection.hold();
    const joined = this.enter(connection.target.mapId, (room) => {
      if (connection.isOpen) room.join(connection);
      // Gone while it waited: nobody else may be in the room that was made for it.
      else this.onIdle(room);
    });
    await joined.catch((error) => {
      if (!(error instanceof RoomsStopping)) throw error;
      connection.close('restart');
    });
    connection.release();
  }

  /** Runs `use` with the map's room, which is read when it is not in memory. Throws `notFound`. */
  async use<T>(mapId: string, use: (open: OpenRoom) => T | Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await this.enter(mapId, (room) => room.visit(use));
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

  /** How many maps are in memory, and how many connections of each role and kind of person. */
  describe(): Pick<RoomsStatus, 'rooms' | 'connections'> {
    const found = new Map<string, RoomsStatus['connections'][number]>();
    for (const { admission } of this.listConnections()) {
      const { role, actor } = admission;
      const entry = found.get(`${role} ${actor.kind}`) ?? { role, kind: actor.kind, count: 0 };
      entry.count += 1;
      found.set(`${role} ${actor.kind}`, entry);
    }
    return { rooms: this.rooms.size, connections: [...found.values()] };
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
    if (this.rooms.get(room.mapId) !== room) return;
    if (!room.isRetired && room.connections.size > 0) return;
    await room.finish();
    // From here to the end nothing waits: nobody can come in between.
    if (room.isBusy) {
      if (room.connections.size === 0) this.onIdle(room);
      return;
    }
    // A visit during the last work may have set the timer again: it must not find, and remove, the map's next room.
    clearTimeout(this.timers.get(room));
    this.timers.delete(room);
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
