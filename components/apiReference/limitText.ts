import type { Limit } from '@/lib/api/reference/field';
import type { Words } from './words';

type Counted = Extract<Limit, { kind: 'length' | 'range' | 'items' }>;

const keys = {
  length: { between: 'lengthBetween', most: 'lengthMost', least: 'lengthLeast' },
  range: { between: 'rangeBetween', most: 'rangeMost', least: 'rangeLeast' },
  items: { between: 'itemsBetween', most: 'itemsMost', least: 'itemsLeast' },
} as const;

function countedText(t: Words, { kind, min, max }: Counted): string {
  const { between, most, least } = keys[kind];
  if (min !== null && max !== null) return t(`limits.${between}`, { min, max });
  return max === null ? t(`limits.${least}`, { min: min ?? 0 }) : t(`limits.${most}`, { max });
}

/** What a value must keep to, in words; the values themselves are shown as code after them. */
export function limitText(t: Words, limit: Limit): { words: string; codes: string[] } {
  switch (limit.kind) {
    case 'values':
      return { words: t('limits.values'), codes: limit.values };
    case 'default':
      return { words: t('limits.default'), codes: [limit.value] };
    case 'pattern':
      return { words: t('limits.pattern'), codes: [limit.pattern] };
    default:
      return { words: countedText(t, limit), codes: [] };
  }
}
