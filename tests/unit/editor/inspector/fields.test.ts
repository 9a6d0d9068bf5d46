import { describe, expect, it } from 'vitest';
import { exportPath } from '@/components/editor/export/exportRequest';
import { parsePercent } from '@/components/editor/inspector/percent';
import { toFileName } from '@/components/editor/session/downloadFile';
import { recordKeyOf, textKey } from '@/components/editor/text/textKey';
import { parseMinutes, toMinutesText } from '@/lib/map/minutes';

describe('minutes', () => {
  it('are read as people write them', () => {
    expect(parseMinutes('')).toBeUndefined();
    expect(parseMinutes('15')).toBe(15);
    expect(parseMinutes('15 min')).toBe(15);
    expect(parseMinutes('1,5 h')).toBe(90);
    expect(parseMinutes('1 h 30')).toBe(90);
    expect(parseMinutes('1 Std. 30 Min.')).toBe(90);
    expect(parseMinutes('1:30')).toBe(90);
    expect(parseMinutes('2 Tage')).toBe(2880);
    expect(parseMinutes('2 d 3 h')).toBe(3060);
    expect(parseMinutes('soon')).toBeNull();
    expect(parseMinutes('-5')).toBeNull();
    expect(parseMinutes('5 parsecs')).toBeNull();
  });

  it('are written so that they are read back', () => {
    for (const minutes of [0, 0.5, 15, 60, 90, 1440, 3060, 43_201]) expect(parseMinutes(toMinutesText(minutes))).toBe(minutes);
    expect(toMinutesText(undefined)).toBe('');
  });
});

describe('shares', () => {
  it('are read from percent', () => {
    expect(parsePercent('38 %')).toBe(0.38);
    expect(parsePercent('12,5')).toBe(0.125);
    expect(parsePercent('')).toBeNull();
    expect(parsePercent('101')).toBeUndefined();
    expect(parsePercent('viele')).toBeUndefined();
  });
});

describe('names', () => {
  it('of files keep letters of any script', () => {
    expect(toFileName('Meine Rechnung stimmt nicht!', 'karte')).toBe('Meine-Rechnung-stimmt-nicht');
    expect(toFileName('Путь клиента / 2', 'karte')).toBe('Путь-клиента-2');
    expect(toFileName('🚀', 'karte')).toBe('karte');
    expect(toFileName('..', 'karte')).toBe('karte');
  });

  it('of texts lead to their records', () => {
    expect(textKey({ type: 'card', id: 'c', field: 'text' })).toBe('card:c');
    expect(textKey({ type: 'step', id: 's', field: 'notes' })).toBe('step:s#notes');
    expect(textKey({ type: 'meta', field: 'goal' })).toBe('meta:goal');
    expect(recordKeyOf('step:s#notes')).toBe('step:s');
  });
});

describe('exports', () => {
  it('ask only for what the format has', () => {
    const options = { format: 'pdf', paper: 'a3', orientation: 'portrait', scale: '4', theme: 'dark', locale: 'de' } as const;
    expect(exportPath('m', options)).toBe('/api/maps/m/export?format=pdf&locale=de&theme=dark&paper=a3&orientation=portrait');
    expect(exportPath('m', { ...options, format: 'png' })).toBe('/api/maps/m/export?format=png&locale=de&theme=dark&scale=4');
    expect(exportPath('m', { ...options, format: 'json' })).toBe('/api/maps/m/export?format=json');
  });
});
