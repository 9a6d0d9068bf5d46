import { createStore, type StoreApi } from 'zustand/vanilla';

/** Whose emotions this person looks at: one persona's alone, or with null all of them over one another. Nobody else sees it. */
export type PersonaView = { alone: string | null };
export type PersonaViewStore = StoreApi<PersonaView>;

const keyOf = (mapId: string): string => `wegmarke-persona-${mapId}`;

/** The choice for one map, kept until the window is closed. */
export function createPersonaView(mapId: string): PersonaViewStore {
  const store = createStore<PersonaView>()(() => ({ alone: read(mapId) }));
  store.subscribe(({ alone }) => {
    try {
      if (alone === null) window.sessionStorage.removeItem(keyOf(mapId));
      else window.sessionStorage.setItem(keyOf(mapId), alone);
    } catch {
      // A browser that stores nothing forgets the choice when the page is left; everything else works.
    }
  });
  return store;
}

function read(mapId: string): string | null {
  try {
    return window.sessionStorage.getItem(keyOf(mapId));
  } catch {
    return null;
  }
}
