import type { Slice } from '@/lib/data/evidence/slices';
import { type Batch, batchAnswers, batchLength, type RejectedInput } from '@/lib/data/evidence/writeAnswers';
import type { Categoriser } from '@/lib/evidence/categories/categorise';
import type { ReadingProblem, RejectionKey } from '@/lib/evidence/reading/readingProblem';
import { lengthOf, type ReadItem } from '@/lib/evidence/reading/readResponse';
import { cleanText } from '@/lib/evidence/reading/values/cleanText';
import { type ColumnNumbers, toAnswer } from './toAnswer';

/** So many rejected rows of a file are kept with their reasons; all are counted. */
export const mostRejections = 10_000;

export type BatchOptions = {
  numbers: ColumnNumbers;
  /** Of the workspace's pseudonyms. */
  key: string;
  /** Says which category of contact reasons an answer belongs to; absent where none is told apart. */
  categorise?: Categoriser | undefined;
  /** Answers given before are not taken over. */
  since: Date | null;
  /** Rows of the file that were rejected before these. */
  rejectedBefore: number;
  bytesRead: number;
};

const toProblem = ({ key, column, values }: ReadingProblem<RejectionKey>): object => ({
  key,
  ...(column === undefined ? {} : { column }),
  values: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? cleanText(value) : value]),
  ),
});

/** Puts rows of a file together as they are written. */
export function* toBatches(items: readonly ReadItem[], options: BatchOptions): Generator<Batch, void, undefined> {
  const { since, bytesRead } = options;
  let rejections = options.rejectedBefore;
  let slices = new Map<string, Slice>();
  const begin = () => ({
    ...{ rowsRead: 0, bytesRead, repeated: 0, expired: 0, slices: [] },
    answers: [] as Batch['answers'][number][],
    rejected: [] as RejectedInput[],
  });
  let batch = begin();
  let length = 0;
  for (const item of items) {
    if (item.kind === 'remark' || item.kind === 'refused') continue;
    batch.rowsRead = item.row + 1;
    if (item.kind === 'repeated') batch.repeated++;
    else if (item.kind === 'rejected') {
      const { row, line, problem } = item;
      batch.rejected.push({ row, line, problem: rejections++ < mostRejections ? toProblem(problem) : null });
    } else if (since && item.time && item.time.at < since.getTime()) batch.expired++;
    else {
      const { slice, answer } = toAnswer(item, options);
      slices.set(slice.id, slice);
      batch.answers.push(answer);
      length += lengthOf(item);
    }
    if (batch.answers.length + batch.rejected.length < batchAnswers && length < batchLength) continue;
    yield { ...batch, slices: [...slices.values()] };
    batch = begin();
    slices = new Map();
    length = 0;
  }
  if (batch.rowsRead > 0) yield { ...batch, slices: [...slices.values()] };
}
