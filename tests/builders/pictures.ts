import { deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';

/** A picture whose four quarters are red, green, blue and, below at the right, yellow: its orientation can be seen. */
export async function quarters(
  format: 'png' | 'jpeg' | 'webp' | 'gif',
  { width = 64, height = 32, clear = false } = {},
): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const colours = ['#ff0000', '#00ff00', '#0000ff', '#ffff00'];
  for (const [index, colour] of colours.entries()) {
    if (clear && index === 3) continue;
    context.fillStyle = colour;
    context.fillRect((index % 2) * (width / 2), index < 2 ? 0 : height / 2, width / 2, height / 2);
  }
  if (format === 'png') return canvas.encode('png');
  if (format === 'gif') return canvas.encode('gif');
  return canvas.encode(format, 90);
}

/** The JPEG with what a camera writes: an orientation (6: the top is at the right), and a place where somebody lives. */
export function withCameraData(jpeg: Buffer, orientation = 6): Buffer {
  // One directory of two entries, big-endian: Orientation (0x0112), and a description (0x010e) with a secret.
  const secret = Buffer.from('GPS 48.137154 11.576124\0', 'latin1');
  const head = Buffer.from([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 2]);
  const description = Buffer.from([0x01, 0x0e, 0, 2, 0, 0, 0, secret.length, 0, 0, 0, 38]);
  const turned = Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
  const tiff = Buffer.concat([head, description, turned, Buffer.alloc(4), secret]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, body, jpeg.subarray(2)]);
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

/** A PNG of few bytes that stands for very many pixels. */
export function pixelBomb(width = 50_000, height = 50_000): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100_000))),
    chunk('IEND', new Uint8Array()),
  ]);
}
