import type { Actor } from '@/lib/access/actor';
import { type EventScope, isAboutAccess, isForAudience } from './audience';
import type { LiveEvent } from './event';
import type { Events } from './events';

export type EventStreamOptions = {
  events: Events;
  scope: EventScope;
  actor: Actor;
  /** Whether the person may still listen. Asked when access may have changed, and now and then, because sessions expire. */
  mayListen: () => Promise<boolean>;
  /** The last event that the browser has seen, from `Last-Event-ID`. */
  lastEventId: string | null;
  /** Ends when the browser goes away. */
  signal: AbortSignal;
  onEnd: () => void;
  heartbeatMs?: number;
  judgeMs?: number;
};

/** Proxies and browsers close what is silent for a minute. */
const defaultHeartbeatMs = 20_000;
const defaultJudgeMs = 5 * 60_000;
/** Events that may wait for a slow reader; then the stream ends, and the browser comes back and asks for what it missed. */
const mostWaiting = 256;

const encoder = new TextEncoder();

/** One event as text/event-stream: `id`, `event` (its kind) and `data` (JSON without who it is about). */
export function toEventText({ id, kind, mapId, workspaceId, payload }: LiveEvent): string {
  const number = /^\d+$/.test(id) ? `id: ${id}\n` : '';
  return `${number}event: ${kind}\ndata: ${JSON.stringify({ mapId, workspaceId, payload })}\n\n`;
}

/** Told first to a browser that comes back and may have missed events that are no longer kept: fetch everything again. */
const resetText = 'event: reset\ndata: {}\n\n';

/**
 * The body of an event stream. It ends when the browser leaves, when the person loses access, and when the browser is too slow; browsers
 * come back by themselves and are judged anew.
 */
export function createEventStream(options: EventStreamOptions): ReadableStream<Uint8Array> {
  const { events, scope, actor, mayListen, lastEventId, signal, onEnd } = options;
  const { heartbeatMs = defaultHeartbeatMs, judgeMs = defaultJudgeMs } = options;
  let end: () => void = () => undefined;

  return new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        let isOver = false;
        /** Events that come while those from before are being read; null once they are told directly. */
        let early: LiveEvent[] | null = [];
        const write = (text: string): void => {
          if (isOver) return;
          controller.enqueue(encoder.encode(text));
          if ((controller.desiredSize ?? 0) < -mostWaiting) end();
        };
        const tell = (event: LiveEvent): void => {
          if (isForAudience(event, scope, actor)) write(toEventText(event));
        };
        const judge = async (): Promise<void> => {
          // When it cannot be told, the stream ends too: the browser comes back and is judged then.
          if (!(await mayListen().catch(() => false))) end();
        };
        const unsubscribe = events.subscribe(
          () => true,
          (event) => {
            if (isAboutAccess(event, scope, actor)) void judge();
            if (early) early.push(event);
            else tell(event);
          },
        );
        const timers = [setInterval(() => write(': here\n\n'), heartbeatMs), setInterval(() => void judge(), judgeMs)];
        for (const timer of timers) timer.unref();
        end = () => {
          if (isOver) return;
          isOver = true;
          unsubscribe();
          for (const timer of timers) clearInterval(timer);
          signal.removeEventListener('abort', end);
          onEnd();
          try {
            controller.close();
          } catch {
            // The browser has gone first.
          }
        };
        signal.addEventListener('abort', end);
        if (signal.aborted) return end();

        write('retry: 2000\n\n');
        const missed = lastEventId === null ? [] : await events.listSince(lastEventId).catch(() => null);
        if (missed === null) write(resetText);
        for (const event of missed ?? []) tell(event);
        const told = new Set((missed ?? []).map((event) => event.id));
        for (const event of early) if (!told.has(event.id)) tell(event);
        early = null;
      },
      cancel() {
        end();
      },
    },
    { highWaterMark: 1 },
  );
}
