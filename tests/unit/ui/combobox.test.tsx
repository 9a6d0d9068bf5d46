import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Combobox, findOptions } from '@/components/ui/Combobox';

const options = [
  { value: '', label: 'Nothing' },
  { value: 'a', label: '1 Gets a bill' },
  { value: 'b', label: '2 Ruft zurück' },
];

describe('a choice from a long list', () => {
  test('makes no options while it is closed, and says what is chosen', () => {
    const markup = renderToStaticMarkup(
      <Combobox label="Step" value="b" options={options} none="None" onChange={() => undefined} />,
    );
    expect(markup).not.toContain('role="option"');
    expect(markup).not.toContain('role="listbox"');
    expect(markup).toContain('aria-expanded="false"');
    expect(markup).toContain('value="2 Ruft zurück"');
  });

  test('is found by what is typed, accents and capitals aside', () => {
    expect(findOptions(options, '')).toBe(options);
    expect(findOptions(options, ' ZURUCK ').map(({ value }) => value)).toEqual(['b']);
    expect(findOptions(options, 'bill').map(({ value }) => value)).toEqual(['a']);
    expect(findOptions(options, 'x')).toEqual([]);
  });
});
