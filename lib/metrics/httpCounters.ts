import { Counter, Histogram, type Registry } from 'prom-client';

export type AnsweredRequest = {
  method: string;
  /** The pattern of the route, such as `/api/maps/[mapId]`; never the path itself. */
  route: string;
  status: number;
  seconds: number;
  /** A stream stays open as long as a browser wants: its length says nothing about how fast the server is. */
  isStream: boolean;
};

export type HttpCounters = { answered(request: AnsweredRequest): void };

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export function createHttpCounters(registry: Registry): HttpCounters {
  const requests = new Counter({
    name: 'wegmarke_http_requests_total',
    help: 'Answered HTTP requests by method, route pattern and status; 499: the client went away first.',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  const duration = new Histogram({
    name: 'wegmarke_http_request_duration_seconds',
    help: 'From the request to the end of its answer, event streams left out.',
    labelNames: ['method', 'route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
    registers: [registry],
  });
  return {
    answered({ method, route, status, seconds, isStream }) {
      const known = methods.has(method) ? method : 'other';
      requests.inc({ method: known, route, status: String(status) });
      if (!isStream) duration.observe({ method: known, route }, seconds);
    },
  };
}
