import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Rooms } from '@/lib/sync/rooms';

/** What the server serves once it has opened everything. */
export type Serving = {
  /** Pages and routes. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  rooms: Pick<Rooms, 'handleUpgrade'>;
  /** Upgrades of other paths: Next's own in development; refused when absent. */
  otherUpgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** The pattern of a path's route, to count it under. */
  patternOf: (path: string) => string;
};

const sentences = {
  starting:
    'Wegmarke is starting. This page tries again by itself.\nWegmarke startet gerade. Diese Seite versucht es von selbst noch einmal.\n',
  stopping:
    'Wegmarke is being restarted. This page tries again by itself.\nWegmarke wird neu gestartet. Diese Seite versucht es von selbst noch einmal.\n',
} as const;

/**
 * Who is let in to pages and routes: nobody before everything is open, nobody new when the server stops. It knows who is in, so that a
 * stopping server lets them finish.
 */
export class Door {
  /** Null while it is closed. */
  serving: Serving | null = null;
  private isStopping = false;
  private readonly inside = new Set<ServerResponse>();
  private onEmpty: () => void = () => undefined;

  open(serving: Serving): void {
    if (!this.isStopping) this.serving = serving;
  }

  /** What serves this request, or null when it has been answered with "soon". */
  enter(response: ServerResponse): Serving | null {
    if (!this.serving || this.isStopping) {
      const text = sentences[this.isStopping ? 'stopping' : 'starting'];
      response
        .writeHead(503, {
          'Content-Type': 'text/plain; charset=utf-8',
          'Content-Length': Buffer.byteLength(text),
          'Cache-Control': 'no-store',
          'Retry-After': '5',
          Refresh: '3',
          ...(this.isStopping ? { Connection: 'close' } : {}),
        })
        .end(text);
      return null;
    }
    this.inside.add(response);
    response.once('close', () => {
      this.inside.delete(response);
      if (this.isEmpty()) this.onEmpty();
    });
    return this.serving;
  }

  /** Open streams of events. */
  countStreams(): number {
    return [...this.inside].filter(isStream).length;
  }

  /** Lets nobody in any more and waits for those who are, at most so long (ms). Streams, which have no end, are not waited for. */
  async close(patienceMs: number): Promise<void> {
    this.isStopping = true;
    if (this.isEmpty()) return;
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs);
    });
    const empty = new Promise<void>((resolve) => {
      this.onEmpty = resolve;
    });
    await Promise.race([empty, tooLong]);
    clearTimeout(timer);
  }

  private isEmpty(): boolean {
    return [...this.inside].every(isStream);
  }
}

/** Whether an answer is a stream of events, which stays open as long as the browser wants. */
export function isStream(response: ServerResponse): boolean {
  return String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream');
}
