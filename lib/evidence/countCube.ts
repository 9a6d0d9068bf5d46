import { categoryDimension } from './categories/category';
import { isWithin, monthOf, type Period } from './period';
import { addCount, type ScoreCounts } from './scoreCounts';
import type { ScoreRollup } from './scoreRollups';
import { valueIn } from './selectRollups';

type Dimensions = Readonly<Record<string, string>>;

/** What was counted on a day (empty: unknown), as scores with how often each was given. */
export type DayCounts = { day: string; counts: readonly (readonly [score: number, count: number])[] };

/**
 * What is counted of answers with the same dimensions: by days, in order, and summed up. `keys`: the texts that they hold and the links to them alone, where
 * that is known; `group` names both.
 */
export type CubeSlice = {
  group: string;
  dimensions: Dimensions;
  keys: ReadonlySet<string>;
  all: ScoreCounts;
  months: ReadonlyMap<string, ScoreCounts>;
  days: readonly DayCounts[];
};
export type CountCube = readonly CubeSlice[];

/**
 * The counts of one column twice: of `all` answers, and of the `marked` ones, which are those that hold a text that is looked for, or are linked one by
 * one. The marked ones are among all of them.
 */
export type Cubes = { all: CountCube; marked: CountCube };

/**
 * Which answers are meant: with these dimensions, of this period, and of the marked ones only those with this key. `categories`: only those in one of them; empty for none.
 */
export type Want = {
  dimensions: Dimensions;
  period: Period | null;
  key: string | null;
  categories?: ReadonlySet<string> | undefined;
};

const noKeys: ReadonlySet<string> = new Set();

/** Gathers counts to a cube. */
export class CubeBuilder {
  readonly #slices = new Map<string, Pick<CubeSlice, 'dimensions' | 'keys'> & { days: Map<string, Map<number, number>> }>();

  /** `group` names what the answers have in common: the same dimensions, and the same keys. */
  add(
    group: string,
    of: { dimensions: Dimensions; keys?: ReadonlySet<string> },
    day: string,
    score: number,
    count: number,
  ): void {
    let slice = this.#slices.get(group);
    if (!slice) {
      slice = { dimensions: of.dimensions, keys: of.keys ?? noKeys, days: new Map() };
      this.#slices.set(group, slice);
    }
    const counts = slice.days.get(day) ?? new Map<number, number>();
    addCount(counts, score, count);
    slice.days.set(day, counts);
  }

  finish(): CountCube {
    return [...this.#slices].map(([group, { dimensions, keys, days }]) => {
      const sorted = [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, counts]) => ({ day, counts: [...counts] }));
      return toSlice({ group, dimensions, keys }, sorted);
    });
  }
}

/** A slice of what was counted on days, which are in order. */
export function toSlice(of: Pick<CubeSlice, 'group' | 'dimensions' | 'keys'>, days: readonly DayCounts[]): CubeSlice {
  return { ...of, all: sumUp(days), months: monthsOf(days), days };
}

function sumUp(days: readonly DayCounts[]): ScoreCounts {
  const sum = new Map<number, number>();
  for (const { counts } of days) for (const [score, count] of counts) addCount(sum, score, count);
  return sum;
}

function monthsOf(days: readonly DayCounts[]): Map<string, ScoreCounts> {
  const months = new Map<string, Map<number, number>>();
  for (const { day, counts } of days) {
    if (day === '') continue;
    const month = months.get(monthOf(day)) ?? new Map<number, number>();
    for (const [score, count] of counts) addCount(month, score, count);
    months.set(monthOf(day), month);
  }
  return months;
}

/** The days of a slice that lie in a period, found by halving: a source may have thousands. */
function daysWithin(days: readonly DayCounts[], { from, to }: Period): readonly DayCounts[] {
  const firstFrom = (day: string): number => {
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle]?.day ?? '') < day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  // Behind the last day of the period, whatever that day is.
  return days.slice(firstFrom(from || '0'), firstFrom(`${to}~`));
}

/** Counts that were selected: of a whole slice, or of some of its days. */
export type Taken = { slice: CubeSlice; days: readonly DayCounts[] | null };

const fits = ({ dimensions: wanted, categories }: Want, slice: CubeSlice): boolean =>
  (!categories || categories.has(valueIn(slice, categoryDimension) ?? '')) &&
  Object.entries(wanted).every(([name, value]) => valueIn(slice, name) === value);

const holds = (wants: readonly Want[], day: string): boolean =>
  wants.some(({ period }) => period === null || isWithin(day, period));

function daysOf({ days }: CubeSlice, wants: readonly Want[]): readonly DayCounts[] {
  const [first] = wants;
  if (wants.length === 1 && first?.period) return daysWithin(days, first.period);
  return wants.some(({ period }) => period === null) ? days : days.filter(({ day }) => holds(wants, day));
}

/**
 * The counts of all answers that are meant by one want or several: each answer once. What wants without a key mean is decided by dimensions and day alone, so it is
 * counted of all answers; wants with a key add of the marked ones what those did not count yet.
 */
export function takeCounts({ all, marked }: Cubes, wants: readonly Want[]): Taken[] {
  const plain = wants.filter(({ key }) => key === null);
  const keyed = wants.filter(({ key }) => key !== null);
  const taken: Taken[] = [];
  for (const slice of plain.length > 0 ? all : []) {
    const wanted = plain.filter((want) => fits(want, slice));
    if (wanted.some(({ period }) => period === null)) taken.push({ slice, days: null });
    else if (wanted.length > 0) taken.push({ slice, days: daysOf(slice, wanted) });
  }
  for (const slice of keyed.length > 0 ? marked : []) {
    const wanted = keyed.filter((want) => want.key !== null && slice.keys.has(want.key) && fits(want, slice));
    if (wanted.length === 0) continue;
    const counted = plain.filter((want) => fits(want, slice));
    const days = daysOf(slice, wanted);
    taken.push({ slice, days: counted.length === 0 ? days : days.filter(({ day }) => !holds(counted, day)) });
  }
  return taken;
}

/** How often each score was given. */
export function countsOfTaken(taken: readonly Taken[]): ScoreCounts {
  const sum = new Map<number, number>();
  for (const { slice, days } of taken) {
    if (days === null) for (const [score, count] of slice.all) addCount(sum, score, count);
    else for (const { counts } of days) for (const [score, count] of counts) addCount(sum, score, count);
  }
  return sum;
}

/** How many there are. */
export function countTaken(taken: readonly Taken[]): number {
  let sum = 0;
  for (const count of countsOfTaken(taken).values()) sum += count;
  return sum;
}

/** The same as rollups: with days and dimensions, for months and groups. */
export function rollupsOfTaken(taken: readonly Taken[]): ScoreRollup[] {
  return taken.flatMap(({ slice, days }) =>
    (days ?? slice.days).flatMap(({ day, counts }) =>
      counts.map(([score, count]) => ({ day: day || null, dimensions: slice.dimensions, score, count })),
    ),
  );
}

/** The same by months, oldest first, without what has no day. */
export function monthsOfTaken(taken: readonly Taken[]): Map<string, ScoreCounts> {
  const months = new Map<string, Map<number, number>>();
  for (const { slice, days } of taken) {
    for (const [month, counts] of days === null ? slice.months : monthsOf(days)) {
      const sum = months.get(month) ?? new Map<number, number>();
      for (const [score, count] of counts) addCount(sum, score, count);
      months.set(month, sum);
    }
  }
  return new Map([...months].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The last day on which something was counted; null when no day is known. */
export function lastDayOf(cube: CountCube): string | null {
  const last = cube.reduce((latest, { days }) => {
    const day = days.at(-1)?.day ?? '';
    return day > latest ? day : latest;
  }, '');
  return last === '' ? null : last;
}
