'use client';

import { useLocale } from 'use-intl';
import { makeDayText } from '@/lib/export/filterWords';

/** A day (YYYY-MM-DD) as people write it. It was noted where the answer was given, and is the same day in every zone. */
export function useDayText(): (day: string) => string {
  return makeDayText(useLocale());
}

/** Such a day in a text. */
export function DayText({ day }: { day: string }) {
  return <time dateTime={day}>{useDayText()(day)}</time>;
}
