/** ReadyForQuery ends every exchange: type `Z`, length 5, and where the session stands (`I` idle, `T` in a transaction, `E` in a failed one). */
const readyForQuery = [0x5a, 0, 0, 0, 5];
const idle = 0x49;
const size = readyForQuery.length + 1;

/** Reads from the backend's answers whether a transaction is open. */
export class TransactionStatus {
  #tail: Uint8Array = new Uint8Array();

  /** Takes the next bytes that the backend sent, in any slicing. */
  push(bytes: Uint8Array): void {
    this.#tail = bytes.length >= size ? bytes.slice(-size) : new Uint8Array([...this.#tail, ...bytes]).slice(-size);
  }

  /** The session was ended, and with it what it had open. */
  reset(): void {
    this.#tail = new Uint8Array([...readyForQuery, idle]);
  }

  /** The last exchange is whole and left no transaction open. */
  get isIdle(): boolean {
    return (
      this.#tail.length === size && readyForQuery.every((byte, index) => this.#tail[index] === byte) && this.#tail.at(-1) === idle
    );
  }
}
