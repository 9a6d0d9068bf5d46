import { expect, test } from 'vitest';
import { findTemplates, firstSource, isThere, toMapSource } from '@/components/workspace/maps/chosenSource';

const outline = { stages: 1, steps: 1, moments: 0, curve: [0] };
const own = [{ id: 'a_-1', name: 'Ours', description: '', outline }];
const product = [{ id: 'onboarding', group: 'journey' as const, title: 'Onboarding', description: '', outline }];

test('the first in sight is chosen at first: one of the workspace before one of the product', () => {
  expect(firstSource(own, product)).toBe('own:a_-1');
  expect(firstSource([], product)).toBe('template:onboarding');
  expect(firstSource([], [])).toBe('blank');
});

test('a template that was deleted cannot be chosen any more', () => {
  expect(isThere('own:a_-1', own)).toBe(true);
  expect(isThere('own:gone', own)).toBe(false);
  for (const source of ['blank', 'file', 'template:onboarding']) expect(isThere(source, [])).toBe(true);
});

test('each choice is named as the server takes it', () => {
  expect(toMapSource('own:a_-1', null, 'de')).toEqual({ type: 'workspaceTemplate', id: 'a_-1' });
  expect(toMapSource('template:onboarding', null, 'de')).toEqual({ type: 'template', id: 'onboarding', locale: 'de' });
  expect(toMapSource('blank', null, 'de')).toEqual({ type: 'blank' });
  const file = { kind: 'json', name: 'a.json', text: '{}' } as never;
  expect(toMapSource('file', file, 'de')).toEqual({ type: 'json', text: '{}', name: 'a.json' });
});

test('templates are found by what they are called and described as', () => {
  const many = [...own, { id: 'b', name: 'Rückgabe', description: 'Für alles, was zurückkommt', outline }];
  expect(findTemplates('', many, product).sources).toEqual(['own:a_-1', 'own:b', 'template:onboarding']);
  expect(findTemplates(' RÜCK', many, product).sources).toEqual(['own:b']);
  expect(findTemplates('zurückkommt', many, product).own.map(({ id }) => id)).toEqual(['b']);
  expect(findTemplates('board', many, product)).toMatchObject({ own: [], templates: product });
  expect(findTemplates('nothing', many, product).sources).toEqual([]);
});
