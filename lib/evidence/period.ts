import { z } from 'zod';

/** A day such as `2026-02-28`. Days and months (`2026-02`) are compared as text. */
export const daySchema = z.iso.date();

/** Days from the first to the last one, both of them included. */
export type Period = { from: string; to: string };

const dayLength = 24 * 60 * 60 * 1000;
const toTime = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

export function addDays(day: string, days: number): string {
  return toDay(toTime(day) + days * dayLength);
}

/** So many days, of which `day` is the last one: the window of a rolling score. */
export function lastDays(day: string, days = 30): Period {
  return { from: addDays(day, 1 - days), to: day };
}

/** As many days as a period has, right before it. */
export function periodBefore({ from, to }: Period): Period {
  const days = (toTime(to) - toTime(from)) / dayLength + 1;
  return lastDays(addDays(from, -1), days);
}

export const isWithin = (day: string, { from, to }: Period): boolean => from <= day && day <= to;

export const monthOf = (day: string): string => day.slice(0, 7);

export function monthBefore(month: string): string {
  return monthOf(addDays(`${month}-01`, -1));
}
