import { create } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { isLocalAddress } from '@/components/workspace/share/joinLink';
import { quietZone, toQrPath } from '@/components/workspace/share/qrPath';

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
