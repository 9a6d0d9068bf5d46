/** What the browser tells about the page's life. */
export type PageListener = {
  /** The network came back, or the page is looked at again: a good moment to connect. */
  onAwake(): void;
  /** The browser says that there is no network. */
  onOffline(): void;
  /** True while leaving would lose edits: they are neither on the server nor on this device. */
  wouldLose(): boolean;
};

/** Follows the page. Returns what ends it. */
export function followPage(page: Window, listener: PageListener): () => void {
  const onVisible = (): void => {
    if (page.document.visibilityState === 'visible') listener.onAwake();
  };
  const onLeave = (event: BeforeUnloadEvent): void => {
    if (listener.wouldLose()) event.preventDefault();
  };
  const onOnline = (): void => listener.onAwake();
  const onOffline = (): void => listener.onOffline();
  page.addEventListener('online', onOnline);
  page.addEventListener('offline', onOffline);
  page.addEventListener('beforeunload', onLeave);
  page.document.addEventListener('visibilitychange', onVisible);
  return () => {
    page.removeEventListener('online', onOnline);
    page.removeEventListener('offline', onOffline);
    page.removeEventListener('beforeunload', onLeave);
    page.document.removeEventListener('visibilitychange', onVisible);
  };
}
