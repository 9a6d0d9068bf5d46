import type { RowSource } from '@/lib/data/rows/source';
import type { BackedUp } from './moment';

/** Where a backup is restored to. Nobody else uses it from when it is opened until it is closed. */
export type RestoreTarget = {
  /** What is there now, for a backup of it; null when there is no database at all. */
  existing: BackedUp | null;
  /** Makes a database that `fill` fills and puts it in the place of the existing one: wholly, or not at all. `existing` ends with it. */
  replace(fill: (target: RowSource) => Promise<void>): Promise<void>;
  close(): Promise<void>;
};
