import { afterPaint, leaveFrames, takeFrames, watchFrames } from './afterPaint';
import { onText } from './watchText';
import { centreOn, pan, type ZoomTurn, zoomTo } from './wheel';

// Runs in the page under measurement, before its own scripts, and is the same for all of them.

/** Where a scene stands in the window: window = scene × zoom + (x, y). */
export type View = { x: number; y: number; zoom: number };

/** A text that a remote editor wrote into a note. */
export type Edit = { id: string; text: string };

/** What the pages of the whiteboards say about themselves. Ours is read from its elements. */
type Whiteboard = { view(): View; apply(edit: Edit): void };

declare global {
  var whiteboard: Whiteboard | undefined;
  var bench: typeof driver;
}

function viewOfOurs(): View {
  const canvas = document.querySelector('.map-canvas')?.getBoundingClientRect();
  const moved = document.querySelector('.react-flow__viewport');
  if (!canvas || !moved) return { x: 0, y: 0, zoom: 1 };
  const { a, e, f } = new DOMMatrix(getComputedStyle(moved).transform);
  return { x: e + canvas.left, y: f + canvas.top, zoom: a };
}

const view = (): View => globalThis.whiteboard?.view() ?? viewOfOurs();

/** React Flow takes powers of two, tldraw a share for each hundredth, Excalidraw points of the scale. */
const zoomTurns = {
  ours: (_zoom, direction) => -direction * 37,
  excalidraw: (zoom, direction) => -direction * zoom * 5,
  tldraw: (_zoom, direction) => -direction * 5,
} satisfies Record<string, ZoomTurn>;
export type ZoomKind = keyof typeof zoomTurns;

/** So long after its first card a page that never comes to rest is taken as it is. */
const longestMs = 30_000;
let shownAt: number | null = null;
let busyUntil = 0;
let longTasks: number[] = [];
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) {
    busyUntil = Math.max(busyUntil, startTime + duration);
    longTasks.push(duration);
  }
}).observe({ type: 'longtask', buffered: true });

let keys: number[] = [];
addEventListener('keydown', ({ timeStamp }) => afterPaint((time) => keys.push(time - timeStamp)), true);

const painted = new Map<string, number>();
const marker = /zq[a-z]{5}/g;

/** The middle of a note in the window. On our map it moves down when others write more into the cards above it. */
function middleOf(id: string, box: { x: number; y: number; width: number; height: number }): { x: number; y: number } {
  const element = document.querySelector(`[data-reference="card:${id}"]`)?.getBoundingClientRect();
  if (element) return { x: element.left + element.width / 2, y: element.top + element.height / 2 };
  const { x, y, zoom } = view();
  return { x: (box.x + box.width / 2) * zoom + x, y: (box.y + box.height / 2) * zoom + y };
}

const driver = {
  view,
  middleOf,
  pan,
  zoomTo: (wanted: number, kind: ZoomKind) => zoomTo(wanted, view, zoomTurns[kind]),
  centreOn: (place: { x: number; y: number }) => centreOn(place, view),
  /** Takes the time at which one of these texts is first painted. */
  awaitText(texts: readonly string[]): void {
    watchFrames();
    const stop = onText((text) => {
      if (shownAt !== null || !texts.some((one) => text.includes(one))) return;
      stop();
      shownAt = 0;
      afterPaint((time) => {
        shownAt = time;
        leaveFrames();
      });
    });
  },
  /** Milliseconds from the navigation's start; null until then. Interactive: since then no long task for so long. */
  opened(quietMs: number): { shown: number; interactive: number } | null {
    if (!shownAt) return null;
    const interactive = Math.max(shownAt, busyUntil);
    // Entries of long tasks come a little after their end.
    const isQuiet = performance.now() > interactive + quietMs + 100;
    return isQuiet || performance.now() > shownAt + longestMs ? { shown: shownAt, interactive } : null;
  },
  /** Milliseconds from each key's press to the paint of the frame after it, since the last time this was asked. */
  takeKeys(): number[] {
    const taken = keys;
    keys = [];
    return taken;
  },
  watchFrames,
  takeFrames,
  /** Milliseconds of each task above 50 ms, since the last time this was asked. */
  takeLongTasks(): number[] {
    const taken = longTasks;
    longTasks = [];
    return taken;
  },
  /** Takes the time of day at which each remote editor's marker is painted. */
  watchMarkers(): void {
    onText((text) => {
      for (const [found] of text.matchAll(marker)) {
        if (painted.has(found)) continue;
        painted.set(found, 0);
        afterPaint(() => painted.set(found, Date.now()));
      }
    });
  },
  takeMarkers: (): [string, number][] => [...painted],
  /** Connects a whiteboard to its remote editors. */
  connectRemote(address: string): Promise<void> {
    const socket = new WebSocket(address);
    socket.onmessage = ({ data }) => globalThis.whiteboard?.apply(JSON.parse(data));
    return new Promise((resolve) => {
      socket.onopen = () => resolve();
    });
  },
};
globalThis.bench = driver;
