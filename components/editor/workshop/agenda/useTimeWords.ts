'use client';

import { useLocale, useTimeZone, useTranslations } from 'use-intl';
import { dateLocale } from '@/lib/i18n/dateLocale';
import { clockMinutes } from '@/lib/workshop/agendaTimes';

const minute = 60_000;

/** Times and lengths of an agenda in the page's language. */
export function useTimeWords() {
  const t = useTranslations('workshop.agenda');
  const locale = useLocale();
  const timeZone = useTimeZone();
  const clock = new Intl.DateTimeFormat(dateLocale(locale), { hour: '2-digit', minute: '2-digit', timeZone });
  const offset = (milliseconds: number): string => {
    const minutes = Math.round(milliseconds / minute);
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  };
  const length = (minutes: number): string => t('length', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  return {
    /** `10:35–10:50` by the clock, or counted from the beginning. */
    range: (from: number, to: number, isClock: boolean): string =>
      isClock ? `${clock.format(from)}–${clock.format(to)}` : `${offset(from)}–${offset(to)}`,
    /** `2 h 15 min` */
    length: (milliseconds: number): string => length(Math.round(milliseconds / minute)),
    /** How long a range of the clock is, as it is written. */
    between: (from: number, to: number): string => length(clockMinutes(from, to)),
    /** `12 min behind`, or that one is in time. */
    behind: (milliseconds: number): string => {
      const minutes = Math.trunc(milliseconds / minute);
      return minutes === 0 ? t('inTime') : minutes > 0 ? t('behind', { minutes }) : t('ahead', { minutes: -minutes });
    },
  };
}
