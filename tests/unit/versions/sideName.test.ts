import { expect, test } from 'vitest';
import { translatorOf } from '@/lib/i18n/translator';
import { nameSide, nameSideShort } from '@/lib/versions/sideName';

const [de, en] = [translatorOf('de', 'comparing'), translatorOf('en', 'comparing')];
const current = { title: 'Anruf', kind: 'current', version: null, foreign: true, isAlone: true } as const;
const future = { title: 'Kein Anruf', kind: 'future', version: null, foreign: false, isAlone: true } as const;

test('two maps as they are now are told apart by title and by what they show', () => {
  expect([current, future].map((side) => nameSide(de, side))).toEqual([
    'Ist-Zustand „Anruf“, jetzt',
    'Soll-Zustand „Kein Anruf“, jetzt',
  ]);
  expect(nameSide(en, { ...future, title: ' ', day: '28 Nov 2026' })).toBe('Future state “Untitled map”, now (28 Nov 2026)');
  expect(nameSide(en, { ...future, version: 'Version 3' })).toBe('Kein Anruf, Version 3');
});

test('within one map its title says nothing', () => {
  const one = { ...current, foreign: false, isAlone: false };
  expect(nameSide(de, { ...one, day: '28. Nov. 2026' })).toBe('Jetzt');
  expect(nameSide(de, { ...one, version: 'Version 1: Agreed' })).toBe('Version 1: Agreed');
  expect(nameSide(de, { ...one, foreign: true })).toBe('Anruf, Jetzt');
});

test('where there is little room, by what they show alone, as long as that differs', () => {
  expect(nameSideShort(de, current, future)).toBe('Ist-Zustand, jetzt');
  expect(nameSideShort(de, future, current)).toBe('Soll-Zustand, jetzt');
  expect(nameSideShort(de, current, current)).toBe('Ist-Zustand „Anruf“, jetzt');
  expect(nameSideShort(de, { ...future, version: 'Version 3' }, current)).toBe('Kein Anruf, Version 3');
});
