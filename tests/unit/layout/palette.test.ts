import { describe, expect, it } from 'vitest';
import { type CardColour, cardColours, type PaletteName, palette, presenceColours, type Scheme } from '@/lib/map/layout/palette';

function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast ratio, 1–21. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** What a person without red (protan) or green (deutan) cones sees, after Viénot, Brettel and Mollon (1999). */
function seenBy(kind: 'protan' | 'deutan', colour: string): number[] {
  const linear = [1, 3, 5].map((at) => (Number.parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2);
  const [r = 0, g = 0, b = 0] = linear;
  return kind === 'protan'
    ? [0.1124 * r + 0.8876 * g, 0.1124 * r + 0.8876 * g, 0.004 * r - 0.004 * g + b]
    : [0.2926 * r + 0.7074 * g, 0.2926 * r + 0.7074 * g, -0.0223 * r + 0.0223 * g + b];
}

const schemes: Scheme[] = ['light', 'dark'];
const texts: { text: PaletteName[]; on: PaletteName[] }[] = [
  { text: ['ink', 'inkSoft', 'inkMuted'], on: ['paper', 'surface'] },
  {
    text: ['ink'],
    on: [
      'band',
      'hatch',
      'lost',
      'momentTint',
      'evidenceObserved',
      'evidenceMeasured',
      'negativeTint',
      'neutralTint',
      'positiveTint',
      ...cardColours,
    ],
  },
  { text: ['negative', 'positive', 'moment', 'evidence', 'neutral', 'blueStrong', 'violetStrong'], on: ['paper', 'surface'] },
  { text: ['inkInverse'], on: ['ink', 'evidence', 'moment', 'negative', 'positive', 'vote', 'focus'] },
];
const signs: { sign: PaletteName[]; on: PaletteName[] }[] = [
  { sign: ['negative'], on: ['negativeTint'] },
  { sign: ['positive'], on: ['positiveTint'] },
  { sign: ['neutral'], on: ['neutralTint'] },
  { sign: ['lineStrong', 'focus'], on: ['paper', 'surface'] },
  { sign: ['moment'], on: ['momentTint', 'lost'] },
  { sign: ['vote'], on: ['negativeTint', 'neutralTint', 'positiveTint', ...cardColours] },
];

describe.each(schemes)('palette, %s', (scheme) => {
  const of = (name: PaletteName) => palette[name][scheme];

  it('keeps 4.5:1 for text', () => {
    for (const { text, on } of texts)
      for (const colour of text)
        for (const ground of on) {
          expect(contrast(of(colour), of(ground)), `${colour} on ${ground}`).toBeGreaterThanOrEqual(4.5);
        }
  });

  it('keeps 3:1 for signs and lines that mean something', () => {
    for (const { sign, on } of signs)
      for (const colour of sign)
        for (const ground of on) expect(contrast(of(colour), of(ground)), `${colour} on ${ground}`).toBeGreaterThanOrEqual(3);
  });

  it('keeps names readable on the colours of people', () => {
    for (const colour of presenceColours) expect(contrast(of('inkInverse'), colour[scheme])).toBeGreaterThanOrEqual(4.5);
  });

  it('has an emotion pair that people with red–green blindness can tell apart', () => {
    for (const kind of ['protan', 'deutan'] as const) {
      const [a, b] = [seenBy(kind, of('negative')), seenBy(kind, of('positive'))];
      const distance = Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)));
      expect(distance, kind).toBeGreaterThan(0.15);
    }
  });

  it('has card tints of its own', () => {
    const tints = cardColours.map((name: CardColour) => of(name));
    expect(new Set(tints).size).toBe(tints.length);
  });
});
