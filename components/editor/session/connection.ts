import { readVarUint } from 'lib0/decoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { pauseBefore } from './backoff';
import { countingSocket } from './countingSocket';

/** How often (milliseconds) the client asks for what it may have missed; also keeps proxies from closing a silent socket. */
const resyncInterval = 25_000;
/** y-websocket doubles 100 ms per attempt up to its maximum; a base this large lets our own maximum decide. */
const attemptsThatReachTheMaximum = 9;

/** A socket that is neither open nor refused after this long (milliseconds) is given up: a proxy may hold it for minutes. */
const longestOpening = 15_000;

export type ConnectionTarget = { serverUrl: string; mapId: string; epoch: number; schemaVersion: number };

export type ConnectionListener = {
  onOpened(): void;
  /** The server's content is here. */
  onSynced(): void;
  /** `code` is null when we closed it ourselves. Return false to stop connecting. */
  onClosed(code: number | null, reason: string): boolean;
  onFrame(frame: 'update' | 'answer'): void;
  onConfirmed(count: number): void;
  onServerStorage(fails: boolean): void;
};

export type Connection = {
  connect(): void;
  /** Drops the connection, and connects anew at once. */
  reconnect(): void;
  disconnect(): void;
  isOpen(): boolean;
  destroy(): void;
};

export type ConnectionMessages = { confirmed: number; notSaved: number };

/** The socket of one map: an unmodified y-websocket provider, with our count of frames and our pauses around it. */
export function createConnection(
  target: ConnectionTarget,
  doc: Y.Doc,
  awareness: Awareness,
  listener: ConnectionListener,
  messages: ConnectionMessages,
  base: typeof WebSocket = WebSocket,
): Connection {
  let attempt = 0;
  let goOn = true;
  let opening: ReturnType<typeof setTimeout> | undefined;
  const provider = new WebsocketProvider(target.serverUrl, target.mapId, doc, {
    connect: false,
    awareness,
    params: { epoch: String(target.epoch), schema: String(target.schemaVersion), confirm: '1' },
    WebSocketPolyfill: countingSocket(base, (frame) => listener.onFrame(frame)),
    resyncInterval,
    // Tabs of one browser meet at the server: what came in through another tab would not be in our count.
    disableBc: true,
    shouldReconnect: () => goOn,
  });

  provider.messageHandlers[messages.confirmed] = (_encoder, decoder) => listener.onConfirmed(readVarUint(decoder));
  provider.messageHandlers[messages.notSaved] = (_encoder, decoder) => listener.onServerStorage(readVarUint(decoder) === 1);

  provider.on('status', ({ status }) => {
    clearTimeout(opening);
    if (status === 'connecting') opening = setTimeout(() => provider.ws?.close(), longestOpening);
    if (status !== 'connected') return;
    listener.onOpened();
    // The server forgot us when the socket closed, and heeds a state only under a new clock: told anew, others see us at once.
    awareness.setLocalState(awareness.getLocalState());
  });
  provider.on('sync', (synced) => {
    if (!synced) return;
    attempt = 0;
    listener.onSynced();
  });
  provider.on('connection-close', (event) => {
    clearTimeout(opening);
    goOn = listener.onClosed(event?.code ?? null, event?.reason ?? '');
    attempt++;
    provider.wsUnsuccessfulReconnects = attemptsThatReachTheMaximum;
    provider.maxBackoffTime = pauseBefore(attempt, Math.random());
  });

  return {
    connect: () => provider.connect(),
    reconnect() {
      attempt = 0;
      provider.disconnect();
      provider.connect();
    },
    disconnect: () => provider.disconnect(),
    isOpen: () => provider.wsconnected,
    destroy() {
      clearTimeout(opening);
      provider.destroy();
    },
  };
}
