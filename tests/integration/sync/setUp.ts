import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { type RoomServer, type RoomServerOptions, startRoomServer } from '@/tests/builders/roomServer';
import { type ClientOptions, claims, openSocket, SyncClient } from '@/tests/builders/syncClient';

/** Waits until a check holds; tests of sync never sleep for a guessed time. */
export const until = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 15_000, interval: 4 });

export const confirming = { ...claims, confirm: '1' };

/** A room server for all tests of a `describe`, and clients that end with their test. */
export function useRooms(options: RoomServerOptions = {}) {
  let server: RoomServer | undefined;
  const ends: (() => void)[] = [];
  const requireServer = (): RoomServer => {
    if (!server) throw new Error('the server has not been started');
    return server;
  };
  beforeAll(async () => {
    server = await startRoomServer(options);
  });
  afterEach(() => {
    for (const end of ends.splice(0)) end();
  });
  afterAll(() => server?.stop());

  return {
    get server(): RoomServer {
      return requireServer();
    },
    open(client: ClientOptions): SyncClient {
      const opened = new SyncClient(requireServer().port, client);
      ends.push(() => opened.destroy());
      return opened;
    },
    /** A client that has the document. */
    async opened(client: ClientOptions): Promise<SyncClient> {
      const opened = this.open(client);
      await until(() => {
        if (!opened.provider.synced) throw new Error(`not synced, closed with ${opened.closes.join(', ')}`);
      });
      return opened;
    },
    /** A bare socket that is open, what it has received, and a promise of the code with which it ends. */
    async socket(client: ClientOptions) {
      const socket = openSocket(requireServer().port, client);
      ends.push(() => socket.terminate());
      const closed = new Promise<number>((resolve) => socket.on('close', resolve));
      const received: Buffer[] = [];
      socket.on('message', (data: Buffer) => received.push(data));
      await new Promise((resolve) => socket.on('open', resolve));
      return { socket, closed, received };
    },
    /** Resolves when no map is in memory any more. */
    async emptied(): Promise<void> {
      await until(() => {
        if (requireServer().rooms.count().rooms > 0) throw new Error('a room is still there');
      });
    },
  };
}
