import { parseMonth } from './months';
import { parseOffset } from './timeZone';

/** In which order a file writes the parts of a date. A year of four digits in front is understood in each. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** A time as it is written: `local` is what the clock showed, as if it were UTC; `offset` its minutes east of Greenwich, if it says so. */
export type CalendarTime = { local: number; offset: number | null; hasClock: boolean };

/** Weekdays in German, English and French begin so. */
const weekday = '(?:(?:mo|di|mi|do|fr|sa|so|tu|we|th|su|lun|mar|mer|jeu|ven)\\p{L}{0,8}\\.?,?\\s+)?';
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)|^(\d{4})(\d{2})(\d{2})(?=$|[T\s])/;
const yearLast = new RegExp(`^${weekday}(\\d{1,2})(\\.\\s?|[-/])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d)`, 'iu');
const dayAndName = new RegExp(`^${weekday}(\\d{1,2})\\.?[\\s-]+(\\p{L}{3,10})\\.?,?[\\s-]+(\\d{4}|\\d{2})(?!\\d)`, 'iu');
const nameAndDay = new RegExp(`^${weekday}(\\p{L}{3,10})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'iu');
const clock =
  /^(?:T|,?\s+(?:um\s+|at\s+|à\s+)?)(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*(?:Uhr)?\s*([AaPp]\.?[Mm]\.?)?\s*(.*)$/;

/** No time is written longer, with weekday, offset and the zone's name in brackets. What is longer is not looked at: patterns would take forever. */
const longest = 120;

/** Reads a date, with or without a time and a zone. Null when it is none, or has a zone that cannot be told. */
export function parseCalendarTime(given: string, order: DateOrder): CalendarTime | null {
  if (given.length > longest) return null;
  const text = given.replace(/\s+/g, ' ');
  const date = parseDate(text, order);
  if (date === null) return null;
  const rest = text.slice(date.length);
  if (rest.trim() === '') return { local: date.day, offset: null, hasClock: false };
  return parseClock(rest, date.day);
}

type ParsedDate = { day: number; length: number };

function parseDate(text: string, order: DateOrder): ParsedDate | null {
  const first = yearFirst.exec(text);
  if (first) {
    const [whole, year, , month, day, compactYear, compactMonth, compactDay] = first;
    return toDay(year ?? compactYear, month ?? compactMonth, day ?? compactDay, whole);
  }
  if (order === 'ymd') return null;
  const last = yearLast.exec(text);
  if (last) {
    const [whole, one, , two, year] = last;
    return order === 'dmy' ? toDay(year, two, one, whole) : toDay(year, one, two, whole);
  }
  const dayFirst = dayAndName.exec(text);
  if (dayFirst) {
    const [whole, day, name = '', year] = dayFirst;
    return toDay(year, parseMonth(name), day, whole);
  }
  const nameFirst = nameAndDay.exec(text);
  if (!nameFirst) return null;
  const [whole, name = '', day, year] = nameFirst;
  return toDay(year, parseMonth(name), day, whole);
}

function toDay(
  yearText: string | undefined,
  monthText: string | number | null | undefined,
  dayText: string | undefined,
  whole: string,
): ParsedDate | null {
  const short = Number(yearText);
  // Two digits: 70–99 are of the last century, as everywhere since Unix.
  const year = yearText?.length === 2 ? short + (short < 70 ? 2000 : 1900) : short;
  const month = Number(monthText ?? 0);
  const day = Number(dayText);
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return null;
  const at = Date.UTC(year, month - 1, day);
  return new Date(at).getUTCMonth() === month - 1 ? { day: at, length: whole.length } : null;
}

/** ISO 8601 without signs: T023824. */
const compactClock = /^T(\d{2})(\d{2})(\d{2})?(?!\d)/;

function parseClock(text: string, day: number): CalendarTime | null {
  const match = clock.exec(text.replace(compactClock, (_, hour, minute, second = '00') => `T${hour}:${minute}:${second}`));
  if (!match) return null;
  const [, hourText, minuteText, secondText = '0', fraction = '', half, zone = ''] = match;
  let hour = Number(hourText);
  const minute = Number(minuteText);
  const second = Number(secondText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || second > 60) return null;
  const local = day + ((hour * 60 + minute) * 60 + second) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
  // A name in brackets behind the offset says it again: “GMT+0100 (Central European Standard Time)”.
  const plain = zone.replace(/\s*\([^)]*\)$/, '').trim();
  if (plain === '') return { local, offset: null, hasClock: true };
  const offset = parseOffset(plain);
  return offset === null ? null : { local, offset, hasClock: true };
}
