'use client';

import { useLocale } from 'use-intl';
import type { WriteNumber } from '@/lib/evidence/figures/formatScore';

/** Writes numbers in the page's language. */
export function useWriteNumber(): WriteNumber {
  const locale = useLocale();
  return (value, options) => new Intl.NumberFormat(locale, options).format(value);
}
