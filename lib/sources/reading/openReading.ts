import { readFile } from '@/lib/evidence/reading/readFile';
import type { ReadingPlan } from '@/lib/evidence/reading/readingPlan';
import { lengthOf, type ReadItem } from '@/lib/evidence/reading/readResponse';
import { type FileOnDisk, openFileOnDisk } from './fileOnDisk';
import type { ReadRows } from './readingWork';

/** A file that is being read, with the number of the row that comes next. */
export type OpenReading = {
  readonly next: number;
  /** The next rows, so many at most and no more characters than a message should have. */
  take(most: number): Promise<ReadRows>;
  close(): Promise<void>;
};

/** Characters of answers that are handed over together. */
const mostLength = 512 * 1024;

const isRow = (item: ReadItem): item is Exclude<ReadItem, { kind: 'remark' | 'refused' }> =>
  item.kind !== 'remark' && item.kind !== 'refused';

/** Opens a file to be read by a plan, and goes to a row of it: those before are read and thrown away. */
export async function openReading(path: string, plan: ReadingPlan, from: number): Promise<OpenReading> {
  const file: FileOnDisk = await openFileOnDisk(path);
  const rows = readFile(file, plan);
  let next = from;
  return {
    get next() {
      return next;
    },
    async take(most) {
      const items: ReadItem[] = [];
      for (let length = 0; items.length < most && length < mostLength; ) {
        const { done, value } = await rows.next();
        if (done) return { items, isEnd: true, reached: file.size };
        if (isRow(value) && value.row < next) continue;
        if (isRow(value)) next = value.row + 1;
        items.push(value);
        length += value.kind === 'response' ? lengthOf(value) : 100;
      }
      return { items, isEnd: false, reached: file.reached };
    },
    async close() {
      await rows.return();
      await file.close();
    },
  };
}
