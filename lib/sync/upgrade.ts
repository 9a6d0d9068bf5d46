import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { WebSocket, WebSocketServer } from 'ws';
import { AddressCounter } from './addressCounter';
import type { Admission, Authorise } from './admission';
import { type CloseReason, closeCodes } from './closeCodes';
import { Connection } from './connection';
import type { SyncCounters } from './counters';
import type { SyncLimits } from './limits';
import { Pace } from './pace';
import { parseTarget, type SyncTarget } from './target';

export type UpgradeOptions = {
  authorise: Authorise;
  /** Whether the page that asks is our own; a request without an Origin only with a bearer token. */
  isAllowedOrigin: (request: IncomingMessage) => boolean;
  /** The client's address, for counting only. */
  addressOf: (request: IncomingMessage) => string;
  limits: SyncLimits;
  counters: SyncCounters;
  log: Logger;
  now: () => number;
  /** Counts changes of access; see AccessWatch. */
  accessGeneration: () => number;
  onConnection: (connection: Connection) => void;
};

/** Headers by which a person is known, and by which it is known whether their connection is encrypted. */
const namesOfCredentials = ['authorization', 'cookie', 'host', 'x-forwarded-host', 'x-forwarded-proto'] as const;

/** Past so many times the limit an address is not even told why it is refused. */
const deafFactor = 2;

/** What the ws library finds wrong with a frame reaches stock clients as one of our codes, so that they do not send it again. */
const protocolErrors: Readonly<Record<number, number>> = {
  1002: closeCodes.malformed,
  1003: closeCodes.malformed,
  1007: closeCodes.malformed,
  1008: closeCodes.tooLarge,
  1009: closeCodes.tooLarge,
};

class RoomSocket extends WebSocket {
  override close(code?: number, data?: string | Buffer): void {
    super.close(code === undefined ? undefined : (protocolErrors[code] ?? code), data);
  }
}

/** Judges upgrade requests for `/sync/<mapId>` before anything of a document is touched. */
export class UpgradeGate {
  private readonly options: UpgradeOptions;
  private readonly server: WebSocketServer;
  private readonly addresses: AddressCounter;
  private readonly attempts: RateLimiterMemory;
  private isClosing = false;

  constructor(options: UpgradeOptions) {
    this.options = options;
    this.addresses = new AddressCounter(options.limits, options.now);
    this.attempts = new RateLimiterMemory({ points: options.limits.attemptsPerAddress, duration: 60 });
    this.server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: options.limits.frameBytes,
      perMessageDeflate: false,
      WebSocket: RoomSocket,
    });
    this.server.on('wsClientError', (_error, socket) => socket.destroy());
  }

  /** Answers an upgrade request, in every case. */
  async handle(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { limits, log, authorise, isAllowedOrigin, addressOf } = this.options;
    // A client that goes away while it is judged must not end the process.
    socket.on('error', () => socket.destroy());
    const target = parseTarget(request.url);
    if (!target) return refuseOutright(socket, 404);
    const address = addressOf(request);
    const count = this.addresses.countOf(address);
    if (count >= limits.connectionsPerAddress * deafFactor) return refuseOutright(socket, 429);
    const { pace, leave } = this.addresses.enter(address);
    socket.once('close', leave);

    const refuse = (reason: CloseReason): void => {
      this.options.counters.refused(reason);
      log.info({ mapId: target.mapId, reason }, 'a connection to a map was refused');
      this.complete(request, socket, head, (accepted) => accepted.close(closeCodes[reason], reason));
    };
    if (this.isClosing) return refuse('restart');
    if (count >= limits.connectionsPerAddress || !(await this.mayAttempt(address))) return refuse('tooMany');
    if (!isAllowedOrigin(request)) return refuse('forbidden');
    try {
      const accessGeneration = this.options.accessGeneration();
      const judgement = await authorise(request, target.mapId);
      if (this.isClosing) refuse('restart');
      else if ('admitted' in judgement)
        this.admit({ request, socket, head }, { target, admission: judgement.admitted, accessGeneration, pace });
      else refuse(judgement.refused === 'forbidden' ? 'notFound' : judgement.refused);
    } catch (error) {
      log.error({ err: error, mapId: target.mapId }, 'a connection to a map could not be judged');
      refuse('tryAgain');
    }
  }

  private mayAttempt(address: string): Promise<boolean> {
    return this.attempts.consume(address).then(
      () => true,
      () => false,
    );
  }

  private admit(
    { request, socket, head }: { request: IncomingMessage; socket: Duplex; head: Buffer },
    { pace, ...judged }: { target: SyncTarget; admission: Admission; accessGeneration: number; pace: Pace },
  ): void {
    const { limits, counters, now, onConnection } = this.options;
    const paces = [new Pace(limits.framesPerSecond, limits.framesAtOnce, now), pace];
    const credentials = { headers: Object.fromEntries(namesOfCredentials.map((name) => [name, request.headers[name]])) };
    this.complete(request, socket, head, (accepted) => {
      onConnection(new Connection({ socket: accepted, stream: socket, credentials, limits, counters, now, paces, ...judged }));
    });
  }

  /** Browsers show a page no HTTP status of a failed upgrade: a refusal is an accepted socket that is closed with a code. */
  private complete(request: IncomingMessage, socket: Duplex, head: Buffer, then: (accepted: WebSocket) => void): void {
    if (socket.destroyed) return;
    this.server.handleUpgrade(request, socket, head, (accepted) => {
      accepted.on('error', (error: Error & { code?: string }) => {
        this.options.log.warn({ reason: error.code ?? error.name }, 'a connection to a map broke the protocol');
      });
      then(accepted);
    });
  }

  /** From now on every request is answered with "come back later". */
  close(): void {
    this.isClosing = true;
    this.server.close();
  }
}

/** Answers an upgrade request with an HTTP status and ends it. */
export function refuseOutright(socket: Duplex, status: number): void {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
