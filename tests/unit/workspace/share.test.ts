import { create } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { isLocalAddress } from '@/components/workspace/share/mapLink';
import { quietZone, toQrPath } from '@/components/workspace/share/qrPath';
import { embedCode, readSites } from '@/components/workspace/share/viewLink';

describe('toQrPath', () => {
  const { modules } = create('http://192.168.1.20:3000/join/AB12CD-EF34GH', { errorCorrectionLevel: 'M' });
  const { path, size } = toQrPath(modules);

  test('leaves the quiet zone that the standard asks for', () => {
    expect(size).toBe(modules.size + 8);
    expect(path.startsWith(`M${quietZone} ${quietZone}h7`)).toBe(true);
  });

  test('covers exactly the dark modules', () => {
    const dark = new Set<string>();
    for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      for (let i = 0; i < Number(width); i++) dark.add(`${Number(x) + i - quietZone}:${Number(y) - quietZone}`);
    }
    for (let row = 0; row < modules.size; row++) {
      for (let column = 0; column < modules.size; column++) {
        expect(dark.has(`${column}:${row}`), `${column}:${row}`).toBe(Boolean(modules.get(row, column)));
      }
    }
  });
});

test.each([
  ['http://localhost:3000/join/x', true],
  ['http://127.0.0.1:3000/join/x', true],
  ['http://[::1]:3000/join/x', true],
  ['http://192.168.1.20:3000/join/x', false],
  ['https://maps.example.org/join/x', false],
  ['nonsense', false],
])('%s leads nowhere but here: %s', (url, expected) => {
  expect(isLocalAddress(url)).toBe(expected);
});

test.each([
  ['', []],
  ['https://a.example/', ['https://a.example']],
  ['a.example, http://localhost:8080/x  b.example', ['https://a.example', 'http://localhost:8080', 'https://b.example']],
  ['bücher.example', ['https://xn--bcher-kva.example']],
  ['http://203.0.113.100:60000 10.0.0.254', ['http://203.0.113.100:60000', 'https://10.0.0.254']],
  ['https://', null],
  ['a.example b example:x', null],
  // No policy can name these.
  ['http://[::1]:8080', null],
  ['my_wiki.example', null],
])('the sites in “%s”', (text, expected) => {
  expect(readSites(text)).toEqual(expected);
});

test('the code that embeds a map is safe whatever the map is called', () => {
  const code = embedCode('http://a.example/embed/x', '"><script>alert(1)</script>');
  expect(code).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  expect(code.match(/</g)).toHaveLength(2);
});
