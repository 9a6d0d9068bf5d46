import type { Logger } from 'pino';
import type { LiveEvent, NewEvent } from './event';
import type { Outbox } from './outbox';
import { createOutboxReader } from './outboxReader';

export type EventListener = (event: LiveEvent) => void;

/** Tells what changed outside the documents, to this process at once and to others through the outbox table. */
export type Events = {
  /**
   * Call after the change itself has committed. Writes the outbox row, then tells this process's listeners. Never throws: an
   * event that could not be stored is logged and told here all the same, because closing a revoked connection must not wait
   * for a database that fails.
   */
  publish(event: NewEvent): Promise<void>;
  /** Calls `listener` for each event that passes `filter`, until the returned function is called. */
  subscribe(filter: (event: LiveEvent) => boolean, listener: EventListener): () => void;
  /** Events after `lastId` that are still kept (about an hour), oldest first; null when some are no longer kept, or too many. */
  listSince(lastId: string): Promise<LiveEvent[] | null>;
  close(): Promise<void>;
};

export type EventsOptions = {
  outbox: Outbox;
  log: Logger;
  /** Milliseconds between two looks into the outbox for other processes' events; null (the default): only this process writes. */
  pollMs?: number | null;
};

/** Most events that a returning browser is told one by one; beyond, it fetches everything again. */
const resumeLimit = 500;

/** The process's event channel. `close` it before the database. */
export function createEvents({ outbox, log, pollMs = null }: EventsOptions): Events {
  const listeners = new Set<{ filter: (event: LiveEvent) => boolean; listener: EventListener }>();
  let unstored = 0;

  function tell(event: LiveEvent): void {
    for (const { filter, listener } of [...listeners]) {
      try {
        if (filter(event)) listener(event);
      } catch (error) {
        log.error({ err: error, kind: event.kind }, 'a listener of events failed');
      }
    }
  }

  const reader = createOutboxReader({ outbox, log, pollMs, tell });

  return {
    async publish(event) {
      const payload = event.payload ?? {};
      let id: string;
      try {
        id = await reader.addOwn({ ...event, payload });
      } catch (error) {
        log.error({ err: error, kind: event.kind }, 'an event could not be stored; other processes do not learn of it');
        unstored += 1;
        id = `unstored-${unstored}`;
      }
      tell({ ...event, payload, id });
    },
    subscribe(filter, listener) {
      const entry = { filter, listener };
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    async listSince(lastId) {
      if (!/^\d{1,18}$/.test(lastId)) return null;
      const events = await outbox.listAfter(lastId, resumeLimit + 1);
      const kept = await outbox.isKept(lastId);
      return events.length > resumeLimit || !kept ? null : events;
    },
    async close() {
      listeners.clear();
      await reader.close();
    },
  };
}
