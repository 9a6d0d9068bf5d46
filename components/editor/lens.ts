import { createStore, type StoreApi } from 'zustand/vanilla';
import { isNoFilter, type MapFilter, noFilter } from '@/lib/map/filter/mapFilter';

export type LensPanel = 'ways' | 'moments' | 'evidence' | 'filter';

/** Actor ids by Yjs client, and what these people are called. */
export type Authors = { clients: ReadonlyMap<number, string>; names: ReadonlyMap<string, string> };

/** Through what one person looks at the map. Theirs alone: it is neither stored nor told to others. */
export type LensState = {
  /** The panel that is open beside the map, if one is. */
  panel: LensPanel | null;
  /** The way that is highlighted (`Way.id`); all else is faded. */
  wayId: string | null;
  /** “What do we really know?”: what is only assumed is hatched. */
  evidenceView: boolean;
  /** What stands out; all else is faded, in every view. */
  filter: MapFilter;
  /** Who writes under which Yjs client, as the server told last; null before it was asked, and for those who may not know. */
  authors: Authors | null;
  open(panel: LensPanel): void;
  close(): void;
  /** Highlights a way; null ends it. */
  showWay(id: string | null): void;
  /** Turns the view on, with its summary, or off. */
  toggleEvidenceView(): void;
  setFilter(filter: MapFilter): void;
  setAuthors(authors: Authors): void;
};

export type LensStore = StoreApi<LensState>;

/** A plain look at the map. */
export function createLensStore(): LensStore {
  return createStore<LensState>()((set, get) => ({
    panel: null,
    wayId: null,
    evidenceView: false,
    filter: noFilter,
    authors: null,
    open: (panel) => set({ panel }),
    close: () => set({ panel: null }),
    showWay: (wayId) => set({ wayId }),
    toggleEvidenceView() {
      const { evidenceView, panel } = get();
      if (evidenceView) set({ evidenceView: false, panel: panel === 'evidence' ? null : panel });
      else set({ evidenceView: true, panel: 'evidence' });
    },
    // One and the same object while there is none, so that nothing is looked for.
    setFilter: (filter) => set({ filter: isNoFilter(filter) ? noFilter : filter }),
    setAuthors: (authors) => set({ authors }),
  }));
}
