import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { toTextRuns } from '@/lib/map/layout/textRuns';

const kindsOf = (text: string) => toTextRuns(text, 'card').map((run) => [run.font.kind, run.text]);

describe('toTextRuns', () => {
  it('keeps plain text in one run', () => expect(kindsOf('Öffnet den Brief')).toEqual([['text', 'Öffnet den Brief']]));

  it('splits by the file that has the letters', () => {
    const runs = toTextRuns('Anna Łódź Яна', 'card');
    expect(runs.map((run) => ('subset' in run.font ? run.font.subset : run.font.kind))).toEqual([
      'latin',
      'latin-ext',
      'latin',
      'latin-ext',
      'latin',
      'cyrillic',
    ]);
  });

  it('draws arrows by the letters that join to them, and check marks by emoji', () => {
    expect(kindsOf('A → B ✓')).toEqual([
      ['text', 'A '],
      ['arrow', '->'],
      ['text', ' B '],
      ['emoji', '✔'],
    ]);
  });

  it('keeps each emoji and each missing character to itself', () => {
    expect(kindsOf('😀👩‍💻日')).toEqual([
      ['emoji', '😀'],
      ['emoji', '👩‍💻'],
      ['missing', '日'],
    ]);
  });

  it('ends where the measured text ends, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcÄ é.-Яя→✓日😀 (1x2)', 'e\u0301', '👩‍💻'), maxLength: 40 }), (text) => {
        const last = toTextRuns(text, 'card').at(-1);
        expect(last ? last.x + last.width : 0).toBeCloseTo(measureText(text, 'card'), 4);
      }),
    );
  });
});
