/** How often (milliseconds) a page that is looked at asks; beyond that it asks when the server has come back and when it is looked at again. */
const interval = 10 * 60_000;

const returned = 'wegmarke:server-returned';

/** Tells that the server answers again after it had gone: it may be another one now. */
export function announceServerReturned(page: EventTarget = window): void {
  page.dispatchEvent(new Event(returned));
}

export type BuildWatch = {
  page: Window;
  /** The build that the page's own code belongs to. */
  own: string;
  /** Which build answers now. May reject: then it is asked again another time. */
  ask(): Promise<string>;
  /** Told once for each build other than the page's own. */
  onOther(build: string): void;
};

/** Follows which build the server is of. Returns what ends it. */
export function watchBuild({ page, own, ask, onOther }: BuildWatch): () => void {
  let told = own;
  let asking = false;
  const look = async (): Promise<void> => {
    if (asking || page.document.visibilityState !== 'visible') return;
    asking = true;
    const found = await ask().catch(() => own);
    asking = false;
    if (found === own || found === told) return;
    told = found;
    onOther(found);
  };
  const onMoment = (): void => void look();
  const timer = page.setInterval(onMoment, interval);
  page.addEventListener(returned, onMoment);
  page.addEventListener('online', onMoment);
  page.document.addEventListener('visibilitychange', onMoment);
  return () => {
    page.clearInterval(timer);
    page.removeEventListener(returned, onMoment);
    page.removeEventListener('online', onMoment);
    page.document.removeEventListener('visibilitychange', onMoment);
  };
}
