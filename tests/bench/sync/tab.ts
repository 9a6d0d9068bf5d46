import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { encodeAnswerFrame, encodeStateVectorFrame, encodeUpdateFrame } from '@/lib/sync/protocol';
import type { RunningServer } from './candidate';
import { encodePresence, kindOf, numberOf, payloadOf, wrap } from './wire';

/** Edits that a frame carried, and when they were made; an answer carries what no acknowledged frame did. */
type Sent = { edits: readonly string[]; at: number | null };

/** A browser's tab: a document that outlives connections, and what its person was told of their edits. Speaks to all servers alike. */
export class Tab {
  readonly doc = new Y.Doc();
  readonly acknowledged = new Set<string>();
  /** Edits of others that came here. */
  readonly seen = new Set<string>();
  /** Milliseconds from an edit until its acknowledgement. */
  readonly times: number[] = [];
  edits = 0;
  /** How many edits the document had when this connection was told that everything is there; null before that. */
  editsAtSync: number | null = null;
  private readonly name: string;
  private readonly lineMs: number;
  private readonly unacknowledged = new Set<string>();
  private socket: WebSocket | null = null;
  private sent: Sent[] = [];
  private confirmed = 0;
  private send: (frame: Uint8Array) => void = () => undefined;

  /** `lineMs`: so many milliseconds its line takes each way. */
  constructor(name: string, lineMs = 0) {
    this.name = name;
    this.lineMs = lineMs;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.send(encodeUpdateFrame(update));
    });
    this.map.observe((event, transaction) => {
      if (!transaction.local) for (const key of event.keysChanged) this.seen.add(key);
    });
  }

  /** Where edits stand: one key for each, so that none can hide another. */
  get map(): Y.Map<boolean> {
    return this.doc.getMap('edits');
  }

  connect(server: RunningServer, room: string, person: number): void {
    const { wire } = server;
    const prefix = wire.prefix(room);
    const socket = new WebSocket(server.address(room), { headers: server.headersOf(person), perMessageDeflate: false });
    this.socket = socket;
    this.sent = [];
    this.confirmed = 0;
    this.editsAtSync = null;
    const arrive = (act: () => void): void => (this.lineMs > 0 ? void setTimeout(act, this.lineMs) : act());
    const tell = (frame: Uint8Array): void => arrive(() => socket.send(wrap(prefix, frame)));
    socket.on('error', () => undefined);
    socket.on('open', () => {
      for (const frame of wire.greeting(room)) tell(frame);
      tell(encodeStateVectorFrame(Y.encodeStateVector(this.doc)));
    });
    const hear = (data: Buffer): void => {
      const kind = kindOf(data, prefix.length);
      if (kind === 'stateVector') {
        this.sent.push({ edits: [...this.unacknowledged], at: null });
        tell(encodeAnswerFrame(Y.encodeStateAsUpdate(this.doc, payloadOf(data, prefix.length))));
        // From now on the server lacks nothing but what is made from now on.
        this.send = tell;
      } else if (kind === 'answer' || kind === 'update') {
        Y.applyUpdate(this.doc, payloadOf(data, prefix.length), this);
        if (kind === 'answer') this.editsAtSync ??= this.map.size;
      } else if (kind === 'taken') {
        this.confirm(wire.acknowledging === 'total' ? numberOf(data, prefix.length) : this.confirmed + 1);
      }
    };
    socket.on('message', (data: Buffer) => arrive(() => hear(data)));
  }

  /** Names its client id in presence, as stock clients do. */
  showUp(): void {
    this.send(encodePresence(this.doc.clientID, 1, '{}'));
  }

  private confirm(count: number): void {
    const now = performance.now();
    for (const { edits, at } of this.sent.slice(this.confirmed, count)) {
      for (const edit of edits) {
        this.acknowledged.add(edit);
        this.unacknowledged.delete(edit);
      }
      if (at !== null) this.times.push(now - at);
    }
    this.confirmed = count;
  }

  edit(): void {
    const key = `${this.name}:${this.edits++}`;
    this.unacknowledged.add(key);
    this.sent.push({ edits: [key], at: performance.now() });
    this.map.set(key, true);
  }

  disconnect(): void {
    this.send = () => undefined;
    this.socket?.terminate();
  }
}
