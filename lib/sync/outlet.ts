import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { SyncCounters } from './counters';
import type { SyncLimits } from './limits';

type OutletOptions = {
  socket: Pick<WebSocket, 'readyState' | 'OPEN'>;
  /** What the socket stands on: frames are written to it in one piece. */
  stream: Duplex;
  limits: Pick<SyncLimits, 'bufferedBytes'>;
  counters: SyncCounters;
  now: () => number;
  /** Too much waits already. */
  onFull: () => void;
};

/** A connection's frames on their way out. What waits for a slow reader is bounded. */
export class Outlet {
  lastSentAt: number;
  private readonly options: OutletOptions;
  /** Bytes of a whole state on its way: a large map is no sign of a slow reader. */
  private bulkBytes = 0;

  constructor(options: OutletOptions) {
    this.options = options;
    this.lastSentAt = options.now();
  }

  /** Writes whole frames, as they go over the wire. */
  write(bytes: Buffer, frames: number): void {
    const { socket, stream, limits, onFull } = this.options;
    if (socket.readyState !== socket.OPEN) return;
    if (stream.writableLength - this.bulkBytes > limits.bufferedBytes) {
      onFull();
      return;
    }
    this.count(bytes, frames);
    stream.write(bytes);
  }

  /** Writes a whole state. Only one at a time is free of the limit for slow readers. */
  writeBulk(bytes: Buffer): void {
    const { socket, stream } = this.options;
    if (this.bulkBytes > 0) {
      this.write(bytes, 1);
      return;
    }
    if (socket.readyState !== socket.OPEN) return;
    this.count(bytes, 1);
    this.bulkBytes = bytes.length;
    stream.write(bytes, () => {
      this.bulkBytes = 0;
    });
  }

  private count(bytes: Buffer, frames: number): void {
    const { counters, now } = this.options;
    this.lastSentAt = now();
    counters.sent(bytes.length, frames);
  }
}
