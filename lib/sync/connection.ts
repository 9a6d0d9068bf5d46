import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Admission, Credentials } from './admission';
import { type CloseReason, closeCodes } from './closeCodes';
import { Confirmations } from './confirmations';
import type { SyncCounters } from './counters';
import { Intake } from './intake';
import type { SyncLimits } from './limits';
import { Outlet } from './outlet';
import type { Pace } from './pace';
import { emptyPresenceFrame, type Present } from './presence';
import { encodeConfirmedFrame } from './protocol';
import type { SyncTarget } from './target';
import { toWireFrame } from './wireFrame';

type ConnectionOptions = {
  socket: WebSocket;
  /** What the socket stands on: frames are written to it in one piece. */
  stream: Duplex;
  credentials: Credentials;
  target: SyncTarget;
  admission: Admission;
  limits: SyncLimits;
  counters: SyncCounters;
  now: () => number;
  accessGeneration: number;
  /** How fast the connection, and all of its address together, may go. */
  paces: readonly Pace[];
};

export type ConnectionListener = {
  /** False when it cannot be taken in now: the connection has been told to hold, and offers the frame again after that. */
  onFrame(frame: Uint8Array): boolean;
  /** Once, however the connection ends. */
  onEnd(): void;
};

/** `check` is called four times in the liveness time; a client that is silent for half of it is asked so often. */
const looksUntilGone = 2;

/** How long (milliseconds) a client is not asked again. */
const askingPause = 1_000;

/** One socket of one person to one map: what may be sent to it, and whether its frames are taken in right now. */
export class Connection implements Present {
  readonly credentials: Credentials;
  readonly target: SyncTarget;
  readonly admission: Admission;
  readonly confirmations: Confirmations;
  /** Whether the client has said what it begins from. */
  hasBegun = false;
  /** Name of the person's department on the map. */
  department = '';
  private readonly socket: WebSocket;
  private readonly limits: SyncLimits;
  private readonly counters: SyncCounters;
  private readonly now: () => number;
  private asking: NodeJS.Timeout | null = null;
  private lastAskedAt = Number.NEGATIVE_INFINITY;
  private listener: ConnectionListener | null = null;
  private ended = false;
  private readonly intake: Intake;
  private readonly outlet: Outlet;
  private lastHeardAt: number;
  /** Looks in a row at which a ping was unanswered. */
  private unanswered = 0;

  constructor(options: ConnectionOptions) {
    const { socket, stream, credentials, target, admission, limits, counters, now, paces } = options;
    this.accessGeneration = options.accessGeneration;
    this.socket = socket;
    this.credentials = credentials;
    this.target = target;
    this.admission = admission;
    this.limits = limits;
    this.counters = counters;
    this.now = now;
    this.intake = new Intake({ socket, limits, paces, now, onFrame: (frame) => this.listener?.onFrame(frame) !== false });
    this.confirmations = new Confirmations(target.confirm ? (frames) => this.send(encodeConfirmedFrame(frames)) : null);
    this.outlet = new Outlet({ socket, stream, limits, counters, now, onFull: () => this.terminate() });
    this.lastHeardAt = now();
    socket.binaryType = 'arraybuffer';
    socket.on('message', (data, isBinary) => {
      if (!isBinary || !(data instanceof ArrayBuffer)) this.close('malformed');
      else this.take(new Uint8Array(data));
    });
    socket.on('pong', () => {
      this.lastHeardAt = this.now();
      this.unanswered = 0;
    });
    socket.on('close', () => this.end());
  }

  get sessionId(): string {
    return this.admission.actor.sessionId;
  }

  get hasAnswered(): boolean {
    return this.confirmations.answers > 0;
  }

  get actorId(): string {
    return this.admission.actorId;
  }

  get identity(): Admission['identity'] {
    return { ...this.admission.identity, department: this.department };
  }

  get isOpen(): boolean {
    return !this.ended;
  }

  /** Which accesses had changed when this connection's was judged: see AccessWatch. */
  readonly accessGeneration: number;

  listen(listener: ConnectionListener): void {
    this.listener = listener;
  }

  /** Frames wait from now on, until as many `release` as `hold`: see Intake. */
  hold(): void {
    this.intake.hold();
  }

  release(): void {
    this.intake.release();
  }

  /** What is sent to a client because it asked, beyond what each needs once, counts like what it sends. */
  owe(bytes: number): void {
    this.intake.owe(bytes);
  }

  private take(frame: Uint8Array): void {
    if (this.ended) return;
    this.counters.received(frame.length);
    this.lastHeardAt = this.now();
    this.unanswered = 0;
    this.intake.take(frame);
  }

  /** Sends a frame, or cuts the connection off when too much waits already: the client comes back and asks for what it lacks. */
  send(frame: Uint8Array): void {
    this.write(toWireFrame(frame), 1);
  }

  /** The same with whole frames, as they go over the wire. */
  write(bytes: Buffer, frames: number): void {
    if (!this.ended) this.outlet.write(bytes, frames);
  }

  /** Writes a whole state, as it goes over the wire. Only one at a time is free of the limit for slow readers. */
  writeBulk(bytes: Buffer): void {
    if (!this.ended) this.outlet.writeBulk(bytes);
  }

  /** Asks the client for what the server lacks; after a pause when it has just been asked, as others may be the reason. */
  ask(stateVectorFrame: () => Uint8Array): void {
    if (this.asking) return;
    const wait = this.lastAskedAt + askingPause - this.now();
    this.asking = setTimeout(
      () => {
        this.asking = null;
        this.lastAskedAt = this.now();
        this.send(stateVectorFrame());
      },
      Math.max(0, wait),
    );
  }

  /** Asks whether anybody is there, keeps the client from giving up, and ends a connection that has long been silent. */
  check(): void {
    if (this.ended) return;
    // While it is not read, its silence says nothing.
    if (!this.socket.isPaused && this.now() - this.lastHeardAt > this.limits.livenessMs / 2) {
      // Counted in looks, not in time: when the server itself stood still, nobody else is to blame.
      if (this.unanswered >= looksUntilGone) {
        this.terminate();
        return;
      }
      this.unanswered += 1;
      this.socket.ping();
    }
    if (this.now() - this.outlet.lastSentAt > this.limits.keepAliveMs) this.send(emptyPresenceFrame);
  }

  /** Ends the connection with a code. Nothing that it sent and that still waits is taken in. */
  close(reason: CloseReason): void {
    if (this.ended) return;
    this.counters.closed(reason);
    this.socket.close(closeCodes[reason], reason);
    this.end();
    // A paused socket would never see the client's answer.
    if (this.socket.isPaused) this.socket.resume();
  }

  /** Ends the connection at once, without a word. */
  terminate(): void {
    if (!this.ended) this.counters.closed('unreachable');
    this.socket.terminate();
    this.end();
  }

  private end(): void {
    if (this.ended) return;
    this.ended = true;
    if (this.asking) clearTimeout(this.asking);
    this.intake.end();
    this.listener?.onEnd();
  }
}
