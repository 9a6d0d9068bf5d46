import type { EventPayload, LiveEvent, NewEvent } from './event';

/** The stored events, as lib/events needs them. Ids are decimal numbers that grow with time. */
export type Outbox = {
  /** Stores an event and returns its id. */
  add(event: NewEvent & { payload: EventPayload }): Promise<string>;
  /** Events with a larger id, oldest first, at most `limit`. */
  listAfter(id: string, limit: number): Promise<LiveEvent[]>;
  /** The largest id ever given that is still kept, or null when there is none. */
  findNewestId(): Promise<string | null>;
  /** Whether everything after `id` is still kept. */
  isKept(id: string): Promise<boolean>;
  /** Removes what is older than an hour. */
  sweep(): Promise<void>;
};
