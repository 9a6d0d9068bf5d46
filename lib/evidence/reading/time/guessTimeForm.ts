import { parseCalendarTime } from './calendarTime';
import { parseTime, type TimeForm } from './parseTime';

/** How a column writes times, as far as its cells tell. */
export type GuessedTimeForm = {
  form: TimeForm;
  /** Day and month could be the other way round as well, and some cells would then mean another day. */
  isAmbiguous: boolean;
  /** No cell says in which time zone it is. */
  lacksZone: boolean;
};

/**
 * As many cells as may be something else: a word for “unknown” perhaps, or a mistake, which is then reported. More where the header says that these are times, and a
 * handful of rows is all there is to see.
 */
const mostMisfits = { usual: 0.2, named: 0.5 } as const;

/**
 * Guesses in which form a column's filled cells write times; null when they are none. `prefersMonth`: in doubt, the month comes first. `isNamed`: the
 * header speaks of times.
 */
export function guessTimeForm(
  cells: readonly string[],
  { prefersMonth = false, isNamed = false }: { prefersMonth?: boolean; isNamed?: boolean } = {},
): GuessedTimeForm | null {
  if (cells.length === 0) return null;
  const usual = guessAmong(cells, prefersMonth, mostMisfits.usual);
  return usual ?? (isNamed ? guessAmong(cells, prefersMonth, mostMisfits.named) : null) ?? guessNumbers(cells);
}

function guessAmong(cells: readonly string[], prefersMonth: boolean, most: number): GuessedTimeForm | null {
  const fits = (form: TimeForm): boolean =>
    cells.filter((cell) => parseTime(cell, form, 'UTC') === null).length <= most * cells.length;
  if (fits('ymd')) return { form: 'ymd', isAmbiguous: false, lacksZone: lacksZone(cells, 'ymd') };
  const dayFirst = fits('dmy');
  const monthFirst = !hasDots(cells) && fits('mdy');
  if (dayFirst || monthFirst) {
    const isAmbiguous = dayFirst && monthFirst && differs(cells);
    const form = dayFirst && !(isAmbiguous && prefersMonth) ? 'dmy' : 'mdy';
    return { form, isAmbiguous, lacksZone: lacksZone(cells, form) };
  }
  return null;
}

const lacksZone = (cells: readonly string[], form: 'ymd' | 'dmy' | 'mdy'): boolean =>
  cells.every((cell) => (parseCalendarTime(cell.trim(), form)?.offset ?? null) === null);

const differs = (cells: readonly string[]): boolean =>
  cells.some((cell) => parseTime(cell, 'dmy', 'UTC')?.at !== parseTime(cell, 'mdy', 'UTC')?.at);

/** Nobody writes the month first and dots between. What is no date in any order says nothing. */
function hasDots(cells: readonly string[]): boolean {
  const dates = cells.filter((cell) => (['dmy', 'mdy'] as const).some((form) => parseTime(cell, form, 'UTC') !== null));
  return dates.length > 0 && dates.every((cell) => /^\D*\d{1,2}\.\s?\d{1,2}\./.test(cell.trim()));
}

/** Counted times: seconds and milliseconds since 2001, a spreadsheet's days since 1990 or so. */
function guessNumbers(cells: readonly string[]): GuessedTimeForm | null {
  const numbers = cells.map((cell) =>
    /^\d{1,16}([.,]\d+)?$/.test(cell.trim()) ? Number(cell.trim().replace(',', '.')) : Number.NaN,
  );
  const within = (low: number, high: number): boolean => numbers.every((number) => number >= low && number < high);
  if (within(1e9, 1e10)) return { form: 'unixSeconds', isAmbiguous: false, lacksZone: false };
  if (within(1e12, 1e13)) return { form: 'unixMilliseconds', isAmbiguous: false, lacksZone: false };
  if (within(33_000, 73_000)) return { form: 'days1900', isAmbiguous: false, lacksZone: true };
  return null;
}
