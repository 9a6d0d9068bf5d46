import { z } from 'zod';
import { parseCalendarTime } from './calendarTime';
import { fromLocal, toLocal } from './timeZone';

/**
 * How a column writes times: dates with the year, the day or the month in front, seconds or milliseconds since 1970, or the days of a
 * spreadsheet that counts from 1900 or 1904.
 */
export const timeForms = ['ymd', 'dmy', 'mdy', 'unixSeconds', 'unixMilliseconds', 'days1900', 'days1904'] as const;
export const timeFormSchema = z.enum(timeForms);
export type TimeForm = z.infer<typeof timeFormSchema>;

/** A moment, in milliseconds since 1970, and the day (YYYY-MM-DD) that it was where it was written down. */
export type ReadTime = { at: number; day: string };

const dayMilliseconds = 86_400_000;

/** Reads a time. Where it does not say its zone, it is one of `zone`. Null when it is none of this form. */
export function parseTime(text: string, form: TimeForm, zone: string): ReadTime | null {
  const trimmed = text.trim();
  switch (form) {
    case 'ymd':
    case 'dmy':
    case 'mdy': {
      const time = parseCalendarTime(trimmed, form);
      if (time === null) return null;
      const at = time.offset === null ? fromLocal(time.local, zone) : time.local - time.offset * 60_000;
      return { at, day: dayOf(time.local) };
    }
    case 'unixSeconds':
    case 'unixMilliseconds': {
      const value = readNumber(trimmed);
      if (value === null) return null;
      const at = form === 'unixSeconds' ? Math.round(value * 1000) : Math.round(value);
      // A small number is no time, but a score or an amount.
      return isLikely(at) && at >= Date.UTC(1990, 0, 1) ? { at, day: dayOf(toLocal(at, zone)) } : null;
    }
    case 'days1900':
    case 'days1904': {
      const value = readNumber(trimmed);
      const local = value === null ? null : fromDayNumber(value, form === 'days1904');
      return local === null ? null : { at: fromLocal(local, zone), day: dayOf(local) };
    }
  }
}

/** What a spreadsheet's day number stands for, as if it were UTC; null when it is no likely day. */
export function fromDayNumber(days: number, from1904: boolean): number | null {
  // Day 60 is 29 February 1900 in spreadsheets, which never was: from day 61 on they count from 30 December 1899.
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  // Day fractions are not exact; what was meant is whole seconds.
  const local = start + Math.round((days * dayMilliseconds) / 1000) * 1000;
  return isLikely(local) ? local : null;
}

const isLikely = (at: number): boolean => at >= Date.UTC(1900, 0, 1) && at < Date.UTC(2200, 0, 1);

function readNumber(text: string): number | null {
  return /^-?\d{1,16}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

const dayOf = (local: number): string => new Date(local).toISOString().slice(0, 10);
