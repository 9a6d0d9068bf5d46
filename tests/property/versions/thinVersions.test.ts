import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allFor, dailyFor, thinVersions } from '@/lib/versions/thinVersions';

const now = new Date('2026-03-31T10:30:00Z');
const hour = 60 * 60_000;
const day = 24 * hour;

type Version = { number: number; at: Date };

/** Versions of up to a year, in any order, several at the same moment included. */
const histories: fc.Arbitrary<Version[]> = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 365 * day }),
      fc.integer({ min: 0, max: 40 }).map((days) => days * day),
    ),
    { maxLength: 80 },
  )
  .map((ages) => ages.toSorted((a, b) => b - a).map((age, index) => ({ number: index + 1, at: new Date(now.getTime() - age) })));

const later = fc.integer({ min: 0, max: 200 * day }).map((ms) => new Date(now.getTime() + ms));

const left = (versions: readonly Version[], at: Date): Version[] => {
  const gone = new Set(thinVersions(versions, at));
  return versions.filter((version) => !gone.has(version));
};
const ageOf = ({ at }: Version, then = now): number => then.getTime() - at.getTime();
const dayOf = ({ at }: Version): string => at.toISOString().slice(0, 10);
/** The Monday of its week. */
const weekOf = ({ at }: Version): string => {
  const monday = new Date(at.getTime() - ((at.getUTCDay() + 6) % 7) * day);
  return monday.toISOString().slice(0, 10);
};

describe('thinning versions with age', () => {
  it('keeps all of the last day, and the newest one always', () => {
    fc.assert(
      fc.property(histories, (versions) => {
        const kept = left(versions, now);
        for (const version of versions) if (ageOf(version) < allFor) expect(kept).toContain(version);
        const newest = versions.at(-1);
        if (newest) expect(kept).toContain(newest);
      }),
    );
  });

  it('keeps one of each day for a month, and one of each week beyond: the last', () => {
    fc.assert(
      fc.property(histories, (versions) => {
        const kept = left(versions, now);
        const daily = versions.filter((version) => ageOf(version) >= allFor && ageOf(version) < dailyFor);
        const weekly = versions.filter((version) => ageOf(version) >= dailyFor);
        for (const [group, placeOf] of [
          [daily, dayOf],
          [weekly, weekOf],
        ] as const) {
          const places = new Map(group.map((version) => [placeOf(version), version]));
          expect(kept.filter((version) => group.includes(version))).toEqual([...places.values()]);
        }
      }),
    );
  });

  it('comes to the same however often it is done, and whatever the order', () => {
    fc.assert(
      fc.property(histories, later, (versions, then) => {
        expect(left(left(versions, now), then)).toEqual(left(versions, then));
        expect(left(left(versions, then), then)).toEqual(left(versions, then));
        const reversed = left(versions.toReversed(), then);
        expect(new Set(reversed)).toEqual(new Set(left(versions, then)));
      }),
    );
  });
});
