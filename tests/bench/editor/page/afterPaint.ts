type Done = (time: number) => void;

let isInFrame = false;
const current: Done[] = [];
const next: Done[] = [];
const { port1, port2 } = new MessageChannel();

// A message that is sent from within a frame's callbacks arrives when that frame was laid out, painted and handed over.
port1.onmessage = () => {
  const time = performance.now();
  isInFrame = false;
  for (const done of current.splice(0)) done(time);
};

let isWatching = false;
let lastFrame = Number.NaN;
let frames: number[] = [];

function frame(now: number): void {
  isInFrame = true;
  if (!Number.isNaN(lastFrame)) frames.push(now - lastFrame);
  lastFrame = now;
  current.push(...next.splice(0));
  port2.postMessage(null);
  if (isWatching) requestAnimationFrame(frame);
  else lastFrame = Number.NaN;
}

/** Asks for every frame from now on, so that each moment is known to be in one or between two. */
export function watchFrames(): void {
  if (isWatching) return;
  isWatching = true;
  requestAnimationFrame(frame);
}

/** Asks for none any more: a page in which nothing happens is idle. */
export function leaveFrames(): void {
  isWatching = false;
}

/** Milliseconds from each frame to the next, since the last time this was asked. */
export function takeFrames(): number[] {
  const taken = frames;
  frames = [];
  return taken;
}

/** Calls back with the time at which the frame is painted that shows what the page's elements are like now, while frames are watched. */
export function afterPaint(done: Done): void {
  (isInFrame ? current : next).push(done);
}
