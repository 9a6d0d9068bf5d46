import { describe, expect, it } from 'vitest';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { createWrap } from '@/lib/map/layout/wrap';

const wrap = createWrap(measureText);
const linesOf = (text: string, width = 120, indent = 0) => wrap(text, 'card', width, indent).map((line) => line.text);

describe('wrap', () => {
  it('has no lines for no text', () => expect(linesOf('')).toEqual([]));

  it('breaks at spaces and drops them', () => {
    expect(linesOf('Öffnet den Brief, vergleicht mit dem Vormonat')).toEqual([
      'Öffnet den Brief,',
      'vergleicht mit',
      'dem Vormonat',
    ]);
  });

  it('keeps newlines, also empty ones', () => expect(linesOf('a\r\n\nb')).toEqual(['a', '', 'b']));

  it('breaks after hyphens and slashes, but not before them', () => {
    expect(linesOf('Service-Center/Buchhaltung')).toEqual(['Service-Center/', 'Buchhaltung']);
  });

  it('shows a soft hyphen only where the line breaks', () => {
    expect(linesOf('Donau\u00addampf\u00adschiff\u00adfahrt', 100)).toEqual(['Donaudampf-', 'schifffahrt']);
    expect(linesOf('Ur\u00adsache')).toEqual(['Ursache']);
  });

  it('does not break at a no-break space', () => expect(linesOf('aus rund 100\u00a0%', 80)).toEqual(['aus rund', '100\u00a0%']));

  it('cuts a word that is longer than a line, between graphemes', () => {
    const lines = linesOf('Rechtsschutzversicherungsgesellschaft👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻');
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).toBe('Rechtsschutzversicherungsgesellschaft👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻');
    for (const line of lines) expect(measureText(line, 'card')).toBeLessThanOrEqual(120);
  });

  it('ends even when not one character fits', () => expect(linesOf('abc', 1)).toEqual(['a', 'b', 'c']));

  it('breaks between East Asian characters', () => {
    const lines = linesOf('日本語のテキスト折り返し');
    expect(lines).toHaveLength(2);
    expect(lines.join('')).toBe('日本語のテキスト折り返し');
  });

  it('leaves the first line empty when the indent leaves no room for a word', () => {
    expect(linesOf('will verstehen, warum', 120, 100)).toEqual(['', 'will verstehen,', 'warum']);
    expect(linesOf('will verstehen, warum', 120, 60)).toEqual(
      ['will', 'verstehen,', 'warum'].slice(0, 1).concat('verstehen, warum'),
    );
  });

  it('says what stood between the lines', () => {
    const ends = wrap('eins zwei drei-vier Dampf\u00adschiff\nEnde', 'card', 66).map((line) => [line.text, line.after]);
    expect(ends).toEqual([
      ['eins zwei', ' '],
      ['drei-vier', ' '],
      ['Dampf-', '\u00ad'],
      ['schiff', '\n'],
      ['Ende', '\n'],
    ]);
  });

  it('looks at each character of an endless word a few times only', () => {
    let looked = 0;
    const counting = createWrap((text, style) => {
      looked += text.length;
      return measureText(text, style);
    });
    const endless = 'ß'.repeat(20_000);
    const lines = counting(endless, 'card', 150);
    expect(lines.map(({ text }) => text).join('')).toBe(endless);
    expect(lines.length).toBeGreaterThan(500);
    expect(looked).toBeLessThan(30 * endless.length);
  });

  it('answers the same question from its cache', () => expect(wrap('abc def', 'card', 50)).toBe(wrap('abc def', 'card', 50)));
});
