import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatOf, pictureFormats, readPictureHeader } from '@/lib/pictures/pictureHeader';
import { pixelBomb, quarters, withCameraData } from '@/tests/builders/pictures';

describe('the header of a picture', () => {
  test.each(pictureFormats)('%s is known by its first bytes, and says its size', async (format) => {
    const bytes = await quarters(format, { width: 300, height: 200 });
    expect(formatOf(bytes)).toBe(format);
    expect(readPictureHeader(bytes, format)).toEqual({ width: 300, height: 200, isWhole: true });
    // A few bytes behind the end do not matter, as some programs leave them there.
    const longer = Buffer.concat([bytes, Buffer.from('rest')]);
    expect(readPictureHeader(longer, format)).toMatchObject({ isWhole: true });
  });

  test.each(pictureFormats)('%s that is cut anywhere is not whole', async (format) => {
    const bytes = await quarters(format, { width: 64, height: 48 });
    // Of a GIF only the first frame is needed; the byte behind it says that there is no other.
    const needed = format === 'gif' ? bytes.length - 1 : bytes.length;
    for (let length = 0; length < needed; length += Math.ceil(bytes.length / 200)) {
      const header = readPictureHeader(bytes.subarray(0, length), format);
      expect(header?.isWhole ?? false, `${length} of ${bytes.length}`).toBe(false);
    }
  });

  test('is that of the picture, not of a preview in what the camera wrote', async () => {
    const preview = await quarters('jpeg', { width: 16, height: 8 });
    const whole = withCameraData(await quarters('jpeg', { width: 400, height: 300 }));
    const segment = Buffer.concat([Buffer.from([0xff, 0xe2]), Buffer.alloc(2), preview]);
    segment.writeUInt16BE(preview.length + 2, 2);
    const bytes = Buffer.concat([whole.subarray(0, 2), segment, whole.subarray(2)]);
    expect(readPictureHeader(bytes, 'jpeg')).toEqual({ width: 400, height: 300, isWhole: true });
    // The preview has an end of its own, which is not the picture's.
    expect(readPictureHeader(bytes.subarray(0, segment.length + 300), 'jpeg')).not.toMatchObject({ isWhole: true });
  });

  test('tells how many pixels few bytes stand for', () => {
    const bomb = pixelBomb();
    expect(bomb.length).toBeLessThan(1_000);
    expect(readPictureHeader(bomb, 'png')).toEqual({ width: 50_000, height: 50_000, isWhole: true });
  });

  test('of anything else is none', () => {
    for (const text of [
      '',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '%PDF-1.7',
      'BM',
      'GIF8',
      'RIFF....WAVE',
      '....ftypavif....mif1',
    ]) {
      expect(formatOf(Buffer.from(text))).toBeNull();
    }
  });

  test('of whatever bytes never throws, and never takes long', async () => {
    const samples = await Promise.all(pictureFormats.map((format) => quarters(format)));
    fc.assert(
      fc.property(
        fc.nat(samples.length - 1),
        fc.array(fc.record({ at: fc.nat(400), byte: fc.nat(255) }), { maxLength: 30 }),
        fc.nat(2_000),
        (which, changes, length) => {
          const bytes = Buffer.from(samples[which] ?? '').subarray(0, length);
          for (const { at, byte } of changes) if (at < bytes.length) bytes[at] = byte;
          const format = pictureFormats[which] ?? 'png';
          const header = readPictureHeader(bytes, format);
          if (header) expect(Number.isInteger(header.width * header.height)).toBe(true);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
