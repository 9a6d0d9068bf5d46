import { describe, expect, test } from 'vitest';
import { templateChangeSchema } from '@/lib/maps/changeTemplate';
import { newTemplateSchema } from '@/lib/maps/saveTemplate';

describe('what a template is saved with', () => {
  test('spaces and line ends become one space, and what is left out has its usual value', () => {
    expect(newTemplateSchema.parse({ name: '  New \n customer ' })).toEqual({
      name: 'New customer',
      description: '',
      scope: 'everything',
    });
    expect(newTemplateSchema.parse({ name: 'Ä', description: ' \t', scope: 'structure' }).description).toBe('');
  });

  test.each([
    {},
    { name: '' },
    { name: ' \n ' },
    { name: 'x'.repeat(101) },
    { name: 'a\u0000b' },
    { name: 'a\ud800' },
    { name: 'A', description: 'x'.repeat(301) },
    { name: 'A', scope: 'half' },
    { name: 'A', other: 1 },
  ])('%j is refused', (given) => {
    expect(newTemplateSchema.safeParse(given).success).toBe(false);
  });

  test('the longest are taken', () => {
    const longest = { name: '😀'.repeat(100), description: 'x '.repeat(150).trim() };
    expect(newTemplateSchema.safeParse(longest).success).toBe(true);
  });

  test('a change may name both, one, or nothing', () => {
    for (const change of [{}, { name: 'A' }, { description: '' }, { name: 'A', description: 'b' }]) {
      expect(templateChangeSchema.parse(change)).toEqual(change);
    }
    expect(templateChangeSchema.safeParse({ name: '' }).success).toBe(false);
  });
});
