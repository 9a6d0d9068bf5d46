'use client';

import { useLocale } from 'use-intl';
import { dateLocale } from '@/lib/i18n/dateLocale';

/** A day (YYYY-MM-DD) as people write it. It was noted where the answer was given, and is the same day in every zone. */
export function useDayText(): (day: string) => string {
  const locale = useLocale();
  return (day) =>
    new Intl.DateTimeFormat(dateLocale(locale), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** Such a day in a text. */
export function DayText({ day }: { day: string }) {
  return <time dateTime={day}>{useDayText()(day)}</time>;
}
