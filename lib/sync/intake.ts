import type { WebSocket } from 'ws';
import type { SyncLimits } from './limits';
import type { Pace } from './pace';

type IntakeOptions = {
  socket: Pick<WebSocket, 'isPaused' | 'pause' | 'resume'>;
  limits: Pick<SyncLimits, 'queuedFrames' | 'queuedBytes'>;
  /** How fast frames may come. */
  paces: readonly Pace[];
  now: () => number;
  /** False when the frame cannot be taken in now: the intake has been told to hold, and offers it again after that. */
  onFrame: (frame: Uint8Array) => boolean;
};

/** A connection's frames on their way in: one after another, none while it holds, and no faster than its paces allow. */
export class Intake {
  private readonly options: IntakeOptions;
  private holds = 0;
  private held: Uint8Array[] = [];
  private heldBytes = 0;
  private owedBytes = 0;
  private ended = false;

  constructor(options: IntakeOptions) {
    this.options = options;
  }

  /** Frames wait from now on, and the socket is not read any further when too many do, until as many `release` as `hold`. */
  hold(): void {
    this.holds += 1;
  }

  release(): void {
    const { socket } = this.options;
    this.holds -= 1;
    while (this.holds === 0 && this.held.length > 0 && !this.ended) {
      const [frame] = this.held;
      if (!frame || !this.handOver(frame)) break;
      this.held.shift();
      this.heldBytes -= frame.length;
    }
    if (this.holds === 0 && socket.isPaused) socket.resume();
  }

  take(frame: Uint8Array): void {
    if (this.holds === 0 && this.handOver(frame)) return;
    this.held.push(frame);
    this.heldBytes += frame.length;
    const { socket, limits } = this.options;
    const full = this.held.length >= limits.queuedFrames || this.heldBytes >= limits.queuedBytes;
    if (full && !socket.isPaused) socket.pause();
  }

  /** False when the frame has to be offered again. After one that came too early, or made too much work, the next ones wait. */
  private handOver(frame: Uint8Array): boolean {
    const { now, onFrame, paces } = this.options;
    const started = now();
    if (!onFrame(frame)) return false;
    const work = now() - started;
    const bytes = frame.length + this.owedBytes;
    this.owedBytes = 0;
    const wait = Math.max(...paces.map((pace) => pace.take(bytes, work)));
    if (wait > 0) {
      this.hold();
      setTimeout(() => this.release(), wait).unref();
    }
    return true;
  }

  /** What is sent to a client because it asked, beyond what each needs once, counts like what it sends. */
  owe(bytes: number): void {
    this.owedBytes += bytes;
  }

  /** Nothing that waits is taken in any more. */
  end(): void {
    this.ended = true;
    this.held = [];
    this.heldBytes = 0;
  }
}
