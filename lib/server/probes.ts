import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Env } from '@/lib/env';
import type { Metrics } from '@/lib/metrics/metrics';
import { isLoopback } from './addresses';
import type { Readiness } from './readiness';

export type ProbeSettings = Pick<Env, 'METRICS_TOKEN' | 'PUBLIC_URL' | 'TRUST_PROXY'>;
export type Probe = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
type Parts = { readiness: Pick<Readiness, 'judge'>; metrics: Pick<Metrics, 'read'>; settings: ProbeSettings };

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Headers by which a proxy shows itself. */
const forwarding = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'] as const;

/**
 * Whether somebody may read the metrics: with METRICS_TOKEN whoever shows it; without one only this machine itself, and not at all behind
 * a proxy, whose requests all seem to come from here. To be asked before forwarded headers are settled.
 */
export function mayReadMetrics(request: Pick<IncomingMessage, 'headers' | 'socket'>, settings: ProbeSettings): boolean {
  const { METRICS_TOKEN, PUBLIC_URL, TRUST_PROXY } = settings;
  if (METRICS_TOKEN !== undefined) {
    const given = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    return given !== undefined && timingSafeEqual(sha256(given), sha256(METRICS_TOKEN));
  }
  if (PUBLIC_URL !== undefined || TRUST_PROXY || forwarding.some((name) => request.headers[name] !== undefined)) return false;
  const { host } = request.headers;
  // By its name for us, too: a page that has made its own host name point here must not read along.
  const asked = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '') : '';
  const address = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  return isLoopback(address) && isLoopback(asked);
}

function answer(response: ServerResponse, status: number, contentType: string, text: string): void {
  response
    .writeHead(status, {
      'Content-Type': contentType,
      'Content-Length': Buffer.byteLength(text),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    .end(text);
}

/** One line for each check, so that a person at a terminal reads it too. */
const toText = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * What machines ask, answered before Next and without it: `/healthz` (the process is alive), `/readyz` (give it requests;
 * `/api/health` is its older name) and `/metrics`. Returns what answers a path, or null.
 */
export function createProbes({ readiness, metrics, settings }: Parts): (path: string) => Probe | null {
  const ready: Probe = async (_request, response) => {
    const judgement = await readiness.judge();
    if (judgement.status !== 'ready') response.setHeader('Retry-After', '5');
    answer(response, judgement.status === 'ready' ? 200 : 503, 'application/json', toText(judgement));
  };
  const probes = new Map<string, Probe>([
    ['/healthz', async (_request, response) => answer(response, 200, 'application/json', toText({ status: 'alive' }))],
    ['/readyz', ready],
    ['/api/health', ready],
    [
      '/metrics',
      async (request, response) => {
        if (!mayReadMetrics(request, settings)) {
          answer(response, 404, 'text/plain; charset=utf-8', 'Not found.\n');
          return;
        }
        const { contentType, text } = await metrics.read();
        answer(response, 200, contentType, text);
      },
    ],
  ]);
  return (path) => {
    const probe = probes.get(path);
    if (!probe) return null;
    return async (request, response) => {
      if (request.method === 'GET' || request.method === 'HEAD') return probe(request, response);
      response.setHeader('Allow', 'GET, HEAD');
      answer(response, 405, 'text/plain; charset=utf-8', 'Only GET and HEAD.\n');
    };
  };
}
