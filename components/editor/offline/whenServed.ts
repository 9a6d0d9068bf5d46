import type { Readable } from '../session/readable';
import type { SaveState } from '../session/saveState';

const isServed = (state: SaveState): boolean =>
  state.kind === 'saved' || state.kind === 'saving' || (state.kind === 'readOnly' && state.online);

/** Calls back once the server has given the map: at once, or when it does. Returns what ends the waiting. */
export function whenServed(saveState: Readable<SaveState>, then: () => void): () => void {
  let stop: () => void = () => undefined;
  const look = (): void => {
    if (!isServed(saveState.get())) return;
    stop();
    stop = () => undefined;
    then();
  };
  stop = saveState.subscribe(look);
  look();
  return () => stop();
}
