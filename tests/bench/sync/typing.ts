import { encodeUpdateFrame } from '@/lib/sync/protocol';
import type { RunningServer } from './candidate';
import { findMarkers, Typist } from './documents';
import { LoadClient } from './loadClient';
import { type Planned, percentile, sendOnTime, settles } from './schedule';

/** What people noticed in a stretch of time, in milliseconds from the moment an edit was due until somebody else had it. */
export type Noticed = {
  p50: number;
  p99: number;
  longest: number;
  /** Deliveries that had not come when it was given up; they count with the time they had waited. */
  missing: number;
  /** By how much the load itself was late (99th percentile): far below the figures, or they are not the server's. */
  late: number;
};

/** After the last edit, everything has so long to arrive. */
const graceMs = 5_000;

/** One edit: when it was due, who wrote it, and who is to get it. */
type Edit = { due: number; author: number; room: string; receipts: number };

/** People in maps, some of whom type; knows when whose edits reached whom. */
export class Typing {
  private readonly clients: { client: LoadClient; room: string }[] = [];
  private readonly typists: { client: LoadClient; index: number; room: string; typist: Typist }[] = [];
  private readonly people = new Map<string, number>();
  private edits: Edit[] = [];
  /** Number of the first of `edits`: numbers are never used twice. */
  private first = 1;
  private latencies: number[] = [];
  private readonly server: RunningServer;
  private readonly state: Uint8Array;

  constructor(server: RunningServer, state: Uint8Array) {
    this.server = server;
    this.state = state;
  }

  /** Somebody who opens a map; use with `bringIn`. */
  join(room: string, types: boolean): LoadClient {
    const index = this.clients.length;
    const client = new LoadClient(this.server, room, { person: index, onUpdate: (bytes) => this.receive(bytes, index) });
    this.clients.push({ client, room });
    this.people.set(room, (this.people.get(room) ?? 0) + 1);
    if (types) this.typists.push({ client, index, room, typist: new Typist(this.state, this.typists.length) });
    return client;
  }

  private receive(bytes: Buffer, receiver: number): void {
    const now = performance.now();
    findMarkers(bytes, (number) => {
      const edit = this.edits[number - this.first];
      // Some servers send authors their own edits.
      if (!edit || edit.author === receiver) return;
      edit.receipts += 1;
      this.latencies.push(now - edit.due);
    });
  }

  /** Lets them type in turn, so many edits a second altogether, for so long. */
  async type(perSecond: number, seconds: number): Promise<Noticed> {
    this.first += this.edits.length;
    this.edits = [];
    this.latencies = [];
    const count = Math.round(perSecond * seconds);
    const frames = Array.from({ length: count }, (_, index) => {
      const typist = this.typists[index % this.typists.length];
      if (!typist) throw new Error('nobody types');
      return { typist, frame: encodeUpdateFrame(typist.typist.write(this.first + index)) };
    });
    const start = performance.now() + 20;
    const plan: Planned[] = frames.map(({ typist: { client, index, room }, frame }, order) => {
      const due = start + (order * 1_000) / perSecond;
      this.edits.push({ due, author: index, room, receipts: 0 });
      return { due, send: () => client.send(frame) };
    });
    const late = await sendOnTime(plan);
    const expected = this.edits.reduce((sum, { room }) => sum + this.receiversIn(room), 0);
    await settles(() => this.latencies.length >= expected, graceMs);
    const now = performance.now();
    const waiting = this.edits.flatMap(({ due, room, receipts }) => Array(this.receiversIn(room) - receipts).fill(now - due));
    const all = this.latencies.concat(waiting);
    const longest = all.reduce((most, latency) => Math.max(most, latency), 0);
    return { p50: percentile(all, 0.5), p99: percentile(all, 0.99), longest, missing: waiting.length, late };
  }

  private receiversIn(room: string): number {
    return (this.people.get(room) ?? 0) - 1;
  }

  get everybody(): LoadClient[] {
    return this.clients.map(({ client }) => client);
  }

  close(): void {
    for (const { client } of this.clients) client.close();
  }
}
