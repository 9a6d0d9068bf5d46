import { type EventKind, eventKinds } from '@/lib/events/event';

/** What a part of the page wants to hear of. */
export type EventWatcher = {
  /** Something happened; `payload` is what the event says about it. */
  onEvent(kind: EventKind, payload: Record<string, unknown>): void;
  /** The line stands (again): what happened before was not told. */
  onOpen?(): void;
  /** The line is interrupted; it is opened again by itself. */
  onTrouble?(): void;
  /** Whether the line is needed while nobody sees the page, too: for what is heard. */
  isNeededHidden?(): boolean;
};

/** Milliseconds: when a line that the server closed is opened again, and after which a page that nobody sees gives its line up. */
const reopenDelay = 5_000;
const hiddenDelay = 30_000;

type Line = { watchers: Set<EventWatcher>; isOpen(): boolean; close(): void };
const lines = new Map<string, Line>();

function payloadOf(event: Event): Record<string, unknown> {
  try {
    const data: unknown = event instanceof MessageEvent ? JSON.parse(String(event.data)) : null;
    const payload: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'payload') : null;
    return typeof payload === 'object' && payload !== null ? { ...payload } : {};
  } catch {
    return {};
  }
}

function openLine(query: string): Line {
  const watchers = new Set<EventWatcher>();
  let source: EventSource | null = null;
  let reopenTimer: ReturnType<typeof setTimeout> | undefined;
  let hiddenTimer: ReturnType<typeof setTimeout> | undefined;

  const tellOpen = () => {
    for (const watcher of [...watchers]) watcher.onOpen?.();
  };
  const shut = () => {
    clearTimeout(reopenTimer);
    source?.close();
    source = null;
  };
  const open = () => {
    shut();
    const made = new EventSource(`/api/events?${query}`);
    source = made;
    made.onopen = tellOpen;
    made.onerror = () => {
      for (const watcher of [...watchers]) watcher.onTrouble?.();
      // The browser reconnects by itself unless it got an answer that it takes for final.
      if (made.readyState === EventSource.CLOSED && source === made) reopenTimer = setTimeout(open, reopenDelay);
    };
    // Some of what was missed is no longer kept: the same as a line that has just been opened.
    made.addEventListener('reset', tellOpen);
    for (const kind of eventKinds) {
      made.addEventListener(kind, (event) => {
        const payload = payloadOf(event);
        for (const watcher of [...watchers]) watcher.onEvent(kind, payload);
      });
    }
  };
  // A browser has few lines to one server (six, without TLS): pages that nobody sees give theirs up.
  const giveUp = () => {
    if ([...watchers].some((watcher) => watcher.isNeededHidden?.())) hiddenTimer = setTimeout(giveUp, hiddenDelay);
    else shut();
  };
  const onVisibility = () => {
    clearTimeout(hiddenTimer);
    if (document.hidden) hiddenTimer = setTimeout(giveUp, hiddenDelay);
    else if (source === null) open();
  };
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('online', open);
  open();
  return {
    watchers,
    isOpen: () => source?.readyState === EventSource.OPEN,
    close() {
      shut();
      clearTimeout(hiddenTimer);
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('online', open);
    },
  };
}

/**
 * Listens to what the server tells about a map (`map=<id>`) or a workspace (`workspace=<id>`) until the returned function is called. All parts
 * of a page share one line to the same thing.
 */
export function watchEvents(query: string, watcher: EventWatcher): () => void {
  const line = lines.get(query) ?? openLine(query);
  lines.set(query, line);
  line.watchers.add(watcher);
  if (line.isOpen()) watcher.onOpen?.();
  return () => {
    line.watchers.delete(watcher);
    if (line.watchers.size > 0 || lines.get(query) !== line) return;
    lines.delete(query);
    line.close();
  };
}
