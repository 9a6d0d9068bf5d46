import { createHash } from 'node:crypto';
import type { Slice } from '@/lib/data/evidence/slices';
import { categoryDimension, givenDimension } from '@/lib/evidence/categories/category';

/** What an answer says of where and by whom it was given. */
type Placed = {
  touchpoint: string | null;
  channel: string | null;
  language: string | null;
  segments: readonly { column: string; value: string }[];
  /** What the file calls the reason. */
  category?: string | null;
};

/** The dimension of a column of segments: it may be called as another dimension is. */
export const segmentDimension = (column: string): string => `segment.${column}`;

/** The combination of dimensions that an answer belongs to; `categoryId`: the category that it is in, empty for none. */
export function toSlice({ touchpoint, channel, language, segments, category = null }: Placed, categoryId = ''): Slice {
  const segmented = segments.filter(({ value }) => value !== '').map(({ column, value }) => [segmentDimension(column), value]);
  return sliceOf({
    ...(touchpoint ? { touchpoint } : {}),
    ...(channel ? { channel } : {}),
    ...(language ? { language } : {}),
    ...(category ? { [givenDimension]: category } : {}),
    ...(categoryId ? { [categoryDimension]: categoryId } : {}),
    ...Object.fromEntries(segmented),
  });
}

/** The same dimensions have the same id, in whatever order they come. */
function sliceOf(dimensions: Readonly<Record<string, string>>): Slice {
  const entries = Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const id = createHash('sha256').update(JSON.stringify(entries)).digest('base64url').slice(0, 16);
  return { id, dimensions: Object.fromEntries(entries) };
}

/** The combination that an answer belongs to once it is in another category; empty: in none. */
export function inCategory({ [categoryDimension]: _, ...rest }: Readonly<Record<string, string>>, categoryId: string): Slice {
  return sliceOf({ ...rest, ...(categoryId ? { [categoryDimension]: categoryId } : {}) });
}
