const startupHeader = 4;
const messageHeader = 5;
const terminate = 0x58; // X
/** After Sync, Query and Flush a client waits for an answer: what came until then is handed over in one piece. */
const handOver = new Set([0x53, 0x51, 0x48]); // S Q H

/** Cuts the bytes that a PostgreSQL client sends into whole messages and gathers those that belong to one exchange. */
export class FrontendMessages {
  #rest: Buffer = Buffer.alloc(0);
  #gathered: Buffer[] = [];
  #started = false;

  constructor(
    private readonly onExchange: (bytes: Uint8Array) => void,
    private readonly onTerminate: () => void,
  ) {}

  /** Takes the next bytes from the client, in any slicing. */
  push(bytes: Uint8Array): void {
    const arrived = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, arrived]) : arrived;
    while (this.#takeMessage()) {
      // one message after the other
    }
  }

  #takeMessage(): boolean {
    const header = this.#started ? messageHeader : startupHeader;
    if (this.#rest.length < header) return false;
    // The length counts itself but not the type byte in front of it, which the start-up message does not have.
    const length = this.#started ? 1 + this.#rest.readInt32BE(1) : this.#rest.readInt32BE(0);
    if (length < header) throw new Error('A message of the database protocol has a wrong length.');
    if (this.#rest.length < length) return false;
    const message = this.#rest.subarray(0, length);
    const type = this.#started ? message[0] : undefined;
    this.#rest = this.#rest.subarray(length);
    if (type === terminate) {
      this.onTerminate();
      return false;
    }
    this.#gathered.push(message);
    if (!this.#started || (type !== undefined && handOver.has(type))) this.#flush();
    this.#started = true;
    return true;
  }

  #flush(): void {
    const [only] = this.#gathered;
    const bytes = this.#gathered.length === 1 && only ? only : Buffer.concat(this.#gathered);
    this.#gathered = [];
    this.onExchange(bytes);
  }
}
