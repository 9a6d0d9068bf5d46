/** A function that runs at once, then at most every `interval` milliseconds; the last call is never lost. */
export type Throttled = (() => void) & {
  /** Forgets a call that waits. */
  cancel(): void;
};

/** Runs `run` at once, then at most every `interval` milliseconds while it is called. */
export function throttle(run: () => void, interval: number): Throttled {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const fire = (): void => {
    timer = undefined;
    last = Date.now();
    run();
  };
  const call = (): void => {
    if (timer !== undefined) return;
    const wait = last + interval - Date.now();
    if (wait <= 0) fire();
    else timer = setTimeout(fire, wait);
  };
  return Object.assign(call, {
    cancel() {
      clearTimeout(timer);
      timer = undefined;
    },
  });
}
