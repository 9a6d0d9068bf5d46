import * as Y from 'yjs';
import { copyDocument } from './document';

/** Messages on their way to a document, in order. A lost connection loses them. */
type Line = { connected: boolean; toServer: Uint8Array[]; toClient: Uint8Array[] };

/** Several clients around one server, with delays and lost connections, in one process and without time. */
export class Network {
  readonly server: Y.Doc;
  readonly clients: Y.Doc[];
  readonly #lines: Line[];

  /** One client for each Yjs client id. */
  constructor(state: Uint8Array, clientIds: readonly number[]) {
    this.server = copyDocument(state);
    this.clients = clientIds.map((id) => Object.assign(copyDocument(state), { clientID: id }));
    this.#lines = this.clients.map(() => ({ connected: true, toServer: [], toClient: [] }));
    for (const [index, client] of this.clients.entries()) {
      client.on('update', (update: Uint8Array, origin: unknown) => {
        const line = this.#lines[index];
        if (origin !== 'server' && line?.connected) line.toServer.push(update);
      });
    }
    this.server.on('update', (update: Uint8Array, origin: unknown) => {
      for (const [index, line] of this.#lines.entries()) {
        if (line.connected && this.clients[index] !== origin) line.toClient.push(update);
      }
    });
  }

  /** Delivers up to `count` waiting messages each way. */
  deliver(index: number, count: number): void {
    const [line, client] = [this.#lines[index], this.clients[index]];
    if (!line || !client) return;
    for (const update of line.toServer.splice(0, count)) Y.applyUpdate(this.server, update, client);
    for (const update of line.toClient.splice(0, count)) Y.applyUpdate(client, update, 'server');
  }

  /** Loses the connection, and everything that was on its way. */
  disconnect(index: number): void {
    const line = this.#lines[index];
    if (line) Object.assign(line, { connected: false, toServer: [], toClient: [] } satisfies Line);
  }

  /** Connects again: each side sends what the other does not have, as the sync protocol does. */
  connect(index: number): void {
    const [line, client] = [this.#lines[index], this.clients[index]];
    if (!line || !client || line.connected) return;
    line.connected = true;
    line.toServer.push(Y.encodeStateAsUpdate(client, Y.encodeStateVector(this.server)));
    line.toClient.push(Y.encodeStateAsUpdate(this.server, Y.encodeStateVector(client)));
  }

  /** Connects everyone and delivers until nothing is on its way. */
  settle(): void {
    for (const index of this.clients.keys()) this.connect(index);
    while (this.#lines.some((line) => line.toServer.length > 0 || line.toClient.length > 0)) {
      for (const index of this.clients.keys()) this.deliver(index, Number.POSITIVE_INFINITY);
    }
  }
}
