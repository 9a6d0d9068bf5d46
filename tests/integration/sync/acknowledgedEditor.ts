import { createServer } from 'node:net';
import { readVarUint } from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { messageTypes } from '@/lib/sync/protocol';
import { confirming } from './setUp';

/** A port on which nobody listens: for a server that is to come back under the same address. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** A stock client that edits, and knows which of its edits the server has acknowledged. */
export class Editor {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  readonly acknowledged = new Set<string>();
  edits = 0;
  /** How often this person was told that saving fails. */
  toldNotSaved = 0;
  private readonly name: string;
  private readonly unacknowledged = new Set<string>();
  /** What each sync frame of this connection carried. */
  private frames: string[][] = [];
  private waiting: string[] = [];
  private confirmed = 0;

  constructor(name: string, port: number, mapId: string, cookie: string) {
    this.name = name;
    const sent = (frame: Uint8Array): void => {
      if (frame[0] !== messageTypes.sync || frame[1] === 0) return;
      // An answer carries everything that no acknowledged frame did; an update carries what was just made.
      this.frames.push(frame[1] === 1 ? [...this.unacknowledged] : this.waiting);
      this.waiting = [];
    };
    class CountingSocket extends WebSocket {
      constructor(address: string | URL) {
        super(address, { headers: { Cookie: cookie, Origin: `http://127.0.0.1:${port}` } });
      }
      override send(data: Uint8Array): void {
        sent(data);
        super.send(data);
      }
    }
    this.provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, mapId, this.doc, {
      WebSocketPolyfill: CountingSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      params: confirming,
      connect: false,
    });
    this.provider.on('status', ({ status }) => {
      if (status === 'connected') return;
      this.frames = [];
      this.confirmed = 0;
    });
    this.provider.messageHandlers[messageTypes.notSaved] = (_encoder, decoder) => {
      if (readVarUint(decoder) === 1) this.toldNotSaved += 1;
    };
    this.provider.messageHandlers[messageTypes.confirmed] = (_encoder, decoder) => this.confirm(readVarUint(decoder));
  }

  private confirm(count: number): void {
    for (const edit of this.frames.slice(this.confirmed, count).flat()) {
      this.acknowledged.add(edit);
      this.unacknowledged.delete(edit);
    }
    this.confirmed = count;
  }

  edit(): void {
    const key = `${this.name}:${this.edits++}`;
    this.unacknowledged.add(key);
    this.waiting = [key];
    this.doc.getMap('edits').set(key, true);
  }
}
