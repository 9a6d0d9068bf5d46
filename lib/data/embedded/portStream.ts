import { Duplex } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';

/**
 * A message port as the byte stream that `pg` expects in place of a socket. `onConnect` runs when `pg` connects.
 * What is written is copied once and its memory handed over, never shared.
 */
export class PortStream extends Duplex {
  readonly #port: MessagePort;
  readonly #onConnect: () => void;

  constructor(port: MessagePort, onConnect: () => void) {
    super();
    this.#port = port;
    this.#onConnect = onConnect;
    port.on('message', (bytes: Uint8Array) => this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
    port.on('close', () => {
      if (!this.destroyed) this.push(null);
    });
  }

  connect(): this {
    try {
      this.#onConnect();
      process.nextTick(() => this.emit('connect'));
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    }
    return this;
  }

  override _read(): void {
    // Answers arrive when they arrive: the client asks for as much as it can take.
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    const copy = new Uint8Array(chunk);
    this.#port.postMessage(copy, [copy.buffer]);
    done();
  }

  /** What `pg` writes of one query in pieces goes over together: each message between threads costs more than its bytes. */
  override _writev(pieces: { chunk: Uint8Array }[], done: (error?: Error | null) => void): void {
    this._write(Buffer.concat(pieces.map(({ chunk }) => chunk)), 'binary', done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#port.close();
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#port.close();
    done(error);
  }

  // A port has none of a socket's knobs; `pg` turns them all the same.
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}
