/**
 * Minutes east of Greenwich of the zones that exports name by letters. Letters that mean several zones, such as IST, are not among them: a
 * time that cannot be told is reported, not guessed.
 */
const offsets: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEZ: 0,
  WEST: 60,
  WESZ: 60,
  CET: 60,
  MEZ: 60,
  CEST: 120,
  MESZ: 120,
  EET: 120,
  OEZ: 120,
  EEST: 180,
  OESZ: 180,
  MSK: 180,
  BRT: -180,
  EST: -300,
  EDT: -240,
  // China's, too; but who writes zones by letters means America's centre.
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  JST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
};

/** Minutes east of Greenwich of a zone as a file writes it (`Z`, `+02:00`, `GMT+2`, `MESZ`); null when it is not known. */
export function parseOffset(zone: string): number | null {
  const name = zone.trim().toUpperCase();
  if (Object.hasOwn(offsets, name)) return offsets[name] ?? null;
  const [, sign, hours = '', minutes = '0'] = /^(?:GMT|UTC)?\s*([+\-−])(\d{1,2}):?(\d{2})?$/.exec(name) ?? [];
  if (sign === undefined) return null;
  const total = Number(hours) * 60 + Number(minutes);
  return total > 14 * 60 || Number(minutes) > 59 ? null : sign === '+' ? total : -total;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, made);
  return made;
}

/** Whether a name is a time zone that times can be converted from, such as `Europe/Berlin`. */
export function isTimeZone(zone: string): boolean {
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

const quarter = 15 * 60_000;
const day = 86_400_000;
const mostKnown = 50_000;
const known = new Map<string, number>();

/** Milliseconds by which a zone's clocks are ahead of UTC at a moment. No zone has ever changed within a quarter of an hour of UTC. */
function offsetAt(zone: string, at: number): number {
  if (zone === 'UTC') return 0;
  const key = `${zone} ${Math.floor(at / quarter)}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const moment = Math.floor(at / quarter) * quarter;
  const parts = Object.fromEntries(
    formatterOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const offset = Date.UTC(year, month - 1, day, hour, minute, second) - moment;
  if (known.size >= mostKnown) known.clear();
  known.set(key, offset);
  return offset;
}

/**
 * The moment at which a zone's clocks show a time, given as if it were UTC. Of an hour that comes twice the first is meant; a time that is
 * skipped when clocks go forward is taken as the clocks before would have shown it.
 */
export function fromLocal(local: number, zone: string): number {
  const before = offsetAt(zone, local - day);
  const after = offsetAt(zone, local + day);
  if (before === after || offsetAt(zone, local - before) === before) return local - before;
  return offsetAt(zone, local - after) === after ? local - after : local - before;
}

/** What a zone's clocks show at a moment, as if it were UTC. */
export const toLocal = (at: number, zone: string): number => at + offsetAt(zone, at);
