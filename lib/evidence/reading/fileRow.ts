import type { ReadingProblem, RejectionKey } from './readingProblem';

/** One row as it stands in a file, headers included. Lines count from 1; a quoted cell may reach over several. */
export type FileRow = {
  line: number;
  lastLine: number;
  cells: string[];
  /** Why its cells cannot be trusted. */
  problem?: ReadingProblem<RejectionKey>;
};
