/** A category with its answers, as pages show it: its own, with all below it, and the latter by months. */
export type Reason = {
  categoryId: string;
  parentId: string | null;
  level: number;
  path: readonly string[];
  own: number;
  total: number;
  months: readonly { month: string; answers: number }[];
};

/** For which reasons customers got in touch, as pages show it. */
export type Reasons = {
  answers: number;
  uncategorised: number;
  months: readonly { month: string; answers: number; uncategorised: number }[];
  categories: readonly Reason[];
};

/** How many answers a category itself has, by months: what is below it counts there. */
export function ownMonths({ categoryId, months }: Reason, all: readonly Reason[]): Map<string, number> {
  const own = new Map(months.map(({ month, answers }) => [month, answers]));
  for (const child of all) {
    if (child.parentId !== categoryId) continue;
    for (const { month, answers } of child.months) own.set(month, (own.get(month) ?? 0) - answers);
  }
  return own;
}

/** Months that are shown at most, the last ones. */
export const mostMonths = 12;

/** The last months, without gaps between the first and the last of them; a month that nobody got in touch in counts 0. */
export function monthsToShow(months: readonly { month: string }[]): string[] {
  const last = months.at(-1)?.month;
  const first = months[0]?.month;
  if (last === undefined || first === undefined) return [];
  const shown: string[] = [];
  let [year, month] = last.split('-').map(Number) as [number, number];
  while (shown.length < mostMonths) {
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (name < first) break;
    shown.unshift(name);
    month -= 1;
    if (month === 0) [year, month] = [year - 1, 12];
  }
  return shown;
}
