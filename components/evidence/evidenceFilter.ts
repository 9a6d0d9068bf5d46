import { z } from 'zod';
import { daySchema } from '@/lib/evidence/period';
import { idSchema } from '@/lib/map/id';

const wanted = z.string().min(1).max(500);

/** Which answers are looked at, as it stands in an address: no words of customers are ever in one. */
export const evidenceFilterSchema = z.object({
  from: daySchema.optional().catch(undefined),
  to: daySchema.optional().catch(undefined),
  /** A dimension, and the value that answers are to have in it. Both, or neither. */
  by: wanted.optional().catch(undefined),
  value: wanted.optional().catch(undefined),
  split: wanted.optional().catch(undefined),
  /** A category of contact reasons, or `none`. */
  category: idSchema.optional().catch(undefined),
});
export type EvidenceFilter = z.output<typeof evidenceFilterSchema>;

const segment = 'segment.';

/** The filter as the server's answers and figures are asked for by it. */
export function toQuery({ from, to, by, value, split, category }: EvidenceFilter): Record<string, string> {
  const narrowed: Record<string, string> =
    by === undefined || value === undefined
      ? {}
      : by.startsWith(segment)
        ? { segment: `${by.slice(segment.length)}=${value}` }
        : { [by]: value };
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...narrowed,
    ...(category === undefined ? {} : { category }),
    ...(split === undefined ? {} : { split }),
  };
}

/** The filter with something changed; what is empty is absent. A value goes with its dimension. */
export function changeFilter(filter: EvidenceFilter, change: Partial<Record<keyof EvidenceFilter, string>>): EvidenceFilter {
  const merged = { ...filter, ...('by' in change ? { value: undefined } : {}), ...change };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined && value !== ''));
}

/** The filter as an address's query; empty for none. */
export function toSearch(filter: EvidenceFilter): string {
  const entries = Object.entries(filter).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`;
}
