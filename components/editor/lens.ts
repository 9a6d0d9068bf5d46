import { createStore, type StoreApi } from 'zustand/vanilla';

export type LensPanel = 'ways' | 'moments' | 'evidence';

/** Through what one person looks at the map. Theirs alone: it is neither stored nor told to others. */
export type LensState = {
  /** The panel that is open beside the map, if one is. */
  panel: LensPanel | null;
  /** The way that is highlighted (`Way.id`); all else is faded. */
  wayId: string | null;
  /** “What do we really know?”: what is only assumed is hatched. */
  evidenceView: boolean;
  open(panel: LensPanel): void;
  close(): void;
  /** Highlights a way; null ends it. */
  showWay(id: string | null): void;
  /** Turns the view on, with its summary, or off. */
  toggleEvidenceView(): void;
};

export type LensStore = StoreApi<LensState>;

/** A plain look at the map. */
export function createLensStore(): LensStore {
  return createStore<LensState>()((set, get) => ({
    panel: null,
    wayId: null,
    evidenceView: false,
    open: (panel) => set({ panel }),
    close: () => set({ panel: null }),
    showWay: (wayId) => set({ wayId }),
    toggleEvidenceView() {
      const { evidenceView, panel } = get();
      if (evidenceView) set({ evidenceView: false, panel: panel === 'evidence' ? null : panel });
      else set({ evidenceView: true, panel: 'evidence' });
    },
  }));
}
