import { toWireFrame } from './wireFrame';

/** Somebody in the room, as far as they are written to. */
export type Receiver = {
  /** Writes whole frames, as they go over the wire. */
  write(bytes: Buffer, frames: number): void;
};

type Waiting<R> = { frame: Buffer; except: R | null };

/**
 * What goes to everybody in a room. A turn of the event loop takes in what many people sent; at its end each of them is written all of it
 * in one piece, where one write for each edit and person would cost more than everything else that is done for an edit.
 */
export class Outbox<R extends Receiver> {
  private waiting: Waiting<R>[] = [];

  constructor(private readonly receivers: ReadonlySet<R>) {}

  /** Sends a message to everybody, except one, in the order of the calls. */
  add(message: Uint8Array, except: R | null): void {
    if (this.waiting.length === 0) setImmediate(() => this.flush());
    this.waiting.push({ frame: toWireFrame(message), except });
  }

  private flush(): void {
    const { waiting } = this;
    this.waiting = [];
    const excepted = new Set(waiting.map(({ except }) => except));
    const all = join(waiting);
    for (const receiver of [...this.receivers]) {
      if (!excepted.has(receiver)) receiver.write(all, waiting.length);
      else {
        const others = waiting.filter(({ except }) => except !== receiver);
        if (others.length > 0) receiver.write(join(others), others.length);
      }
    }
  }
}

function join<R>(waiting: readonly Waiting<R>[]): Buffer {
  const [first] = waiting;
  return waiting.length === 1 && first ? first.frame : Buffer.concat(waiting.map(({ frame }) => frame));
}
