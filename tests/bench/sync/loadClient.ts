import { WebSocket } from 'ws';
import { encodeAnswerFrame, encodeStateVectorFrame } from '@/lib/sync/protocol';
import type { RunningServer } from './candidate';
import { kindOf, numberOf, wrap } from './wire';

/** An empty document's state vector, and an update with nothing in it. */
const emptyVector = new Uint8Array([0]);
const emptyUpdate = new Uint8Array([0, 0]);

export type LoadListener = {
  /** Somebody's edit came, in `bytes`. */
  onUpdate?: (bytes: Buffer) => void;
  /** The document came. */
  onAnswer?: (bytes: Buffer) => void;
  /** So many of this client's frames have been taken in since it came. */
  onTaken?: (count: number) => void;
};

/** A client without a document: it joins as a stock client does, and looks at what it gets without decoding it. */
export class LoadClient {
  readonly socket: WebSocket;
  /** Resolves when the whole document has been received; rejects when the server ends the connection before. */
  readonly synced: Promise<void>;
  /** Bytes of the first answer. */
  received = 0;
  private readonly prefix: Uint8Array;
  private taken = 0;

  constructor(server: RunningServer, map: string, { person = 0, ...listener }: LoadListener & { person?: number } = {}) {
    this.prefix = server.wire.prefix(map);
    const start = this.prefix.length;
    this.socket = new WebSocket(server.address(map), { headers: server.headersOf(person), perMessageDeflate: false });
    this.socket.on('open', () => {
      for (const frame of server.wire.greeting(map)) this.send(frame);
      this.send(encodeStateVectorFrame(emptyVector));
    });
    this.synced = new Promise((resolve, reject) => {
      this.socket.on('error', reject);
      this.socket.on('close', (code) => reject(new Error(`a server ended a connection with ${code}`)));
      this.socket.on('message', (data: Buffer) => {
        const kind = kindOf(data, start);
        if (kind === 'update') listener.onUpdate?.(data);
        else if (kind === 'stateVector') this.send(encodeAnswerFrame(emptyUpdate));
        else if (kind === 'answer') {
          this.received ||= data.length;
          listener.onAnswer?.(data);
          resolve();
        } else if (kind === 'taken') {
          this.taken = server.wire.acknowledging === 'total' ? numberOf(data, start) : this.taken + 1;
          listener.onTaken?.(this.taken);
        }
      });
    });
    // Whoever waits for it hears of it all the same.
    this.synced.catch(() => undefined);
  }

  /** Sends a y-websocket message. */
  send(frame: Uint8Array): void {
    this.socket.send(wrap(this.prefix, frame));
  }

  close(): void {
    this.socket.terminate();
  }
}

/** So many clients are on their way at once while many are brought in: whoever listens has a queue of bounded length. */
const arriving = 50;

/** Brings clients in, one batch after another, and resolves when all have the document. */
export async function bringIn(count: number, make: (index: number) => LoadClient): Promise<LoadClient[]> {
  const clients: LoadClient[] = [];
  while (clients.length < count) {
    const next = Array.from({ length: Math.min(arriving, count - clients.length) }, (_, index) => make(clients.length + index));
    clients.push(...next);
    await Promise.all(next.map(({ synced }) => synced));
  }
  return clients;
}
