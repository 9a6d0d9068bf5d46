/** So long (milliseconds) a page waits for a frame: one that nobody sees gets none. */
const longest = 250;

/** A function that runs with the next frame, once however often it was called before that. */
export type OncePerFrame = (() => void) & {
  /** Forgets a call that waits. */
  cancel(): void;
};

/** Runs `run` with the browser's next frame after each call, before it is painted. */
export function oncePerFrame(run: () => void): OncePerFrame {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => {
    if (timer === undefined) return;
    globalThis.cancelAnimationFrame?.(frame);
    clearTimeout(timer);
    timer = undefined;
  };
  const fire = (): void => {
    cancel();
    run();
  };
  const call = (): void => {
    if (timer !== undefined) return;
    timer = setTimeout(fire, longest);
    frame = globalThis.requestAnimationFrame?.(fire) ?? 0;
  };
  return Object.assign(call, { cancel });
}
