import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { graphemesOf, measureText, missingCharacters } from '@/lib/map/layout/fontMetrics';
import { textStyles } from '@/lib/map/layout/textStyles';
import type { TextStyleName } from '@/lib/map/layout/types';

const resolve = createRequire(import.meta.url).resolve;
const fontOf = (file: string) => create(readFileSync(resolve(`@fontsource/${file}`))) as Font;
const latin: Partial<Record<TextStyleName, Font>> = {
  card: fontOf('inter/files/inter-latin-400-normal.woff'),
  quote: fontOf('inter/files/inter-latin-400-italic.woff'),
  pill: fontOf('inter/files/inter-latin-600-normal.woff'),
  mapTitle: fontOf('inter/files/inter-latin-700-normal.woff'),
};

describe('fontMetrics.json', () => {
  it('is what the shipped fonts say', async () => {
    const { makeFontMetrics } = (await import('../../../scripts/font-metrics.mjs' as string)) as {
      makeFontMetrics: () => unknown;
    };
    const stored = JSON.parse(readFileSync('lib/map/layout/fontMetrics.json', 'utf8')) as unknown;
    expect(stored, 'run: node scripts/font-metrics.mjs').toEqual(JSON.parse(JSON.stringify(makeFontMetrics())));
  }, 60_000);
});

describe('measureText', () => {
  const sentences = [
    'Öffnet den Brief, vergleicht mit dem Vormonat',
    'AVATAR To Ta We Tür Yoga',
    '„Noch fünf Minuten, dann kündige ich.“',
    '99 % der Anrufe (12:30–14:00): 3x4 -> [A] – €',
  ];
  for (const style of ['card', 'quote', 'pill', 'mapTitle'] as const) {
    it(`agrees with the shaped ${style} text to a hundredth of a pixel`, () => {
      for (const sentence of sentences) {
        const shaped = latin[style]?.layout(sentence, { kern: true, calt: false }).advanceWidth ?? 0;
        expect(measureText(sentence, style)).toBeCloseTo((shaped * textStyles[style].size) / 2048, 2);
      }
    });
  }

  it('knows Greek, Cyrillic and Vietnamese', () => {
    for (const word of ['Ελληνικά', 'Русский язык', 'Tiếng Việt', 'Łódź', 'ἀρχή']) {
      expect(missingCharacters(word)).toEqual([]);
      expect(measureText(word, 'card')).toBeGreaterThan(word.length * 4);
    }
  });

  it('takes a letter with a combining mark as the joined letter', () => {
    expect(measureText('e\u0301', 'card')).toBe(measureText('é', 'card'));
  });

  it('counts an emoji made of several signs once', () => {
    const one = measureText('😀', 'card');
    for (const emoji of ['👩‍💻', '🇩🇪', '👍🏽', '1️⃣', '❤️', '👨‍👩‍👧']) expect(measureText(emoji, 'card')).toBe(one);
  });

  it('gives what cannot be seen no width', () => {
    expect(measureText('a\u200bb\u00adc', 'card')).toBeCloseTo(
      measureText('a', 'card') + measureText('b', 'card') + measureText('c', 'card'),
      1,
    );
  });
});

describe('missingCharacters', () => {
  it('names each character without a font once', () => {
    expect(missingCharacters('日本 abc 日')).toEqual(['日', '本']);
    expect(missingCharacters('שלום')).toHaveLength(4);
  });

  it('finds nothing in what is promised: Latin, Greek, Cyrillic, emoji, arrows and check marks', () => {
    expect(missingCharacters('ÄÖÜß ẞ œ ł Ω Я „“–…€ № → ← ↔ ⇒ ✓ ✗ 😡 👩‍💻 🏴󠁧󠁢󠁥󠁮󠁧󠁿')).toEqual([]);
  });
});

describe('graphemesOf', () => {
  it('keeps together what readers see as one', () => {
    expect(graphemesOf('a👩‍💻e\u0301🇩🇪')).toEqual(['a', '👩‍💻', 'e\u0301', '🇩🇪']);
  });
});
