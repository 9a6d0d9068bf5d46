import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { SyncCounters } from '@/lib/sync/counters';
import { version } from '@/lib/version';
import { type AuthCounters, createAuthCounters } from './authCounters';
import { createExportCounters, type ExportCounters } from './exportCounters';
import { createHttpCounters, type HttpCounters } from './httpCounters';
import { createJobCounters, type JobCounters } from './jobCounters';
import { createSyncCounters } from './syncCounters';
import { type MetricSources, watchSources } from './watchSources';

/**
 * Everything that is counted for Prometheus. The server process makes it and hands each part what it counts with; route handlers find it
 * in the runtime. Labels are closed lists (route patterns, reasons, roles), never a path, an id or anything of people.
 */
export type Metrics = {
  http: HttpCounters;
  sync: SyncCounters;
  auth: AuthCounters;
  exports: ExportCounters;
  jobs: JobCounters;
  /** From now on these are asked at each scrape. Once. */
  watch(sources: MetricSources): void;
  /** All of it in Prometheus’ text format. */
  read(): Promise<{ contentType: string; text: string }>;
};

/** Of Node’s own: gauges that are named like counters, which Prometheus’ own checks object to; each has a sibling with a right name. */
const misnamed = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total'];

/** `process`: Node’s own figures too (memory, event loop, collections of garbage), which concern the whole process. */
export function createMetrics(options: { process: boolean } = { process: false }): Metrics {
  const registry = new Registry();
  if (options.process) {
    collectDefaultMetrics({ register: registry });
    for (const name of misnamed) registry.removeSingleMetric(name);
  }
  new Gauge({
    name: 'wegmarke_build_info',
    help: 'Always 1; the labels say which program this is.',
    labelNames: ['version', 'node'],
    registers: [registry],
  }).set({ version, node: process.versions.node }, 1);
  return {
    http: createHttpCounters(registry),
    sync: createSyncCounters(registry),
    auth: createAuthCounters(registry),
    exports: createExportCounters(registry),
    jobs: createJobCounters(registry),
    watch: (sources) => watchSources(registry, sources),
    read: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
