import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { paletteVariables } from './paletteCss';

const source = readFileSync(new URL('../../../app/tokens.css', import.meta.url), 'utf8');

function variablesOf(selector: string): Map<string, string> {
  const start = source.indexOf(`${selector} {`);
  const body = source.slice(source.indexOf('{', start) + 1, source.indexOf('}', start));
  return new Map([...body.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
}

const schemes = {
  light: variablesOf(':root'),
  dark: variablesOf(':root[data-theme="dark"]'),
};

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Contrast ratio of WCAG 2.2, 1 … 21. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe('app/tokens.css', () => {
  test('says the same of dark in the media query and in the attribute', () => {
    expect(variablesOf(':root:not([data-theme="light"])')).toEqual(schemes.dark);
    expect([...schemes.light.keys()]).toEqual([...schemes.dark.keys()]);
  });

  for (const scheme of ['light', 'dark'] as const) {
    const palette = paletteVariables();
    const colour = (name: string): string => {
      const own = schemes[scheme].get(name) ?? palette.get(name)?.[scheme] ?? '';
      return own.startsWith('var(--') ? colour(own.slice(6, -1)) : own;
    };
    const grounds = ['paper', 'surface', 'surface-sunken', 'surface-raised'];

    test.each(['ink', 'ink-soft', 'ink-faint', 'danger', 'warning', 'success', 'accent'])(
      `${scheme}: text in %s is readable`,
      (name) => {
        for (const ground of grounds) expect(contrast(colour(name), colour(ground)), ground).toBeGreaterThanOrEqual(4.5);
      },
    );

    test.each([
      ['primary-ink', 'primary'],
      ['primary-ink', 'primary-hover'],
      ['danger-ink', 'danger'],
      ['danger-ink', 'danger-hover'],
      ['accent-ink', 'accent'],
      ['danger', 'danger-soft'],
      ['warning', 'warning-soft'],
      ['success', 'success-soft'],
    ])(`${scheme}: %s on %s is readable`, (text, ground) => {
      expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
    });

    test.each(['focus', 'line-strong', 'moment'])(`${scheme}: %s stands out from every surface`, (name) => {
      for (const ground of grounds) expect(contrast(colour(name), colour(ground)), ground).toBeGreaterThanOrEqual(3);
    });
  }
});
