import { describe, expect, test } from 'vitest';
import { codePageNames, upperCharacter } from '@/lib/evidence/reading/encoding/codePages';
import { startDecoding } from '@/lib/evidence/reading/encoding/decodeText';
import { detectEncoding } from '@/lib/evidence/reading/encoding/detectEncoding';
import { encodingNames, type TextEncoding } from '@/lib/evidence/reading/encoding/encodingName';
import { sourceOf } from '@/lib/evidence/reading/fileSource';
import { encodeText, joinBytes } from '@/tests/builders/encodeText';

const detect = async (bytes: Uint8Array) => (await detectEncoding(sourceOf(bytes))).encoding.name;

function decode(bytes: Uint8Array, encoding: Partial<TextEncoding>, chunk = bytes.length) {
  const decoding = startDecoding({ name: 'utf-8', invalidBytes: 'reject', ...encoding });
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk) text += decoding.push(bytes.subarray(at, at + chunk));
  text += decoding.end();
  return { text, broken: decoding.broken };
}

const german =
  'Datum;Note;Antwort\r\n12.03.2026;2;Schöne Grüße, übermäßig für Ärger in Köln\r\n13.03.2026;5;Öfter hören wir: schließt früher\r\n';
const french = 'date;note;avis\n2026-03-12;4;Très agréable, même à l’arrivée. Ça m’a plu\n';

describe('the encoding of a file', () => {
  test.each(encodingNames)('is recognised: %s', async (name) => {
    const text = name === 'windows-1252' ? german.replace('Schöne', '„Schöne') : german;
    expect(await detect(encodeText(text, name))).toBe(name);
    expect(decode(encodeText(text, name), { name }).text).toBe(text);
  });

  test('is Windows-1252 where ISO-8859-1 has no such characters, and ISO-8859-1 otherwise', async () => {
    expect(await detect(encodeText('Preis\n5 €, „günstig“ – schön\n', 'windows-1252'))).toBe('windows-1252');
    expect(await detect(encodeText(french, 'windows-1252'))).toBe('windows-1252');
    expect(await detect(encodeText(french.replaceAll('’', "'"), 'windows-1252'))).toBe('iso-8859-1');
    expect(await detect(encodeText(french, 'macintosh'))).toBe('macintosh');
    // Found by the property test: as a Macintosh's, it is “wortÄwort”.
    expect(await detect(encodeText('Kommentar\nwort€wort\n', 'windows-1252'))).toBe('windows-1252');
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('%s may have a byte-order mark, which is no text', async (name) => {
    const bytes = encodeText(`\ufeff${german}`, name);
    expect(await detect(bytes)).toBe(name);
    expect(decode(bytes, { name }).text).toBe(german);
    // Only the first is a mark.
    expect(decode(encodeText('\ufeff\ufeffx', name), { name }).text).toBe('\ufeffx');
  });

  test('is UTF-8 when there is nothing but ASCII, or nothing at all', async () => {
    expect(await detect(encodeText('a,b\n1,2\n', 'utf-8'))).toBe('utf-8');
    expect(await detect(new Uint8Array())).toBe('utf-8');
  });

  test('of what is no text is refused', async () => {
    const picture = joinBytes(0x89, encodeText('PNG\r\n', 'utf-8'), 0x1a, 0, 0, 0, 13, encodeText('IHDR', 'utf-8'), 0, 0, 3, 0);
    await expect(detect(picture)).rejects.toMatchObject({ problem: { key: 'file.notText', values: {} } });
  });

  test.each([1, 2, 3, 5, 1000])('is decoded the same in chunks of %i bytes', (chunk) => {
    const text = `${german}\u{1f600} 日本 \u{10ffff}\r\nend`;
    for (const name of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      expect(decode(encodeText(text, name), { name }, chunk).text).toBe(text);
    }
    expect(decode(encodeText(german, 'cp850'), { name: 'cp850' }, chunk).text).toBe(german);
  });

  test('tables hold one character for each byte, none twice', () => {
    for (const page of codePageNames) {
      const characters = Array.from({ length: 128 }, (_, index) => upperCharacter(page, 0x80 + index)).filter(
        (character) => character !== '\ufffd',
      );
      expect(new Set(characters).size, page).toBe(characters.length);
      expect(characters.length, page).toBe({ 'windows-1252': 123, 'iso-8859-1': 96, macintosh: 128, cp850: 128 }[page]);
    }
    // The web knows this one as well. (Its ISO-8859-1 is Windows-1252, and Node 20 decodes that wrongly.)
    for (let byte = 0x80; byte <= 0xff; byte++) {
      expect(upperCharacter('macintosh', byte)).toBe(new TextDecoder('macintosh').decode(Uint8Array.of(byte)));
    }
  });
});

describe('a mixture of encodings', () => {
  const mixed = joinBytes(
    encodeText('name,text\nKöln,größer\r\n', 'utf-8'),
    encodeText('Köln,größer\n', 'windows-1252'),
    encodeText('Köln,größer\n', 'utf-8'),
  );

  test('is told from a file in one, and each broken byte has its line and place', async () => {
    expect(await detectEncoding(sourceOf(mixed))).toEqual({
      encoding: { name: 'utf-8', invalidBytes: 'reject' },
      mayBreak: true,
      damagedBefore: 0,
    });
    for (const chunk of [1, 2, 7, mixed.length]) {
      const { text, broken } = decode(mixed, {}, chunk);
      expect(text).toBe('name,text\nKöln,größer\r\nK\ufffdln,gr\ufffd\ufffder\nKöln,größer\n');
      expect(broken.places).toEqual([
        { byte: 27, line: 3 },
        { byte: 33, line: 3 },
        { byte: 34, line: 3 },
      ]);
      expect(broken.within(3, 3)).toEqual({ byte: 27, line: 3 });
      expect(broken.within(1, 2)).toBeUndefined();
      expect(broken.within(4, 9)).toBeUndefined();
    }
  });

  test('is read on demand as the two encodings that it is', () => {
    const { text, broken } = decode(mixed, { invalidBytes: 'windows-1252' });
    expect(text).toBe('name,text\nKöln,größer\r\nKöln,größer\nKöln,größer\n');
    expect(broken.count).toBe(3);
  });

  test.each([
    ['overlong', [0xc0, 0x80]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['broken off', [0xe2, 0x82]],
  ])('has what UTF-8 forbids in it: %s', (_what, bytes) => {
    const { text, broken } = decode(joinBytes(97, ...bytes, 98), {});
    expect(text).toBe(`a${'\ufffd'.repeat(bytes.length)}b`);
    expect(broken.count).toBe(bytes.length);
  });

  test('chosen wrongly is not hidden: bytes that the encoding lacks are broken', () => {
    expect(decode(encodeText('„x“', 'windows-1252'), { name: 'iso-8859-1' }).broken.count).toBe(2);
    expect(decode(Uint8Array.of(97, 0, 0, 0xd8, 98, 0, 99), { name: 'utf-16le' }).text).toBe('a\ufffdb\ufffd');
  });

  test('that some program has made illegible before is counted', async () => {
    expect((await detectEncoding(sourceOf(encodeText('K\ufffdln\nGr\ufffd\ufffde\n', 'utf-8')))).damagedBefore).toBe(3);
  });
});
