import type { Logger } from 'pino';
import type { EventPayload, LiveEvent, NewEvent } from './event';
import type { Outbox } from './outbox';

type ReaderOptions = { outbox: Outbox; log: Logger; pollMs: number | null; tell: (event: LiveEvent) => void };

/** How far behind the newest id each look begins: a transaction that took a smaller id may commit later. */
const overlap = 200n;
const pageSize = 1000;
const sweepMs = 10 * 60_000;

/** Stores this process's events and, when `pollMs` is given, finds those of other processes. Each event is told once. */
export function createOutboxReader({ outbox, log, pollMs, tell }: ReaderOptions) {
  /** Ids already told, kept as long as a look may meet them again. */
  let told = new Set<string>();
  let newest: bigint | null = null;
  let hasLooked = false;
  /** Own events whose ids are not known yet: a look may see their rows first. */
  const adding = new Set<Promise<string>>();
  /** The look or sweep under way: they take turns, and `close` waits for the last one. */
  let working: Promise<void> = Promise.resolve();

  function remember(id: string): void {
    told.add(id);
    const value = BigInt(id);
    if (newest === null || value > newest) newest = value;
    if (told.size > 4 * Number(overlap)) {
      const floor = newest - 2n * overlap;
      told = new Set([...told].filter((known) => BigInt(known) > floor));
    }
  }

  async function look(): Promise<void> {
    if (!hasLooked) {
      // What happened before this process began is not told.
      const last = BigInt((await outbox.findNewestId()) ?? '0');
      for (const event of await outbox.listAfter(startOf(last), pageSize)) if (BigInt(event.id) <= last) remember(event.id);
      newest ??= last;
      hasLooked = true;
    }
    const found = await outbox.listAfter(startOf(newest ?? 0n), pageSize);
    await Promise.allSettled(adding);
    for (const event of found) {
      if (told.has(event.id)) continue;
      remember(event.id);
      tell(event);
    }
  }

  function inTurn(work: () => Promise<void>, failure: string): void {
    working = working.then(work).catch((error) => log.warn({ err: error }, failure));
  }

  const timers: NodeJS.Timeout[] = [setInterval(() => inTurn(() => outbox.sweep(), 'old events could not be removed'), sweepMs)];
  if (pollMs !== null) {
    inTurn(look, 'other processes’ events could not be read');
    timers.push(setInterval(() => inTurn(look, 'other processes’ events could not be read'), pollMs));
  }
  for (const timer of timers) timer.unref();

  return {
    /** Stores an event of this process and returns its id; a later look does not tell it again. */
    async addOwn(event: NewEvent & { payload: EventPayload }): Promise<string> {
      const added = outbox.add(event).then((id) => {
        if (pollMs !== null) remember(id);
        return id;
      });
      adding.add(added);
      try {
        return await added;
      } finally {
        adding.delete(added);
      }
    },
    async close(): Promise<void> {
      for (const timer of timers) clearInterval(timer);
      await working;
    },
  };
}

function startOf(newest: bigint): string {
  return String(newest > overlap ? newest - overlap : 0n);
}
