import type { InspectedFile, InspectionChoices, RefusedFile } from '@/lib/evidence/reading/inspection';
import type { ReadingPlan } from '@/lib/evidence/reading/readingPlan';
import type { ReadItem } from '@/lib/evidence/reading/readResponse';

/** What the thread is told to do with a file. */
export type ReadingWork =
  | { kind: 'inspect'; path: string; choices: InspectionChoices }
  /** The next rows, from the one with this number on. The thread goes on where it was, if it was there. */
  | { kind: 'read'; path: string; plan: ReadingPlan; from: number; most: number }
  /** The file will not be read on. */
  | { kind: 'close'; path: string };

/** Rows of a file in its order. `isEnd`: there are no more. `reached`: bytes of the file that were read for them. */
export type ReadRows = { items: ReadItem[]; isEnd: boolean; reached: number };

export type ReadingResult =
  | { kind: 'inspected'; file: InspectedFile | RefusedFile }
  | ({ kind: 'rows' } & ReadRows)
  | { kind: 'closed' };
