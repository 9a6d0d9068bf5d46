import { keepPage } from '@/lib/offline/keepPage';
import { registerWorker } from '@/lib/offline/registration';
import type { MapSession } from '../session/mapSession';
import { whenServed } from './whenServed';

/** A browser that is never idle does it after this long (milliseconds) nevertheless. */
const longestWait = 5_000;

/** Waits until the browser has nothing better to do. Returns what ends the waiting. */
function whenIdle(then: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(then, 1_000);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(then, { timeout: longestWait });
  return () => cancelIdleCallback(handle);
}

/** Keeps the page of a map as soon as the server has given it and the browser is idle. Returns what ends it. */
export function keepOpen(
  session: Pick<MapSession, 'mapId' | 'map' | 'saveState'>,
  hours: number,
  tell: (state: 'kept' | 'unsupported') => void,
): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const keep = async (): Promise<void> => {
    try {
      await registerWorker();
    } catch {
      if (!signal.aborted) tell('unsupported');
      return;
    }
    const { title } = session.map.live().meta;
    // Not now is not never: the next time that the map is opened it is tried again.
    await keepPage({ path: `/maps/${session.mapId}`, title, hours, signal }).then(
      () => tell('kept'),
      () => undefined,
    );
  };
  let stopIdle: () => void = () => undefined;
  const stopServed = whenServed(session.saveState, () => {
    stopIdle = whenIdle(() => void keep());
  });
  const stopEnds = session.saveState.subscribe(() => {
    if (session.saveState.get().kind === 'noAccess') ending.abort();
  });
  return () => {
    ending.abort();
    stopServed();
    stopIdle();
    stopEnds();
  };
}
