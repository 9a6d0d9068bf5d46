/** What the page under measurement reports about itself. Times are milliseconds since its navigation started. */
export type PageTimes = {
  firstCard: number | null;
  /** End of the last long task. */
  busyUntil: number;
  longTasks: number;
  longTaskTotal: number;
  clickedAt: number | null;
  selectedAt: number | null;
};

export type WatchedPage = {
  /** Elements of cards. */
  cards: string;
  /** An element that stands for a selected card. */
  selected: string;
  /** A canvas that shows cards in place of elements, if there is one. */
  painted?: string;
};

declare global {
  var wegmarkeTimes: PageTimes;
}

/**
 * Runs in the page before its own scripts: looks at every frame whether a card is in sight, and takes the time when that frame
 * is on the screen; collects long tasks (over 50 ms); times a click until the frame that shows a card selected.
 */
export function watchPage({ cards, selected, painted }: WatchedPage): void {
  const times: PageTimes = { firstCard: null, busyUntil: 0, longTasks: 0, longTaskTotal: 0, clickedAt: null, selectedAt: null };
  globalThis.wegmarkeTimes = times;

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      times.longTasks++;
      times.longTaskTotal += duration;
      times.busyUntil = Math.max(times.busyUntil, startTime + duration);
    }
  }).observe({ type: 'longtask', buffered: true });

  // A message sent from within a frame arrives when that frame was laid out and painted.
  const afterFrame = (done: (time: number) => void): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      done(performance.now());
      port1.close();
    };
    port2.postMessage(null);
  };
  const inSight = (element: Element): boolean => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    if (right <= left || left >= innerWidth || top >= innerHeight || right <= 0 || bottom <= 0) return false;
    return getComputedStyle(element).visibility === 'visible' && (element.textContent ?? '').trim() !== '';
  };
  const showsCard = (): boolean =>
    (painted !== undefined && document.querySelector(painted) !== null) ||
    [...document.querySelectorAll(cards)].slice(0, 50).some(inSight);

  addEventListener(
    'pointerdown',
    (event) => {
      times.clickedAt ??= event.timeStamp;
    },
    true,
  );
  const look = (): void => {
    if (times.firstCard === null && showsCard()) {
      times.firstCard = 0;
      afterFrame((time) => {
        times.firstCard = time;
      });
    }
    if (times.clickedAt !== null && times.selectedAt === null && document.querySelector(selected)) {
      afterFrame((time) => {
        times.selectedAt ??= time;
      });
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
