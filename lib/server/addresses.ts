import { isIP } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';
import type { Env } from '@/lib/env';

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

/** Home and office networks first; 172.16–31 is often a machine's own container network; 169.254 reaches hardly anybody. */
const ranges = [/^192\.168\./, /^10\./, /^(?!172\.(1[6-9]|2\d|3[01])\.|169\.254\.)/, /^172\./, /^169\.254\./];

const rankOf = (address: string): number => ranges.findIndex((range) => range.test(address));

function listNetworkAddresses(interfaces: Interfaces): string[] {
  return Object.values(interfaces)
    .flatMap((entries) => entries ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
    .sort((a, b) => rankOf(a) - rankOf(b));
}

const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** Whether only this very machine can reach a server that listens on this host. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

/**
 * The addresses under which browsers reach the server, the best one for a join link first: PUBLIC_URL, then the network's, then this
 * machine's own.
 */
export function listAddresses(env: Pick<Env, 'HOST' | 'PUBLIC_URL'>, port: number, interfaces: Interfaces): string[] {
  const { HOST, PUBLIC_URL } = env;
  const suffix = port === 80 ? '' : `:${port}`;
  const at = (host: string): string => `http://${isIP(host) === 6 ? `[${host}]` : host}${suffix}`;
  const own = isLoopback(HOST) ? [at('localhost')] : [];
  const network = isEverywhere(HOST) ? [...listNetworkAddresses(interfaces).map(at), at('localhost')] : [];
  const one = !isLoopback(HOST) && !isEverywhere(HOST) ? [at(HOST)] : [];
  return [...(PUBLIC_URL === undefined ? [] : [PUBLIC_URL]), ...network, ...one, ...own];
}
