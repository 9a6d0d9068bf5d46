import { type HeaderReader, requestOrigin } from '@/lib/http/origin';
import type { Runtime } from '@/lib/runtime';

const isLoopback = (origin: string) => /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(origin).hostname);

/**
 * The address that links to this server begin with, so that whoever gets one can open it: PUBLIC_URL; else the address that the asking
 * browser used; but when that is this very machine's "localhost", the one under which phones in the same network reach it.
 */
export function baseAddress(running: Pick<Runtime, 'env' | 'addresses'>, headers: HeaderReader | null): string {
  const { PUBLIC_URL, PORT } = running.env;
  if (PUBLIC_URL !== undefined) return PUBLIC_URL;
  const used = headers && requestOrigin(headers, running.env);
  if (used && !isLoopback(used)) return used;
  return (running.addresses[0] ?? used ?? `http://localhost:${PORT}`).replace(/\/+$/, '');
}
