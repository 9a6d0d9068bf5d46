import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import type { Admission } from './admission';
import { type CloseReason, closeCodes } from './closeCodes';
import type { SyncLimits } from './limits';
import { emptyPresenceFrame, type Present } from './presence';
import { encodeConfirmedFrame } from './protocol';
import type { SyncTarget } from './target';

type ConnectionOptions = {
  socket: WebSocket;
  request: IncomingMessage;
  target: SyncTarget;
  admission: Admission;
  limits: SyncLimits;
  now: () => number;
  accessGeneration: number;
};

export type ConnectionListener = {
  /** False when it cannot be taken in now: the connection has been told to hold, and offers the frame again after that. */
  onFrame(frame: Uint8Array): boolean;
  /** Once, however the connection ends. */
  onEnd(): void;
};

/** `check` is called four times in the liveness time; a client that is silent for half of it is asked so often. */
const looksUntilGone = 2;

/** One socket of one person to one map: what may be sent to it, and whether its frames are taken in right now. */
export class Connection implements Present {
  readonly request: IncomingMessage;
  readonly target: SyncTarget;
  readonly admission: Admission;
  /** Sync frames (updates and answers) received so far. */
  frames = 0;
  /** Whether the client has said what it begins from. */
  hasBegun = false;
  hasAnswered = false;
  /** Name of the person's department on the map. */
  department = '';
  private readonly socket: WebSocket;
  private readonly limits: SyncLimits;
  private readonly now: () => number;
  private readonly registered = new Set<number>();
  private listener: ConnectionListener | null = null;
  private ended = false;
  private holds = 0;
  private held: Uint8Array[] = [];
  private heldBytes = 0;
  /** Bytes of a whole state on its way: a large map is no sign of a slow reader. */
  private bulkBytes = 0;
  private confirmedFrames = 0;
  private confirmationUnderWay = false;
  private lastSentAt: number;
  private lastHeardAt: number;
  /** Looks in a row at which a ping was unanswered. */
  private unanswered = 0;

  constructor({ socket, request, target, admission, limits, now, accessGeneration }: ConnectionOptions) {
    this.accessGeneration = accessGeneration;
    this.socket = socket;
    this.request = request;
    this.target = target;
    this.admission = admission;
    this.limits = limits;
    this.now = now;
    this.lastSentAt = now();
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

  /** Frames wait from now on, and the socket is not read any further when too many do, until as many `release` as `hold`. */
  hold(): void {
    this.holds += 1;
  }

  release(): void {
    this.holds -= 1;
    while (this.holds === 0 && this.held.length > 0 && !this.ended) {
      const [frame] = this.held;
      if (!frame || this.listener?.onFrame(frame) === false) break;
      this.held.shift();
      this.heldBytes -= frame.length;
    }
    if (this.holds === 0 && this.socket.isPaused) this.socket.resume();
  }

  private take(frame: Uint8Array): void {
    if (this.ended) return;
    this.lastHeardAt = this.now();
    this.unanswered = 0;
    if (this.holds === 0 && this.listener?.onFrame(frame) !== false) return;
    this.held.push(frame);
    this.heldBytes += frame.length;
    const full = this.held.length >= this.limits.queuedFrames || this.heldBytes >= this.limits.queuedBytes;
    if (full && !this.socket.isPaused) this.socket.pause();
  }

  /** Sends a frame, or cuts the connection off when too much waits already: the client comes back and asks for what it lacks. */
  send(frame: Uint8Array): void {
    if (this.ended || this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount - this.bulkBytes > this.limits.bufferedBytes) {
      this.terminate();
      return;
    }
    this.lastSentAt = this.now();
    this.socket.send(frame);
  }

  /** Sends a whole state. Only one at a time is free of the limit for slow readers. */
  sendBulk(frame: Uint8Array): void {
    if (this.ended || this.socket.readyState !== this.socket.OPEN) return;
    if (this.bulkBytes > 0) {
      this.send(frame);
      return;
    }
    this.lastSentAt = this.now();
    this.bulkBytes = frame.length;
    this.socket.send(frame, () => {
      this.bulkBytes = 0;
    });
  }

  /** The first `frames` sync frames are committed. Told once for all that one commit confirms. */
  confirm(frames: number): void {
    this.confirmedFrames = frames;
    if (!this.target.confirm || this.confirmationUnderWay) return;
    this.confirmationUnderWay = true;
    queueMicrotask(() => {
      this.confirmationUnderWay = false;
      this.send(encodeConfirmedFrame(this.confirmedFrames));
    });
  }

  /** Those of the client ids that this connection has not written under before; at most the limit over its life. */
  newWriters(clientIds: Iterable<number>): number[] {
    const found: number[] = [];
    for (const clientId of clientIds) {
      if (this.registered.size >= this.limits.clientIdsPerConnection) break;
      if (this.registered.has(clientId)) continue;
      this.registered.add(clientId);
      found.push(clientId);
    }
    return found;
  }

  /** Asks whether anybody is there, keeps the client from giving up, and ends a connection that has long been silent. */
  check(): void {
    if (this.ended || this.socket.isPaused) return;
    if (this.now() - this.lastHeardAt > this.limits.livenessMs / 2) {
      // Counted in looks, not in time: when the server itself stood still, nobody else is to blame.
      if (this.unanswered >= looksUntilGone) {
        this.terminate();
        return;
      }
      this.unanswered += 1;
      this.socket.ping();
    }
    if (this.now() - this.lastSentAt > this.limits.keepAliveMs) this.send(emptyPresenceFrame);
  }

  /** Ends the connection with a code. Nothing that it sent and that still waits is taken in. */
  close(reason: CloseReason): void {
    if (this.ended) return;
    this.socket.close(closeCodes[reason], reason);
    this.end();
    // A paused socket would never see the client's answer.
    if (this.socket.isPaused) this.socket.resume();
  }

  /** Ends the connection at once, without a word. */
  terminate(): void {
    this.socket.terminate();
    this.end();
  }

  private end(): void {
    if (this.ended) return;
    this.ended = true;
    this.held = [];
    this.heldBytes = 0;
    this.listener?.onEnd();
  }
}
