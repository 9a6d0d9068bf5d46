import type { IncomingHttpHeaders } from 'node:http';
import type { HeaderReader } from './origin';

/** Node's headers, read the way of the web's. */
export function toHeaderReader(headers: IncomingHttpHeaders): HeaderReader {
  return {
    get(name) {
      const value = headers[name.toLowerCase()];
      return value === undefined ? null : Array.isArray(value) ? value.join(', ') : value;
    },
  };
}
