import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, brotliDecompress, constants } from 'node:zlib';

/** Text in so good a quality that more would take much longer and save little. */
const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 22 } };

const compressLater = promisify(brotliCompress);
const decompressLater = promisify(brotliDecompress);

/** Compresses in this thread. */
export const compressNow = (bytes: Uint8Array): Uint8Array => new Uint8Array(brotliCompressSync(bytes, options));

/** Compresses in another thread. */
export const compress = (bytes: Uint8Array): Promise<Buffer> => compressLater(bytes, options);

/** The bytes as they were. Rejects when they are not what was compressed. */
export const decompress = (bytes: Uint8Array): Promise<Buffer> => decompressLater(bytes);
