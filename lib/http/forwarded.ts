import type { IncomingMessage } from 'node:http';
import type { HeaderReader } from './origin';

const forwarded = ['forwarded', 'x-real-ip', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port'];

/**
 * Settles who is on the other end, once, before anything else sees a request or an upgrade: without a trusted proxy every
 * forwarded header is thrown away, because Next would otherwise believe what a client made up. Afterwards `x-forwarded-for`
 * holds exactly one address: the socket's, or the one that the trusted proxy itself added last.
 */
export function settleForwarded(request: IncomingMessage, trustProxy: boolean): void {
  const socketAddress = request.socket.remoteAddress ?? '';
  const given = [request.headers['x-forwarded-for'] ?? ''].flat().join(',').split(',').at(-1)?.trim();
  if (!trustProxy) for (const name of forwarded) delete request.headers[name];
  request.headers['x-forwarded-for'] = trustProxy && given ? given : socketAddress;
}

/**
 * The client's address for counting attempts, never for storing or logging. An IPv6 client owns a whole /64, so it counts as one.
 */
export function clientAddress(headers: HeaderReader): string {
  const address = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain || 'unknown';
  const [head = '', tail] = plain.split('%')[0]?.split('::') ?? [];
  const groups = head.split(':').filter(Boolean);
  if (tail !== undefined) {
    const end = tail.split(':').filter(Boolean);
    while (groups.length + end.length < 8) groups.push('0');
    groups.push(...end);
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':')}::/64`;
}
