import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Table } from '@/lib/map/table/readTable';
import type { TableTarget } from '@/lib/map/table/tablePlan';

/** The table that was pasted and is looked at before it goes onto the map, with the places it may go to; null when there is none. */
export type PastedTable = { table: Table; targets: readonly TableTarget[] };
export type PastedTableStore = StoreApi<{ pasted: PastedTable | null }>;

/** Nothing pasted yet. */
export function createPastedTableStore(): PastedTableStore {
  return createStore<{ pasted: PastedTable | null }>()(() => ({ pasted: null }));
}
