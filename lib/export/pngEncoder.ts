import { createDeflate } from 'node:zlib';

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
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

/** Takes the rows of a picture from top to bottom, so that a large one never lies in memory as a whole. */
export type PngEncoder = {
  /** Rows of four bytes a pixel; alpha is dropped, the picture is opaque. Resolves when more can be taken. */
  write(rgba: Uint8Array | Uint8ClampedArray): Promise<void>;
  end(): Promise<Uint8Array>;
};

/** A PNG of 8 bits a channel. `dotsPerInch` says how large it is meant to be in print. */
export function createPngEncoder(width: number, height: number, dotsPerInch: number): PngEncoder {
  const deflate = createDeflate({ level: 6 });
  const compressed: Buffer[] = [];
  deflate.on('data', (data: Buffer) => compressed.push(data));
  const finished = new Promise<void>((resolve, reject) => {
    deflate.on('end', resolve);
    deflate.on('error', reject);
  });

  return {
    write: async (rgba) => {
      const rows = Math.floor(rgba.length / 4 / width);
      // One byte before each row names its filter; 0 is none, which suits flat colours best.
      const out = Buffer.alloc(rows * (width * 3 + 1));
      let to = 0;
      let from = 0;
      for (let row = 0; row < rows; row++) {
        out[to++] = 0;
        for (let x = 0; x < width; x++, from += 4) {
          out[to++] = rgba[from] ?? 0;
          out[to++] = rgba[from + 1] ?? 0;
          out[to++] = rgba[from + 2] ?? 0;
        }
      }
      await new Promise<void>((resolve, reject) => deflate.write(out, (error) => (error ? reject(error) : resolve())));
    },
    end: async () => {
      deflate.end();
      await finished;
      const header = Buffer.alloc(13);
      header.writeUInt32BE(width, 0);
      header.writeUInt32BE(height, 4);
      // 8 bits, colour type 2 (red, green, blue).
      header.set([8, 2, 0, 0, 0], 8);
      const density = Buffer.alloc(9);
      const dotsPerMetre = Math.round(dotsPerInch / 0.0254);
      density.writeUInt32BE(dotsPerMetre, 0);
      density.writeUInt32BE(dotsPerMetre, 4);
      density[8] = 1;
      return Buffer.concat([
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
        chunk('IHDR', header),
        chunk('pHYs', density),
        chunk('IDAT', Buffer.concat(compressed)),
        chunk('IEND', new Uint8Array()),
      ]);
    },
  };
}
