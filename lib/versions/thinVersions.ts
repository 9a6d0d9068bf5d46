const hour = 60 * 60_000;
const day = 24 * hour;

/** All versions stay for so long; then the last of each day for a month; then the last of each week. */
export const allFor = day;
export const dailyFor = 30 * day;

/** The first Monday of the calendar that days are counted by. */
const monday = 4 * day;

/** What a version shares its place with: null while all stay. Days and weeks are those of UTC; a week begins on Monday. */
function placeOf(at: number, now: number): string | null {
  const age = now - at;
  if (age < allFor) return null;
  return age < dailyFor ? `day ${Math.floor(at / day)}` : `week ${Math.floor((at - monday) / (7 * day))}`;
}

/**
 * The versions that age has made superfluous, of those that may go: of each place only the last stays. Whoever is thinned often loses no
 * other ones than who is thinned once.
 */
export function thinVersions<Version extends { number: number; at: Date }>(versions: readonly Version[], now: Date): Version[] {
  const kept = new Map<string, Version>();
  const superfluous: Version[] = [];
  for (const version of versions.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.number - b.number)) {
    const place = placeOf(version.at.getTime(), now.getTime());
    if (place === null) continue;
    const earlier = kept.get(place);
    if (earlier) superfluous.push(earlier);
    kept.set(place, version);
  }
  return superfluous;
}
