import { readVarUint } from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { schemaVersion } from '@/lib/document/schema';
import { messageTypes } from '@/lib/sync/protocol';

export type ClientOptions = {
  mapId: string;
  cookie?: string | undefined;
  /** URL parameters; by default those of a client that knows the document. */
  params?: Record<string, string>;
  /** Further headers; null leaves one out. */
  headers?: Record<string, string | null>;
  doc?: Y.Doc;
  /** Start connecting at once; true unless told. */
  connect?: boolean;
};

/** URL parameters of a client that has been given this document by a page. */
export const claims = { epoch: '1', schema: String(schemaVersion) };

/** An unmodified y-websocket client with a browser's headers, and what it was told. */
export class SyncClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Close codes, one for each connection that ended; null when this side ended it. */
  readonly closes: (number | null)[] = [];
  /** Counts of committed frames, as they came in. */
  readonly confirmations: number[] = [];
  /** "Not saved" states, as they came in. */
  readonly saveFailures: boolean[] = [];
  /** The socket in use, as the provider made it. */
  socket: WebSocket | null = null;

  constructor(port: number, options: ClientOptions) {
    this.doc = options.doc ?? new Y.Doc();
    const headers = headersOf(port, options);
    const keep = (socket: WebSocket): void => {
      this.socket = socket;
    };
    class BrowserSocket extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols, { headers });
        keep(this);
      }
    }
    this.provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, options.mapId, this.doc, {
      WebSocketPolyfill: BrowserSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      params: options.params ?? claims,
      connect: options.connect ?? true,
    });
    this.provider.on('connection-close', (event) => this.closes.push(event?.code ?? null));
    this.provider.messageHandlers[messageTypes.confirmed] = (_encoder, decoder) => {
      this.confirmations.push(readVarUint(decoder));
    };
    this.provider.messageHandlers[messageTypes.notSaved] = (_encoder, decoder) => {
      this.saveFailures.push(readVarUint(decoder) === 1);
    };
  }

  get confirmed(): number {
    return this.confirmations.at(-1) ?? 0;
  }

  /** The map's title as this client sees it. */
  get title(): string {
    const title = this.doc.getMap('meta').get('title');
    return title instanceof Y.Text ? title.toString() : '';
  }

  /** Writes at the end of the title. */
  write(text: string): void {
    const title = this.doc.getMap('meta').get('title');
    if (!(title instanceof Y.Text)) throw new Error('the map is not loaded');
    title.insert(title.length, text);
  }

  destroy(): void {
    this.provider.destroy();
    this.provider.awareness.destroy();
    this.doc.destroy();
  }
}

function headersOf(port: number, options: ClientOptions): Record<string, string> {
  const headers: Record<string, string | null> = {
    Origin: `http://127.0.0.1:${port}`,
    Cookie: options.cookie ?? null,
    ...options.headers,
  };
  return Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** A bare socket to the sync path: for frames that no real client sends. */
export function openSocket(port: number, options: ClientOptions): WebSocket {
  const query = new URLSearchParams(options.params ?? claims).toString();
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${options.mapId}?${query}`, { headers: headersOf(port, options) });
  socket.on('error', () => undefined);
  return socket;
}
