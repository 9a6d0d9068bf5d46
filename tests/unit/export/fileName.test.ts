import { describe, expect, it } from 'vitest';
import { contentDisposition, toFileName } from '@/lib/export/fileName';

describe('toFileName', () => {
  it('keeps a title readable', () =>
    expect(toFileName('Anruf beim Kundenservice', 'map', 'pdf')).toBe('Anruf beim Kundenservice.pdf'));
  it('drops what file systems refuse', () => expect(toFileName('a/b\\c: "d"?\n\u202e<e>|*', 'map', 'png')).toBe('a b c d e.png'));
  it('has a name for no title', () => expect(toFileName(' ../. ', 'map', 'svg')).toBe('map.svg'));
  it('is not hidden and not endless', () => {
    expect(toFileName('.htaccess', 'map', 'json')).toBe('htaccess.json');
    expect(toFileName('ä'.repeat(500), 'map', 'json')).toHaveLength(105);
  });
});

describe('contentDisposition', () => {
  it('carries the name in UTF-8, and one in ASCII for old clients', () => {
    expect(contentDisposition('Größe (Ärger) – 東京.pdf')).toBe(
      'attachment; filename="Groesse (Aerger) - __.pdf"; filename*=UTF-8\'\'Gr%C3%B6%C3%9Fe%20%28%C3%84rger%29%20%E2%80%93%20%E6%9D%B1%E4%BA%AC.pdf',
    );
  });
  it('lets no quote out', () => expect(contentDisposition('a"b\\c%41.pdf')).toContain('filename="a_b_c_41.pdf"'));
});
